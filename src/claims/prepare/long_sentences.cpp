#include "claims/prepare/prepare.h"

#include <iterator>

namespace newsgraph {

namespace {

constexpr std::size_t kLongest = 200;  // tokens; the longest of the treebanks has 159
constexpr std::size_t kSearched = 40;  // tokens before the limit in which a mark to cut behind is looked for

bool parts(const Token& token) {
  return token.form == "," || token.form == ";" || token.form == ":";
}

// How many of the tokens from `begin` on the next part takes.
std::size_t length_of_part(const Sentence& sentence, std::size_t begin) {
  if (sentence.tokens.size() - begin <= kLongest) return sentence.tokens.size() - begin;
  for (std::size_t length = kLongest; length > kLongest - kSearched; --length) {
    if (parts(sentence.tokens[begin + length - 1])) return length;
  }
  return kLongest;
}

Sentence part_of(const Sentence& whole, std::size_t begin, std::size_t length) {
  Sentence part;
  part.headline = whole.headline;
  part.starts_paragraph = whole.starts_paragraph && begin == 0;
  const auto first = whole.tokens.begin() + static_cast<std::ptrdiff_t>(begin);
  part.tokens.assign(first, first + static_cast<std::ptrdiff_t>(length));
  part.begin = part.tokens.front().begin;
  part.end = part.tokens.back().end;
  return part;
}

}  // namespace

void cut_long_sentences(std::vector<Sentence>& sentences) {
  std::vector<Sentence> cut;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (sentences[s].tokens.size() <= kLongest) {
      if (!cut.empty()) cut.push_back(std::move(sentences[s]));
      continue;
    }
    if (cut.empty()) {
      cut.assign(std::make_move_iterator(sentences.begin()),
                 std::make_move_iterator(sentences.begin() + static_cast<std::ptrdiff_t>(s)));
    }
    for (std::size_t begin = 0; begin < sentences[s].tokens.size();) {
      const std::size_t length = length_of_part(sentences[s], begin);
      cut.push_back(part_of(sentences[s], begin, length));
      begin += length;
    }
  }
  if (!cut.empty()) sentences = std::move(cut);
}

}  // namespace newsgraph
