// A graph that was read, as text.
#pragma once

#include <string>

#include "graph/view.h"

namespace newsgraph::test {

// "id|name|type|attribute=value,… " for each node, "source>relation>target*weight|attribute=value,… " for
// each edge.
inline std::string attributes_of(const Attributes& attributes, const StringPool& pool) {
  std::string result;
  for (const Attribute& attribute : attributes) {
    result += "|" + std::string(pool.text(attribute.name)) + "=";
    if (const auto* text = std::get_if<StringId>(&attribute.value))
      result += "'" + std::string(pool.text(*text)) + "'";
    if (const auto* integer = std::get_if<std::int64_t>(&attribute.value)) result += std::to_string(*integer);
    if (const auto* real = std::get_if<double>(&attribute.value))
      result += "~" + std::to_string(*real).substr(0, 4);
    if (const auto* boolean = std::get_if<bool>(&attribute.value)) result += *boolean ? "true" : "false";
  }
  return result;
}

inline std::string describe(const Graph& graph) {
  const StringPool& pool = *data(graph).strings;
  std::string result;
  for (const NodeView node : node_views(graph))
    result += std::string(node.id()) + "|" + std::string(node.name()) + "|" + std::string(node.type()) +
              attributes_of(node.attributes(), pool) + "\n";
  for (const EdgeView edge : edge_views(graph))
    result += std::string(edge.source().id()) + ">" + std::string(edge.relation()) + ">" +
              std::string(edge.target().id()) + "*" + std::to_string(edge.weight()).substr(0, 3) +
              attributes_of(edge.attributes(), pool) + "\n";
  return result;
}

// What the reader had to say, a line a note: "- where: what" where something is missing, "? …" where it
// guessed.
inline std::string notes_of(const Graph& graph) {
  std::string result;
  for (const ReadNote& note : data(graph).notes)
    result += std::string(note.left_out ? "- " : "? ") + note.where + ": " + note.what +
              (note.more == 0 ? "" : " +" + std::to_string(note.more)) + "\n";
  return result;
}

}  // namespace newsgraph::test
