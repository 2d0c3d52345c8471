// Ids that are made from what a node or an edge is, so that they are the same in every graph.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "claims/record/claim.h"

namespace newsgraph {

// Of the node of an argument without an entity: "n_thing_" and what it is called. The underscore keeps it
// apart from ids of names.
std::string unnamed_node_id(const Argument& argument);

// The number in the id of an edge, "e_" and 16 hexadecimal digits; `repeat` tells edges apart that say the
// same, 0 is the first.
std::uint64_t edge_number(std::string_view source, std::string_view relation, std::string_view target,
                          std::string_view status, unsigned repeat = 0);

}  // namespace newsgraph
