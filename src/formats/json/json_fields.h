// The members of nodes and edges that the JSON formats share.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "formats/fields/columns.h"
#include "formats/text/json_writer.h"
#include "graph/view.h"

namespace newsgraph {

// Whether JSON can say it: numbers have to be finite.
bool has_json(const Value& value);
// The attribute as a member; numbers that are not finite are left out, and counted.
void write_attribute(JsonWriter& json, std::string_view name, const Value& value, const StringPool& pool);

// The ids of the edge's ends, as `source` and `target`.
void write_ends(JsonWriter& json, const EdgeView& edge);

class JsonFields {
 public:
  // Beside our own names no attribute may have one of `more_reserved`.
  JsonFields(const Graph& graph, Losses& losses, std::span<const std::string_view> more_reserved = {});

  // Members into an object that is open; the id is the caller's.
  void write_node(JsonWriter& json, const NodeView& node) const;
  void write_edge(JsonWriter& json, const EdgeView& edge) const;
  void write_graph(JsonWriter& json) const;
  // The attributes x and y as {"x":…,"y":…} under `key`, where the node has both.
  void write_position(JsonWriter& json, std::string_view key, const NodeView& node) const;

 private:
  void write_attributes(JsonWriter& json, const Attributes& attributes,
                        const std::vector<Column>& columns) const;

  const Graph& graph_;
  std::vector<Column> node_columns_;
  std::vector<Column> edge_columns_;
};

}  // namespace newsgraph
