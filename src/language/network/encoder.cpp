#include "language/network/encoder.h"

#include <algorithm>
#include <limits>

namespace newsgraph {
namespace {

// What a foreign file may ask for.
constexpr std::size_t kMostLayers = 24;
constexpr std::size_t kMostPositions = 4096;
constexpr std::size_t kWidest = 1024;
constexpr std::size_t kWidestInner = 4096;

// Rows that go through the inner layer together, so that it stays in the second-level cache.
constexpr std::size_t kRowsTogether = 48;

Norm read_norm(const ModelFile& file, const std::string& name, std::size_t width) {
  return {file.floats(name + ".weight", 1, width).values, file.floats(name + ".bias", 1, width).values};
}

FloatMatrix read_positions(const ModelFile& file, std::size_t width) {
  if (width > kWidest || file.codes("encoder.positions", 0, width).rows > kMostPositions)
    file.fail("its encoder is too large");
  return file.floats("encoder.positions", 0, width);
}

PackedMatrix read_matrix(const ModelFile& file, const std::string& name, std::size_t outputs,
                         std::size_t inputs) {
  const CodeMatrix weights = file.codes(name + ".weight", outputs, inputs);
  return {weights, 1.0F, file.floats(name + ".bias", 1, weights.rows).values};
}

}  // namespace

Encoder::Encoder(const ModelFile& file, std::size_t layers, std::size_t heads, std::size_t skimmed)
    : width_(file.floats("encoder.norm.weight", 1).columns),
      heads_(heads),
      skimmed_(skimmed),
      words_(file.codes("encoder.words", 0, width_)),
      positions_(read_positions(file, width_)),
      cases_(file.floats("encoder.cases", kCases, width_)),
      marks_(file.floats("encoder.marks", kMarks, width_)),
      norm_(read_norm(file, "encoder.norm", width_)),
      skimmer_(read_matrix(file, "encoder.skimmer.hidden", 0, width_)),
      skimmer_output_(file.floats("encoder.skimmer.output", 1, skimmer_.outputs()).values),
      skimmer_bias_(file.floats("encoder.skimmer.bias", 1, 1).values.front()) {
  if (layers <= skimmed || layers > kMostLayers)
    file.fail("the number of its encoder's layers is out of range");
  if (heads == 0 || width_ % heads != 0 || width_ / heads % (2 * kGroup) != 0)
    file.fail("the width of its encoder's heads is no multiple of 32");
  for (std::size_t k = 0; k < layers; ++k)
    layers_.push_back(read_layer(file, "encoder.layers." + std::to_string(k) + "."));
}

Encoder::Layer Encoder::read_layer(const ModelFile& file, const std::string& prefix) const {
  Layer layer{read_matrix(file, prefix + "attention", 3 * width_, width_),
              read_matrix(file, prefix + "output", width_, width_),
              read_norm(file, prefix + "attention_norm", width_),
              read_matrix(file, prefix + "up", 0, width_),
              {},
              read_norm(file, prefix + "output_norm", width_)};
  const std::size_t inner = layer.up.outputs();
  if (inner % kPanel != 0 || inner > kWidestInner)
    file.fail("the width of its encoder's inner layer is no multiple of 32");
  layer.down = read_matrix(file, prefix + "down", width_, inner);
  return layer;
}

void Encoder::begin(const PieceBatch& batch, EncoderScratch& scratch, std::vector<float>& states) const {
  embed(batch, states);
  for (std::size_t k = 0; k < skimmed_; ++k) {
    mix(layers_[k], batch, scratch, states);
    complete(layers_[k], scratch, states);
  }
}

void Encoder::finish(const PieceBatch& batch, EncoderScratch& scratch, std::vector<float>& states) const {
  for (std::size_t k = skimmed_; k < layers_.size(); ++k) {
    mix(layers_[k], batch, scratch, states);
    // Behind the last attention each row is by itself.
    if (k + 1 == layers_.size()) keep(batch.wanted, scratch, states);
    complete(layers_[k], scratch, states);
  }
}

void Encoder::skim(const PieceBatch& batch, EncoderScratch& scratch, const std::vector<float>& states,
                   std::vector<float>& logits) const {
  const std::size_t rows = batch.ids.size(), stride = skimmer_.row_size();
  scratch.wide.resize(std::max(scratch.wide.size(), rows * stride));
  kernels::quantise_rows(states.data(), width_, rows, width_, scratch.bytes);
  kernels::multiply(skimmer_, scratch.bytes.view(rows, width_), scratch.wide.data(), stride);
  logits.assign(batch.starts.size() - 1, std::numeric_limits<float>::lowest());
  for (std::size_t s = 0; s < logits.size(); ++s) {
    for (std::size_t r = batch.starts[s]; r < batch.starts[s + 1]; ++r) {
      float logit = skimmer_bias_;
      for (std::size_t k = 0; k < skimmer_output_.size(); ++k)
        logit += std::max(scratch.wide[r * stride + k], 0.0F) * skimmer_output_[k];
      logits[s] = std::max(logits[s], logit);
    }
  }
}

void Encoder::complete(const Layer& layer, EncoderScratch& scratch, std::vector<float>& states) const {
  add_mixed(layer, scratch, states);
  const std::size_t rows = states.size() / width_;
  for (std::size_t r = 0; r < rows; r += kRowsTogether)
    transform(layer, std::min(kRowsTogether, rows - r), scratch, states.data() + r * width_);
}

void Encoder::embed(const PieceBatch& batch, std::vector<float>& states) const {
  states.resize(batch.ids.size() * width_);
  for (std::size_t s = 0; s + 1 < batch.starts.size(); ++s) {
    for (std::size_t r = batch.starts[s]; r < batch.starts[s + 1]; ++r) {
      const auto codes = words_.row(batch.ids[r]);
      const float scale = words_.scales[batch.ids[r]];
      const auto position = positions_.row(r - batch.starts[s]), letters = cases_.row(batch.cases[r]);
      float* state = states.data() + r * width_;
      for (std::size_t i = 0; i < width_; ++i)
        state[i] = (static_cast<float>(codes[i]) * scale + position[i]) + letters[i];
      if (batch.marks.empty() || batch.marks[r] == 0) continue;
      const auto mark = marks_.row(batch.marks[r]);
      for (std::size_t i = 0; i < width_; ++i) state[i] += mark[i];
    }
  }
  kernels::normalise_rows(states.data(), width_, nullptr, 0, batch.ids.size(), width_, norm_);
}

// What the rows of a sentence have to say to each other, into scratch.narrow.
void Encoder::mix(const Layer& layer, const PieceBatch& batch, EncoderScratch& scratch,
                  const std::vector<float>& states) const {
  const std::size_t rows = batch.ids.size(), wide = layer.attention.row_size();
  scratch.wide.resize(std::max(rows * wide, kRowsTogether * layer.up.row_size()));
  scratch.narrow.resize(std::max(rows, kRowsTogether) * width_);
  kernels::quantise_rows(states.data(), width_, rows, width_, scratch.bytes);
  kernels::multiply(layer.attention, scratch.bytes.view(rows, width_), scratch.wide.data(), wide);
  for (std::size_t s = 0; s + 1 < batch.starts.size(); ++s) {
    const std::size_t first = batch.starts[s], length = batch.starts[s + 1] - first;
    kernels::attend({scratch.wide.data() + first * wide, wide, length, width_, heads_}, scratch.attention,
                    scratch.narrow.data() + first * width_, width_);
  }
}

void Encoder::keep(const std::vector<std::size_t>& rows, EncoderScratch& scratch,
                   std::vector<float>& states) const {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i] == i) continue;
    std::copy_n(states.data() + rows[i] * width_, width_, states.data() + i * width_);
    std::copy_n(scratch.narrow.data() + rows[i] * width_, width_, scratch.narrow.data() + i * width_);
  }
  states.resize(rows.size() * width_);
}

void Encoder::add_mixed(const Layer& layer, EncoderScratch& scratch, std::vector<float>& states) const {
  const std::size_t rows = states.size() / width_;
  kernels::quantise_rows(scratch.narrow.data(), width_, rows, width_, scratch.bytes);
  kernels::multiply(layer.output, scratch.bytes.view(rows, width_), scratch.narrow.data(), width_);
  kernels::normalise_rows(states.data(), width_, scratch.narrow.data(), width_, rows, width_,
                          layer.attention_norm);
}

// The two layers that take each row by itself.
void Encoder::transform(const Layer& layer, std::size_t rows, EncoderScratch& scratch, float* states) const {
  const std::size_t inner = layer.up.outputs();
  kernels::quantise_rows(states, width_, rows, width_, scratch.bytes);
  kernels::multiply(layer.up, scratch.bytes.view(rows, width_), scratch.wide.data(), inner);
  kernels::quantise_gelu_rows(scratch.wide.data(), inner, rows, inner, scratch.bytes);
  kernels::multiply(layer.down, scratch.bytes.view(rows, inner), scratch.narrow.data(), width_);
  kernels::normalise_rows(states, width_, scratch.narrow.data(), width_, rows, width_, layer.output_norm);
}

}  // namespace newsgraph
