// Where sentences end: a linear classifier over the gaps between tokens, with integer weights learnt
// from UD English EWT and GUM (tools/train), on top of a few hard rules.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/split/tokenize.h"

namespace newsgraph {

// More tokens than that make no sentence: such a run (a table, a list of names without end) is cut
// after a comma or other mark near the limit, or at the limit. It bounds the cost of parsing.
inline constexpr std::size_t kMaxSentenceTokens = 400;

// Cuts the tokens of one paragraph into sentences: for each the index one past its last token, the
// last of them tokens.size(). `hard_breaks` are byte offsets, ascending, of lines that start a
// sentence whatever stands before them. In a title only a closing . ! or ? ends a sentence.
std::vector<std::size_t> sentence_ends(std::string_view text, std::span<const RawToken> tokens,
                                       std::span<const std::uint32_t> hard_breaks, bool title);

}  // namespace newsgraph
