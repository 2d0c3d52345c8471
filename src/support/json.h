// JSON that users write or bring, with errors that say where.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "support/limits.h"

namespace newsgraph {

struct TextPosition {
  std::size_t line = 1;    // from 1
  std::size_t column = 1;  // from 1, in bytes
};
TextPosition position_of(std::string_view text, std::size_t byte);

// Whether arrays and objects lie deeper than `depth` inside one another; `text` need not be valid JSON.
bool json_deeper_than(std::string_view text, std::size_t depth);

// Throws Error with where = "name:line:column".
nlohmann::json parse_json(std::string_view text, const std::string& name, const Limits& limits = {});
// The same, objects keep the order of their keys.
nlohmann::ordered_json parse_ordered_json(std::string_view text, const std::string& name,
                                          const Limits& limits = {});

}  // namespace newsgraph
