// Texts about nodes that several formats share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/view.h"

namespace newsgraph {

// Whether XML 1.0 forbids it: below U+0020 and neither a tab nor the end of a line.
bool is_forbidden_control(char c);

// The text as XML would keep it.
std::string without_controls(std::string_view text);

// All aliases in one text: "UK; Britain". A semicolon or backslash inside an alias gets a backslash, so
// that the list can be taken apart again.
std::string joined_aliases(const NodeView& node);
std::vector<std::string> split_aliases(std::string_view joined);

struct Position {
  double x;
  double y;
};
// The attributes x and y, where both are there and finite.
std::optional<Position> position_of(const NodeView& node);

// The type as Neo4j likes a label: "Organization"; "" for no type. Other characters than ASCII letters
// and digits become underscores.
std::string type_label(std::string_view type);

}  // namespace newsgraph
