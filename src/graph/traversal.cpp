#include "graph/traversal.h"

namespace newsgraph {
namespace {

// Of a text, first its place in the table, then the text itself.
template <typename Touch>
void for_texts(const Graph& graph, const EdgeView& edge, const Touch& touch) {
  const Edge& raw = edge.raw();
  touch(raw.evidence);
  touch(edge.target().raw().id);
  for (const Statement& statement : edge.raw_statements()) {
    touch(statement.text);
    touch(statement.subject_text);
    touch(statement.object_text);
    const SourceDocument& document = data(graph).documents[statement.document];
    touch(document.id);
    touch(document.title);
    touch(document.date);
    touch(document.url);
    touch(document.file);
  }
}

}  // namespace

void prefetch(const Graph& graph, std::span<const EdgeDescriptor> edges) {
  const GraphData& all = data(graph);
  for (const EdgeDescriptor edge : edges) {
    __builtin_prefetch(&graph[boost::target(edge, graph)]);
    for (const Statement& statement : EdgeView(graph, edge).raw_statements())
      __builtin_prefetch(&all.documents[statement.document]);
  }
  for (const EdgeDescriptor edge : edges)
    for_texts(graph, {graph, edge}, [&](StringId id) { all.strings->prefetch_place(id); });
  for (const EdgeDescriptor edge : edges)
    for_texts(graph, {graph, edge}, [&](StringId id) { all.strings->prefetch_text(id); });
}

}  // namespace newsgraph
