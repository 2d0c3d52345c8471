// The frame in which every JSON graph is written.
#pragma once

#include <string_view>

#include "formats/base/format.h"
#include "formats/json/json_fields.h"
#include "formats/text/chunks.h"
#include "graph/traversal.h"

namespace newsgraph {

// Counters and fields for one document; close() hands on what is left. Lists are formatted by several
// threads, their elements with a writer of their own.
class JsonDocument {
 public:
  JsonDocument(const Graph& graph, Sink& sink, const ExportOptions& options, Losses& losses,
               std::span<const std::string_view> more_reserved = {})
      : graph_(graph),
        sink_(sink),
        jobs_(options.jobs),
        losses_(losses),
        json_(out_, counts_),
        fields_(graph, losses, more_reserved) {}

  // For what stands around the lists.
  JsonWriter& json() { return json_; }
  const JsonFields& fields() const { return fields_; }

  // A member with an array, one line for each node: `write(json, node)` writes its value.
  template <typename Write>
  void nodes(std::string_view name, const Write& write) {
    json_.line();
    json_.begin_array(name);
    each_node(write);
    json_.end_array();
  }
  // Likewise for edges: `write(json, edge)`.
  template <typename Write>
  void edges(std::string_view name, const Write& write) {
    json_.line();
    json_.begin_array(name);
    in_chunks(boost::num_edges(graph_), [&](JsonWriter& json, std::size_t begin, std::size_t end) {
      for_edges(graph_, begin, end, [&](const EdgeView& edge) {
        json.line();
        write(json, edge);
      });
    });
    json_.end_array();
  }
  // A member with an object that has a member for each node: `write(json, node)` writes key and value.
  template <typename Write>
  void node_members(std::string_view name, const Write& write) {
    json_.line();
    json_.begin_object(name);
    each_node(write);
    json_.end_object();
  }

  void close() {
    out_ << '\n';
    out_.drain(sink_);
    counts_.add_to(losses_);
  }

 private:
  template <typename Write>
  void each_node(const Write& write) {
    in_chunks(boost::num_vertices(graph_), [&](JsonWriter& json, std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        json.line();
        write(json, NodeView(graph_, static_cast<Vertex>(i)));
      }
    });
  }
  template <typename Format>
  void in_chunks(std::size_t count, const Format& format) {
    out_.drain(sink_);
    write_in_chunks(count, jobs_, sink_, counts_,
                    [&](std::size_t begin, std::size_t end, TextBuffer& out, LossCounts& counts) {
                      JsonWriter json(out, counts, begin != 0);
                      format(json, begin, end);
                    });
  }

  const Graph& graph_;
  Sink& sink_;
  unsigned jobs_;
  Losses& losses_;
  TextBuffer out_;
  LossCounts counts_;
  JsonWriter json_;
  JsonFields fields_;
};

}  // namespace newsgraph
