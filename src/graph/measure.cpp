#include "graph/measure.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "graph/centrality.h"
#include "graph/community.h"
#include "graph/view.h"
#include "support/error.h"

namespace newsgraph {
namespace {

constexpr std::size_t kMostExact = 5'000;
constexpr std::size_t kSources = 1'000;

template <typename Number>
Value value_of(Number number) {
  if constexpr (std::is_floating_point_v<Number>)
    return static_cast<double>(number);
  else
    return static_cast<std::int64_t>(number);
}

template <typename Number>
void set_all(Graph& graph, std::string_view name, const std::vector<Number>& values) {
  for (Vertex vertex = 0; vertex < values.size(); ++vertex)
    set_attribute(graph, vertex, name, value_of(values[vertex]));
}

void measure_degree(Graph& graph) {
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph))) {
    set_attribute(graph, vertex, "in_degree", value_of(boost::in_degree(vertex, graph)));
    set_attribute(graph, vertex, "out_degree", value_of(boost::out_degree(vertex, graph)));
    set_attribute(graph, vertex, "degree", value_of(degree(vertex, graph)));
  }
}

void measure_pagerank(Graph& graph) {
  set_all(graph, "pagerank", pagerank(directed_arcs(graph)));
}

void measure_betweenness(Graph& graph) {
  const std::size_t size = boost::num_vertices(graph);
  const std::size_t stride = size <= kMostExact ? 1 : (size + kSources - 1) / kSources;
  set_all(graph, "betweenness", betweenness(directed_arcs(graph), stride));
}

void measure_component(Graph& graph) {
  set_all(graph, "component", weak_components(graph));
}

void measure_community(Graph& graph) {
  set_all(graph, "community", number_by_size(communities(undirected_arcs(graph))));
}

struct Measure {
  std::string_view name;
  void (*add)(Graph&);
};
constexpr std::array kMeasures{Measure{"degree", measure_degree}, Measure{"pagerank", measure_pagerank},
                               Measure{"betweenness", measure_betweenness},
                               Measure{"component", measure_component},
                               Measure{"community", measure_community}};
constexpr auto kNames = [] {
  std::array<std::string_view, kMeasures.size()> names;
  std::transform(kMeasures.begin(), kMeasures.end(), names.begin(), [](const Measure& m) { return m.name; });
  return names;
}();

}  // namespace

std::span<const std::string_view> measure_names() {
  return kNames;
}

void measure(Graph& graph, std::string_view name) {
  const auto found =
      std::find_if(kMeasures.begin(), kMeasures.end(), [name](const Measure& m) { return m.name == name; });
  if (found == kMeasures.end()) {
    std::string known;
    for (const std::string_view each : kNames) known += (known.empty() ? "" : ", ") + std::string(each);
    throw UsageError("there is no measure \"" + std::string(name) + "\"", {}, "Known are " + known + ".");
  }
  found->add(graph);
}

void set_attribute(Graph& graph, Vertex vertex, std::string_view name, Value value) {
  StringPool& pool = *data(graph).strings;
  Attributes& attributes = graph[vertex].attributes;
  const auto at =
      std::lower_bound(attributes.begin(), attributes.end(), name,
                       [&pool](const Attribute& a, std::string_view b) { return pool.text(a.name) < b; });
  if (at != attributes.end() && pool.text(at->name) == name)
    at->value = value;
  else
    attributes.insert(at, {pool.intern(name), value});
}

}  // namespace newsgraph
