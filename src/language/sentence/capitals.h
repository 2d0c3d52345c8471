// How a sentence uses capitals. Where they tell nothing, because all letters are capitals or none is,
// the recogniser of names reads the words in lower case; a headline that capitalises every word is
// told apart, because there a capital does not mark a name.
#pragma once

#include <cstdint>
#include <span>

#include "language/sentence/sentence.h"

namespace newsgraph {

// The order is that of the rows of the model's table.
enum class Capitals : std::uint8_t { normal, every_word, uninformative };

Capitals capitals_of(std::span<const Token> tokens);

}  // namespace newsgraph
