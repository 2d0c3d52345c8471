// Nodes and edges, formatted in parts by several threads and written in order.
#pragma once

#include "formats/text/chunks.h"
#include "graph/traversal.h"
#include "graph/view.h"

namespace newsgraph {

// `Elements` formats them: made of a layout, the graph's texts, a buffer and counts, it has write(NodeView)
// and write(EdgeView). Each part has one of its own.
template <typename Elements, typename Layout>
class ElementChunks {
 public:
  ElementChunks(const Graph& graph, const Layout& layout, unsigned jobs, Sink& sink, LossCounts& counts)
      : graph_(graph), layout_(layout), jobs_(jobs), sink_(sink), counts_(counts) {}

  void write_nodes() {
    write(boost::num_vertices(graph_), [&](std::size_t begin, std::size_t end, Elements& elements) {
      for (std::size_t i = begin; i < end; ++i) elements.write(NodeView(graph_, static_cast<Vertex>(i)));
    });
  }
  void write_edges() {
    write(boost::num_edges(graph_), [&](std::size_t begin, std::size_t end, Elements& elements) {
      for_edges(graph_, begin, end, [&](const EdgeView& edge) { elements.write(edge); });
    });
  }

 private:
  template <typename Format>
  void write(std::size_t count, const Format& format) {
    write_in_chunks(count, jobs_, sink_, counts_,
                    [&](std::size_t begin, std::size_t end, TextBuffer& out, LossCounts& counts) {
                      Elements elements(layout_, *data(graph_).strings, out, counts);
                      format(begin, end, elements);
                    });
  }

  const Graph& graph_;
  const Layout& layout_;
  unsigned jobs_;
  Sink& sink_;
  LossCounts& counts_;
};

}  // namespace newsgraph
