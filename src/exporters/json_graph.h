// What the readers of JSON graphs share.
#pragma once

#include <functional>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "exporters/import.h"

namespace newsgraph {

// An object that is a member of the object, or an element of the array, at one of the paths that were
// asked for ("elements.nodes", "graphs.[].nodes"). `key` is the member's name, empty in an array.
using UseElement =
    std::function<void(std::string_view path, const std::string& key, nlohmann::json& element)>;

// Reads JSON and hands out elements one by one, so that only one is in memory; returns what is left.
// Throws Error with origin, line and column where it is no JSON.
nlohmann::json read_json_elements(std::string_view bytes, const std::string& origin,
                                  std::span<const std::string_view> paths, const UseElement& use);

// Whether the beginning of a JSON text shows a member at this path of names: {"graph", "nodes"}.
bool json_shows(std::string_view head, std::initializer_list<std::string_view> path);

// The text of an id, which may be any JSON value.
std::string id_text(const nlohmann::json& id);

// Members as fields and attributes, but for those of `known` names.
void import_node(GraphImport& import, std::uint32_t node, const nlohmann::json& members,
                 std::span<const std::string_view> known);
void import_edge(GraphImport& import, const nlohmann::json& members, std::span<const std::string_view> known);
void import_graph(GraphImport& import, const nlohmann::json& members);

// The member as an object; an empty one where there is none.
const nlohmann::json& member_object(const nlohmann::json& object, const char* name);
// Throws Error where `object` has no such member.
const nlohmann::json& required_member(const nlohmann::json& object, const char* name,
                                      const std::string& origin);

}  // namespace newsgraph
