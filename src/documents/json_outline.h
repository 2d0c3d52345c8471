// The keys at the top of a JSON text, by which graphs, claims and articles are told apart.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace newsgraph {

// Paths of the keys of the first value in `start`, which may be cut off anywhere, down to three levels:
// "nodes", "graph.nodes", "[].data" for the objects of an array. Empty where it is no JSON.
struct JsonOutline {
  std::set<std::string> keys;
  bool object = false;      // the value is an object
  bool array = false;       // … an array
  bool more_lines = false;  // the first line is a whole object, another one follows

  bool has(const std::string& path) const { return keys.contains(path); }
};

JsonOutline json_outline(std::string_view start);

}  // namespace newsgraph
