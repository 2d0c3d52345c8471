// What the readers of JSON graphs share.
#pragma once

#include <functional>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "formats/import/import.h"

namespace newsgraph {

// An object that is a member of the object, or an element of the array, at one of the paths that were
// asked for ("elements.nodes", "graphs.[].nodes"; "[.]" is the whole text, if it is an array). `key` is the
// member's name, empty in an array.
using UseElement =
    std::function<void(std::string_view path, const std::string& key, nlohmann::json& element)>;

// Reads JSON and hands out elements one by one, so that only one is in memory; returns what is left.
// Throws Error with origin, line and column where it is no JSON.
nlohmann::json read_json_elements(std::string_view bytes, const std::string& origin,
                                  std::span<const std::string_view> paths, const UseElement& use);

// A JSON graph whose nodes and edges are lists.
struct JsonGraphShape {
  std::span<const std::string_view> lists;  // paths: the first of the nodes, the others of edges
  const char* required;                     // the top member without which it is no such graph
  const char* missing;                      // what to say then
  const char* attributes;                   // the top member with the graph's own attributes
  void (*read_node)(GraphImport& import, const nlohmann::json& element, const std::string& origin);
  void (*read_edge)(GraphImport& import, const nlohmann::json& element, const std::string& origin);
  // Those of `lists` that hold nodes and edges, and how to tell an edge.
  std::span<const std::string_view> mixed_lists = {};
  bool (*is_edge)(const nlohmann::json& element) = nullptr;
};
// Throws Error where it is no JSON, or none of this shape. A node or edge that cannot be used is noted.
Graph read_json_graph(std::string_view bytes, const std::string& origin, const JsonGraphShape& shape);

// Begins an edge between the nodes that `source` and `target` name. Throws Error where one is missing.
void import_ends(GraphImport& import, const nlohmann::json& members, const std::string& origin);

// The edge's own id, the member `id`, where there is one.
void import_edge_id(GraphImport& import, const nlohmann::json& members);

// Whether the beginning of a JSON text shows a member at this path of names: {"graph", "nodes"}.
bool json_shows(std::string_view head, std::initializer_list<std::string_view> path);

// A JSON value as an attribute's; none for null. Arrays and objects are kept as the text of their JSON.
std::optional<Value> value_of(const nlohmann::json& value, StringPool& pool);

// The text of an id, which may be any JSON value.
std::string id_text(const nlohmann::json& id);

// Members as fields and attributes, but for those of `known` names.
void import_node(GraphImport& import, std::uint32_t node, const nlohmann::json& members,
                 std::span<const std::string_view> known);
void import_edge(GraphImport& import, const nlohmann::json& members, std::span<const std::string_view> known);
void import_graph(GraphImport& import, const nlohmann::json& members);
// One of these members.
void import_node_member(GraphImport& import, std::uint32_t node, const std::string& name,
                        const nlohmann::json& value);
void import_edge_member(GraphImport& import, const std::string& name, const nlohmann::json& value);

// The member as an object; an empty one where there is none.
const nlohmann::json& member_object(const nlohmann::json& object, const char* name);
// Throws Error where `object` has no such member.
const nlohmann::json& required_member(const nlohmann::json& object, const char* name,
                                      const std::string& origin);

}  // namespace newsgraph
