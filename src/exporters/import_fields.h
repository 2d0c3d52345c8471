// The fields of nodes and edges that readers know by their names in files.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsgraph {

enum class NodeField : std::uint8_t { name, label, labels, type, aliases, mentions, documents, other };
enum class EdgeField : std::uint8_t {
  id,
  relation,
  interaction,
  weight,
  status,
  confidence,
  scope,
  first_date,
  last_date,
  documents,
  evidence,
  statements,
  other
};

// Upper and lower case alike (ASCII). Some names are only fields in files of other tools ("Edge Label").
NodeField node_field(std::string_view name);
EdgeField edge_field(std::string_view name);

}  // namespace newsgraph
