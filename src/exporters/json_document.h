// The frame in which every JSON graph is written.
#pragma once

#include <string_view>

#include "exporters/json_fields.h"
#include "graph/view.h"

namespace newsgraph {

// Buffer, counters and fields for one document; close() hands on what is left.
class JsonDocument {
 public:
  JsonDocument(const Graph& graph, Sink& sink, Losses& losses,
               std::span<const std::string_view> more_reserved = {})
      : graph_(graph),
        sink_(sink),
        losses_(losses),
        json_(out_, counts_),
        fields_(graph, losses, more_reserved) {}

  JsonWriter& json() { return json_; }
  const JsonFields& fields() const { return fields_; }

  // A member with an array, one line for each node: `write(node)` writes its value.
  template <typename Write>
  void nodes(std::string_view name, const Write& write) {
    array(name, node_views(graph_), write);
  }
  template <typename Write>
  void edges(std::string_view name, const Write& write) {
    array(name, edge_views(graph_), write);
  }
  // A member with an object that has a member for each node: `write(node)` writes key and value.
  template <typename Write>
  void node_members(std::string_view name, const Write& write) {
    json_.line();
    json_.key(name);
    json_.begin_object();
    each(node_views(graph_), write);
    json_.end_object();
  }

  void close() {
    out_ << '\n';
    out_.drain(sink_);
    counts_.add_to(losses_);
  }

 private:
  template <typename Views, typename Write>
  void array(std::string_view name, const Views& views, const Write& write) {
    json_.line();
    json_.key(name);
    json_.begin_array();
    each(views, write);
    json_.end_array();
  }
  template <typename Views, typename Write>
  void each(const Views& views, const Write& write) {
    for (const auto view : views) {
      json_.line();
      write(view);
      out_.drain_when_full(sink_);
    }
  }

  const Graph& graph_;
  Sink& sink_;
  Losses& losses_;
  TextBuffer out_;
  LossCounts counts_;
  JsonWriter json_;
  JsonFields fields_;
};

}  // namespace newsgraph
