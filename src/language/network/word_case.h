// What the encoder is told of capitals, for its word pieces have none.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/sentence/capitals.h"

namespace newsgraph {

// The order is that of the rows of the model's table.
enum class WordCase : std::uint8_t { none, no_letter, lower, capitalised, upper, mixed };

WordCase word_case(std::string_view form);

// Rows of the table: of a word's first piece, of its others, and of the piece in front of a sentence.
constexpr std::uint8_t first_piece_case(std::uint8_t letters) {
  return letters;
}
constexpr std::uint8_t later_piece_case(std::uint8_t letters) {
  return static_cast<std::uint8_t>(letters + 5);
}
constexpr std::uint8_t sentence_case(Capitals capitals) {
  return static_cast<std::uint8_t>(11 + static_cast<int>(capitals));
}

}  // namespace newsgraph
