// Which actor stands for which: the White House for the United States.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/builder.h"

namespace newsgraph {

// What roll-up needs to know of a node. `links` are indices into the list of actors, most telling first.
struct LinkedActor {
  std::string_view type;
  std::vector<std::uint32_t> links;
};

// For each actor the one that replaces it, often itself. Rollup::organization climbs through links as
// long as they lead to an organization or group; Rollup::state climbs all links up to a place, and
// from a place only to another place. Circles of links are left where they close.
std::vector<std::uint32_t> representatives(std::span<const LinkedActor> actors, Rollup rollup);

}  // namespace newsgraph
