// "Did you mean": the known word that is nearest to a mistyped one.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

// Bytes that are inserted, deleted, replaced, or change places with their neighbour, to turn `a` into `b`.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The first of the nearest of `known`; empty where none is near: more than a third of the word would change.
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> known);

// ` Did you mean "owns"?`, to go behind a sentence that ends with `end`; empty where no word is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> known,
                         std::string_view end = {});

// The same as a sentence of its own: `Did you mean "owns"?`, or `otherwise` where no word is near.
std::string suggestion(std::string_view word, const std::vector<std::string>& known,
                       const std::string& otherwise);

}  // namespace newsgraph
