#include "language/embedder.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "language/embedder_text.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::size_t kAffixes = 5;
constexpr std::size_t kMaxCharacters = 18;  // of a longer form the first and the last nine
constexpr std::size_t kPadding = 0;
constexpr std::size_t kUnknownCharacter = 1;
constexpr double kNormEpsilon = 1e-5;

std::size_t bucket(const std::string& feature, std::size_t rows) {
  return crc32_z(0, reinterpret_cast<const Bytef*>(feature.data()), feature.size()) % rows;
}

std::u32string_view tail(std::u32string_view text, std::size_t count) {
  return text.substr(text.size() - std::min(text.size(), count));
}

void add_row(const CodeMatrix& table, std::size_t row, std::span<float> sum) {
  const auto codes = table.row(row);
  const float scale = table.scales[row];
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += static_cast<float>(codes[i]) * scale;
}

}  // namespace

// The rows of the tables that a form selects.
struct Embedder::Word {
  std::size_t vector = 0;   // vector_words_->size() for none
  std::size_t lexicon = 0;  // 0 for none
  std::array<std::size_t, kAffixes> affixes = {};
  std::array<std::size_t, kMaxCharacters> characters = {};
  std::size_t length = 0;  // of characters
};

Embedder::Embedder(const ModelFile& file, const std::string& prefix, const nlohmann::json& description)
    : width_(file.floats(prefix + "embedder.norm.weight", 1).columns),
      vector_words_(file.index("vectors.words")),
      vectors_(file.codes("vectors", vector_words_->size())),
      vector_(file.codes(prefix + "embedder.vector.weight", width_, vectors_.columns), 1.0F),
      bias_(file.floats(prefix + "embedder.vector.bias", 1, width_).values),
      lexicon_words_(file.index(prefix + "embedder.lexicon.words")),
      lexicon_(file.codes(prefix + "embedder.lexicon.weight", lexicon_words_->size() + 1, width_)),
      affixes_(file.codes(prefix + "embedder.affixes.weight", 0, width_)),
      norm_weight_(file.floats(prefix + "embedder.norm.weight", 1, width_).values),
      norm_bias_(file.floats(prefix + "embedder.norm.bias", 1, width_).values) {
  if (width_ % kQuad != 0 || vectors_.columns % kQuad != 0)
    file.fail("the width of an embedder is no multiple of 4");
  read_hashed(file, prefix, description);
  read_characters(file, prefix);
}

void Embedder::read_hashed(const ModelFile& file, const std::string& prefix,
                           const nlohmann::json& description) {
  const auto rows =
      description.is_object() ? description.value("hash_rows", nlohmann::json()) : nlohmann::json();
  if (!rows.is_array() || rows.size() != kAffixes)
    file.fail(prefix + "embedder: hash_rows wants five numbers");
  std::size_t sum = 0;
  for (const nlohmann::json& n : rows) {
    if (!n.is_number_unsigned() || n == 0 || n > affixes_.rows)
      file.fail(prefix + "embedder: hash_rows is wrong");
    hash_rows_.push_back(n.get<std::size_t>());
    sum += hash_rows_.back();
  }
  if (sum != affixes_.rows) file.fail(prefix + "embedder: hash_rows does not add up");
}

void Embedder::read_characters(const ModelFile& file, const std::string& prefix) {
  const StringTable list = file.strings(prefix + "embedder.characters.list");
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].empty()) file.fail(prefix + "embedder: an empty character");
    characters_.emplace(utf8::decode(list[i], 0).code_point, i + 2);
  }
  const FloatMatrix embedding = file.floats(prefix + "embedder.characters.weight", list.size() + 2);
  const std::size_t narrow = embedding.columns;
  const FloatMatrix weights = file.floats(prefix + "embedder.filters.weight", 0, 3 * narrow);
  filter_bias_ = file.floats(prefix + "embedder.filters.bias", 1, weights.rows).values;
  filter_parts_.resize(3 * embedding.rows * weights.rows);
  for (std::size_t part = 0; part < 3 * embedding.rows; ++part) {
    const auto character = embedding.row(part / 3);
    for (std::size_t f = 0; f < weights.rows; ++f) {
      const auto weight = weights.row(f).subspan(part % 3 * narrow, narrow);
      float sum = 0;
      for (std::size_t i = 0; i < narrow; ++i) sum += character[i] * weight[i];
      filter_parts_[part * weights.rows + f] = sum;
    }
  }
  if (weights.rows % kQuad != 0) file.fail("the number of an embedder's filters is no multiple of 4");
  spelling_ =
      PackedMatrix(file.codes(prefix + "embedder.spelling.weight", width_, weights.rows), kHiddenStep);
}

Embedder::Word Embedder::read(std::string_view form) const {
  const std::u32string normal = normalise_form(form);
  const std::u32string low = lower_form(normal);
  const std::string key = encode_form(low);
  Word word;
  word.vector = vector_words_->find(key);
  const std::size_t entry = lexicon_words_->find(key);
  word.lexicon = entry == lexicon_words_->size() ? 0 : entry + 1;
  const char* known = word.vector < vector_words_->size() ? "1" : "0";
  const std::array<std::string, kAffixes> features = {
      "2" + encode_form(tail(low, 2)), "3" + encode_form(tail(low, 3)),
      "p" + encode_form(std::u32string_view(low).substr(0, 3)), "s" + encode_form(form_shape(normal)),
      "o" + (known + encode_form(std::u32string_view(normal).substr(0, 1)))};
  std::size_t first = 0;
  for (std::size_t i = 0; i < kAffixes; ++i) {
    word.affixes[i] = first + bucket(features[i], hash_rows_[i]);
    first += hash_rows_[i];
  }
  word.length = std::min(normal.size(), kMaxCharacters);
  const std::size_t skipped = normal.size() - word.length;
  for (std::size_t i = 0; i < word.length; ++i) {
    const auto found = characters_.find(normal[i < kMaxCharacters / 2 ? i : i + skipped]);
    word.characters[i] = found == characters_.end() ? kUnknownCharacter : found->second;
  }
  return word;
}

// Filters over three characters, the maximum over the form, rectified.
void Embedder::spell(const Word& word, std::span<float> filters) const {
  const std::size_t count = filters.size();
  std::fill(filters.begin(), filters.end(), -std::numeric_limits<float>::max());
  const std::vector<float> nothing(count);
  for (std::size_t i = 0; i < word.length; ++i) {
    // As in training: no character stands before the first one, padding behind the last one of a form
    // that is not cut.
    const float* a = i > 0 ? filter_parts_.data() + (3 * word.characters[i - 1]) * count : nothing.data();
    const float* b = filter_parts_.data() + (3 * word.characters[i] + 1) * count;
    const std::size_t right = i + 1 < word.length ? word.characters[i + 1] : kPadding;
    const float* c = i + 1 < kMaxCharacters ? filter_parts_.data() + (3 * right + 2) * count : nothing.data();
    for (std::size_t f = 0; f < count; ++f) filters[f] = std::max(filters[f], (a[f] + b[f]) + c[f]);
  }
  for (std::size_t f = 0; f < count; ++f) filters[f] = std::max(filters[f] + filter_bias_[f], 0.0F);
}

void Embedder::add_tables(const Word& word, std::span<float> vector) const {
  add_row(lexicon_, word.lexicon, vector);
  for (const std::size_t row : word.affixes) add_row(affixes_, row, vector);
}

// To mean 0 and variance 1, then a learnt scale and shift.
void Embedder::normalise(std::span<float> vector) const {
  const auto size = static_cast<double>(vector.size());
  double sum = 0;
  for (const float v : vector) sum += v;
  const double mean = sum / size;
  double squares = 0;
  for (const float v : vector) squares += (v - mean) * (v - mean);
  const double factor = 1 / std::sqrt(squares / size + kNormEpsilon);
  for (std::size_t i = 0; i < vector.size(); ++i) {
    vector[i] = static_cast<float>((vector[i] - mean) * factor) * norm_weight_[i] + norm_bias_[i];
  }
}

void Embedder::embed(std::span<const std::string_view> forms, std::span<float> vectors) const {
  const std::size_t filters = filter_bias_.size();
  std::vector<float> spelled(filters);
  std::vector<std::int16_t> spelled_fixed(filters);
  std::vector<std::int16_t> codes(vectors_.columns);
  std::vector<float> product(std::max(vector_.row_size(), spelling_.row_size()));
  for (std::size_t w = 0; w < forms.size(); ++w) {
    const Word word = read(forms[w]);
    const auto vector = vectors.subspan(w * width_, width_);
    std::copy(bias_.begin(), bias_.end(), vector.begin());
    if (word.vector < vectors_.rows) {
      const auto row = vectors_.row(word.vector);
      std::copy(row.begin(), row.end(), codes.begin());
      kernels::multiply(vector_, codes.data(), codes.size(), 1, product.data(), product.size());
      const float scale = vectors_.scales[word.vector];
      for (std::size_t i = 0; i < width_; ++i) vector[i] += product[i] * scale;
    }
    add_tables(word, vector);
    spell(word, spelled);
    kernels::quantise(spelled, kHiddenStep, spelled_fixed.data());
    kernels::multiply(spelling_, spelled_fixed.data(), filters, 1, product.data(), product.size());
    for (std::size_t i = 0; i < width_; ++i) vector[i] += product[i];
    normalise(vector);
  }
}

}  // namespace newsgraph
