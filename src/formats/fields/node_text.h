// Texts about nodes that several formats share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/text/json_writer.h"
#include "graph/view.h"

namespace newsgraph {

// All aliases in one text: "UK; Britain". A semicolon or backslash inside an alias gets a backslash, so
// that the list can be taken apart again.
std::string joined_aliases(const NodeView& node);
std::vector<std::string> split_aliases(std::string_view joined);

// All aliases as an array of JSON; nothing for none.
void write_aliases(JsonWriter& json, std::string_view name, const NodeView& node);

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
