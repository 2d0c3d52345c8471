// Nodes and edges of JSON graphs as many tools write them: what they call ids, ends and labels, and how deep
// they put the properties.
//
//   {"id": 1, "label": "Acme"}                                    vis.js, D3
//   {"id": "4:ab:1", "labels": ["Company"], "properties": {…}}    Neo4j, LangChain
//   {"subject": "X:1", "predicate": "biolink:owns", "object": …}  KGX
//   {"source": {"id": "a", …}, "target": {"id": "b", …}}          D3 after its simulation, LangChain
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

#include "formats/import/import.h"

namespace newsgraph {

// `key`: the name under which an object of nodes has the node, or empty. A node without id and name is noted
// and left out; `number` counts the nodes of the file, from 1.
void read_any_node(GraphImport& import, const std::string& key, const nlohmann::json& element,
                   const std::string& origin, std::size_t number);
// Likewise an edge that lacks an end.
void read_any_edge(GraphImport& import, const nlohmann::json& element, const std::string& origin,
                   std::size_t number);

// Whether the object names two ends in one of the ways above.
bool has_ends(const nlohmann::json& element);

// A node or an edge, whichever it is, of a list or file of both (APOC, KGX); a vertex with its edges
// (GraphSON); or a whole small graph ({"nodes": […], "relationships": […]}).
void read_any_record(GraphImport& import, nlohmann::json& record, const std::string& origin,
                     std::size_t number);

}  // namespace newsgraph
