// Tokens of raw text after the conventions of the UD English EWT treebank, by hand-written rules in
// one pass. A token knows its kind and what white space stood before it; where sentences end is
// decided later (sentences.h), and with it whether a last abbreviation gives up its full stop.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace newsgraph {

enum class TokenKind : std::uint8_t {
  word,
  clitic,  // the cut-off part of a contraction: 's, n't, 'll, "na" of gonna
  number,
  abbreviation,  // ends in a full stop that may also end the sentence: "Inc."
  title,         // an abbreviation that stands before a name: "Mr."
  initial,       // "J."
  acronym,       // "U.S.", "p.m."
  address,       // URL, e-mail address, host, file name, news group, handle, hash tag
  terminal,      // a run of . ! ? …
  open,
  close,
  quote,  // " or an apostrophe that belongs to no word
  hyphen,
  comma,
  mark  // any other punctuation, symbol, rule or emoticon
};

enum class Gap : std::uint8_t { none, space, line };

struct RawToken {
  std::uint32_t begin = 0;  // bytes into the text
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::word;
  Gap before = Gap::none;  // `line` where a line break was among the white space
};

// Appends the tokens of text[begin, end). Any bytes are accepted; what is not UTF-8 becomes part of
// words. Every byte that is not white space belongs to exactly one token.
void tokenize(std::string_view text, std::size_t begin, std::size_t end, std::vector<RawToken>& tokens);

}  // namespace newsgraph
