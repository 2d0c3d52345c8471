// Bidirectional LSTM layers over the words of many sentences at once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "language/kernels.h"
#include "language/model_file.h"

namespace newsgraph {

// Where the sentences of a batch lie: sentence s has the rows [starts[s], starts[s + 1]). Empty
// sentences are allowed.
using SentenceStarts = std::span<const std::size_t>;

// Memory that an encoder works in; keep it between batches.
struct EncoderScratch {
  std::vector<float> gates;      // of all words, both directions
  std::vector<float> recurrent;  // of the sentences of a step
  std::vector<float> cells;
  std::vector<std::uint8_t> hidden;  // of the step before
  std::vector<std::uint8_t> lower;   // the states of the layer below
  std::vector<std::size_t> order;    // sentences by falling length
};

class BiLstm {
 public:
  // The tensors prefix + "input.weight", "input.bias" and "recurrent".
  BiLstm(const ModelFile& file, const std::string& prefix, std::size_t inputs, std::size_t width, float step);

  // states[row]: forward half, then backward half, in steps of kStateStep.
  void run(std::span<const std::uint8_t> input, SentenceStarts starts, EncoderScratch& scratch,
           std::span<std::uint8_t> states) const;
  std::size_t width() const { return width_; }

 private:
  void run_direction(bool backward, SentenceStarts starts, EncoderScratch& scratch,
                     std::span<std::uint8_t> states) const;

  std::size_t width_;
  PackedMatrix input_;
  PackedMatrix recurrent_[2];
};

class Encoder {
 public:
  // prefix + "encoder.layers.0." and so on; the input is in steps of kWordStep.
  Encoder(const ModelFile& file, const std::string& prefix, std::size_t inputs, std::size_t width,
          std::size_t layers);

  // `input` holds inputs() values a word; `states` becomes outputs() values a word.
  void run(std::span<const std::uint8_t> input, SentenceStarts starts, EncoderScratch& scratch,
           std::vector<std::uint8_t>& states) const;
  std::size_t inputs() const { return inputs_; }
  std::size_t outputs() const { return 2 * layers_.front().width(); }

 private:
  std::size_t inputs_;
  std::vector<BiLstm> layers_;
};

}  // namespace newsgraph
