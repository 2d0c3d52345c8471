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

// Where no field above tells it, an attribute of one of these names does; the smallest rank first, 0 for
// other names. Case, blanks and punctuation do not matter: "labelE", "edge_type", "Shared name".
unsigned name_rank(std::string_view attribute);      // of nodes
unsigned type_rank(std::string_view attribute);      // of nodes
unsigned relation_rank(std::string_view attribute);  // of edges
// Names of these ranks are more telling than an id that says something; those of any rank than one that does
// not.
constexpr unsigned kTellingName = 9;
constexpr unsigned kAnyName = 1000;

// Whether the value only says how an edge is drawn ("Directed", "arrow").
bool is_drawing_kind(std::string_view value);

// The first of several labels, in any of the ways in which tools write them in one text: ":Person:Actor",
// "Person;Actor", "Person|Actor", ["Person", "Actor"]; without the prefix of a vocabulary ("biolink:").
std::string_view first_label(std::string_view labels);

}  // namespace newsgraph
