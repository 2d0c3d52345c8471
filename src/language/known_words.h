// The words that the language model has seen.
#pragma once

#include <string_view>

namespace newsgraph {

class Model;

// Case does not matter.
bool knows_word(const Model& model, std::string_view word);

}  // namespace newsgraph
