// From a word form to a vector: pre-trained vector, own vector, hashed affixes and character filters,
// added up and normalised. Depends on the form alone. tools/train/newsgraph_train/embedder.py trains it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/kernels.h"
#include "language/model_file.h"
#include "language/string_index.h"

namespace newsgraph {

class Embedder {
 public:
  // The tensors and tables prefix + "embedder.…" and the shared word vectors; `description` is the part
  // of the header about this embedder. Keeps views of the file's bytes.
  Embedder(const ModelFile& file, const std::string& prefix, const nlohmann::json& description);

  std::size_t width() const { return width_; }
  // vectors[i * width()] and following become the vector of forms[i].
  void embed(std::span<const std::string_view> forms, std::span<float> vectors) const;

 private:
  struct Word;
  Word read(std::string_view form) const;
  void read_hashed(const ModelFile& file, const std::string& prefix, const nlohmann::json& description);
  void read_characters(const ModelFile& file, const std::string& prefix);
  void spell(const Word& word, std::span<float> filters) const;
  void add_tables(const Word& word, std::span<float> vector) const;
  void normalise(std::span<float> vector) const;

  std::size_t width_;
  std::shared_ptr<const StringIndex> vector_words_;
  CodeMatrix vectors_;
  PackedMatrix vector_;  // from a pre-trained vector's codes
  std::vector<float> bias_;
  std::shared_ptr<const StringIndex> lexicon_words_;
  CodeMatrix lexicon_;  // row 0 for words that are not in the table
  CodeMatrix affixes_;
  std::vector<std::size_t> hash_rows_;
  std::map<char32_t, std::size_t> characters_;
  // What a character adds to the filters as the left neighbour, as itself and as the right neighbour:
  // filter_parts_[(3 * character + place) * filters].
  std::vector<float> filter_parts_;
  std::vector<float> filter_bias_;
  PackedMatrix spelling_;
  std::vector<float> norm_weight_;
  std::vector<float> norm_bias_;
};

}  // namespace newsgraph
