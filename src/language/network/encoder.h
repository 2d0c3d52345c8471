// The encoder: self-attention over the word pieces of many sentences at once, after Devlin et al. (2019),
// "BERT: Pre-training of Deep Bidirectional Transformers". tools/train/newsgraph_train/transformer.py trains
// it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "language/network/encoder_kernels.h"
#include "language/network/kernels.h"
#include "language/network/model_file.h"

namespace newsgraph {

// The pieces of a batch of sentences: sentence s has the rows [starts[s], starts[s + 1]), at least one and at
// most Encoder::longest().
struct PieceBatch {
  std::vector<std::uint32_t> ids;   // below Encoder::vocabulary()
  std::vector<std::uint8_t> cases;  // below Encoder::kCases
  std::vector<std::uint8_t> marks;  // below Encoder::kMarks, or none at all: what a piece is in a claim
  std::vector<std::size_t> starts;  // of the sentences, and the end
  std::vector<std::size_t> wanted;  // the rows whose states are asked for, ascending

  void clear() {
    ids.clear();
    cases.clear();
    marks.clear();
    starts.assign(1, 0);
    wanted.clear();
  }
};

// Memory that an encoder works in; keep it between batches.
struct EncoderScratch {
  ByteRowBuffer bytes;
  std::vector<float> wide;  // queries, keys and values; the inner layer of some rows
  std::vector<float> narrow;
  std::vector<float> attention;
};

class Encoder {
 public:
  static constexpr std::size_t kCases = 16;
  static constexpr std::size_t kMarks = 10;  // 0 for none

  // The tensors "encoder.…"; a sentence is judged behind `skimmed` of the layers. Throws Error where they do
  // not fit each other.
  Encoder(const ModelFile& file, std::size_t layers, std::size_t heads, std::size_t skimmed);

  std::size_t width() const { return width_; }
  std::size_t vocabulary() const { return words_.rows; }
  std::size_t longest() const { return positions_.rows; }

  // `states` becomes width() values for each wanted row. A sentence's states do not depend on the others.
  void run(const PieceBatch& batch, EncoderScratch& scratch, std::vector<float>& states) const {
    begin(batch, scratch, states);
    finish(batch, scratch, states);
  }
  // The first layers: `states` becomes width() values for each row.
  void begin(const PieceBatch& batch, EncoderScratch& scratch, std::vector<float>& states) const;
  // From the states of begin(), for each sentence: at least 0 where it may state a claim.
  void skim(const PieceBatch& batch, EncoderScratch& scratch, const std::vector<float>& states,
            std::vector<float>& logits) const;
  // The other layers, from the states of begin() to those of run().
  void finish(const PieceBatch& batch, EncoderScratch& scratch, std::vector<float>& states) const;

 private:
  struct Layer {
    PackedMatrix attention;  // queries, scaled by 1 / sqrt(size of a head), keys and values
    PackedMatrix output;
    Norm attention_norm;
    PackedMatrix up, down;
    Norm output_norm;
  };

  Layer read_layer(const ModelFile& file, const std::string& prefix) const;
  void embed(const PieceBatch& batch, std::vector<float>& states) const;
  void mix(const Layer& layer, const PieceBatch& batch, EncoderScratch& scratch,
           const std::vector<float>& states) const;
  void keep(const std::vector<std::size_t>& rows, EncoderScratch& scratch, std::vector<float>& states) const;
  void add_mixed(const Layer& layer, EncoderScratch& scratch, std::vector<float>& states) const;
  void transform(const Layer& layer, std::size_t rows, EncoderScratch& scratch, float* states) const;
  // Everything behind the attention of a layer.
  void complete(const Layer& layer, EncoderScratch& scratch, std::vector<float>& states) const;

  std::size_t width_;
  std::size_t heads_;
  std::size_t skimmed_;
  CodeMatrix words_;  // in the file's bytes
  FloatMatrix positions_;
  FloatMatrix cases_;
  FloatMatrix marks_;
  Norm norm_;
  std::vector<Layer> layers_;
  PackedMatrix skimmer_;  // of each row; the largest of a sentence's rows decides
  std::vector<float> skimmer_output_;
  float skimmer_bias_;
};

}  // namespace newsgraph
