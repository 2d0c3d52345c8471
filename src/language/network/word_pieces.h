// Word forms as pieces of a vocabulary, as uncased BERT cuts them (Wu et al. 2016, "Google's Neural Machine
// Translation System"): without accents, in small letters, marks and ideographs by themselves, then the
// longest piece first.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "language/network/model_file.h"
#include "language/network/string_index.h"

namespace newsgraph {

// The pieces of a form, at least one; of a longer form the first ones.
struct FormPieces {
  static constexpr std::size_t kMost = 12;

  std::array<std::uint32_t, kMost> ids = {};
  std::uint8_t count = 0;
  std::uint8_t letters = 0;  // of the form: WordCase
};

class WordPieces {
 public:
  // The table "encoder.pieces", in the order of their numbers. Throws Error where it lacks a special piece.
  explicit WordPieces(const ModelFile& file);

  std::size_t size() const { return pieces_->size(); }
  std::uint32_t first() const { return first_; }    // in front of a sentence: [CLS]
  std::uint32_t behind() const { return behind_; }  // [SEP]

  // Any bytes are a form.
  FormPieces cut(std::string_view form) const;

 private:
  std::uint32_t special(const ModelFile& file, std::string_view piece) const;
  void cut_word(std::u32string_view word, FormPieces& out) const;
  std::uint32_t longest(std::string_view rest, bool inside, std::size_t& length) const;

  std::shared_ptr<const StringIndex> pieces_;
  std::uint32_t first_, behind_, unknown_;
};

// The pieces of forms that were met, so that each is cut once. At most kForms forms; when that many are in
// it, it starts anew. Not for two threads at once.
class WordPieceCache {
 public:
  static constexpr std::size_t kForms = 16384;
  static constexpr std::size_t kLongest = 64;  // bytes; longer forms are not kept

  explicit WordPieceCache(const WordPieces& pieces) : pieces_(&pieces) {}

  // Valid until the next call.
  const FormPieces& find(std::string_view form);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view form) const { return std::hash<std::string_view>()(form); }
  };

  const WordPieces* pieces_;
  std::unordered_map<std::string, FormPieces, Hash, std::equal_to<>> forms_;
  FormPieces long_form_;
};

}  // namespace newsgraph
