#include "graph/statistics.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_set>

#include "graph/community.h"
#include "graph/document_table.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

using Counter = std::map<std::string, std::uint64_t, std::less<>>;

void count(Counter& counter, std::string_view text) {
  const auto found = counter.find(text);
  if (found == counter.end())
    counter.emplace(text, 1);
  else
    ++found->second;
}

std::vector<Count> by_frequency(const Counter& counter) {
  std::vector<Count> result(counter.begin(), counter.end());
  std::stable_sort(result.begin(), result.end(),
                   [](const Count& a, const Count& b) { return a.second > b.second; });
  return result;
}

// "news.example" of "https://www.news.example:8080/a".
std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t user = url.rfind('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
  url = url.substr(0, url.find(':'));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return url;
}

// "week/table.csv" of "week/table.csv:17".
std::string_view without_row(std::string_view file) {
  const std::size_t colon = file.find_last_not_of("0123456789");
  const bool row = colon != std::string_view::npos && colon + 1 < file.size() && file[colon] == ':';
  return row ? file.substr(0, colon) : file;
}

void count_statements(const Graph& graph, Statistics& result) {
  Counter sources;
  Counter years;
  std::unordered_set<std::uint32_t> documents;
  const std::vector<std::uint32_t> identities = document_identities(data(graph).documents);
  for (const EdgeView edge : edge_views(graph)) {
    for (std::size_t i = 0; i < edge.statement_count(); ++i) {
      const StatementView statement = edge.statement(i);
      ++result.statements;
      count(sources, source_of(statement));
      count(years, statement.date().substr(0, 4));
      const std::uint32_t identity = identities[statement.raw().document];
      if (identity != kUnknownDocument) documents.insert(identity);
    }
  }
  result.documents = documents.size();
  result.statements_by_source = by_frequency(sources);
  result.statements_by_year.assign(years.begin(), years.end());
}

void count_components(const Graph& graph, Statistics& result) {
  std::vector<std::uint64_t> sizes;
  for (const std::uint32_t component : weak_components(graph)) {
    if (component >= sizes.size()) sizes.resize(component + 1);
    ++sizes[component];
  }
  result.components = sizes.size();
  result.largest_component = sizes.empty() ? 0 : sizes.front();
}

std::vector<Count> most_connected(const Graph& graph, std::size_t top) {
  std::vector<Vertex> order(boost::num_vertices(graph));
  std::iota(order.begin(), order.end(), Vertex{0});
  const auto more = [&graph](Vertex a, Vertex b) {
    const auto left = degree(a, graph);
    const auto right = degree(b, graph);
    return left != right ? left > right : a < b;
  };
  top = std::min(top, order.size());
  const auto end = order.begin() + static_cast<std::ptrdiff_t>(top);
  std::partial_sort(order.begin(), end, order.end(), more);
  std::vector<Count> result;
  for (auto vertex = order.begin(); vertex != end; ++vertex)
    result.emplace_back(NodeView(graph, *vertex).name(), degree(*vertex, graph));
  return result;
}

}  // namespace

std::string_view source_of(const StatementView& statement) {
  const std::string_view host = host_of(statement.url());
  return host.empty() ? without_row(statement.file()) : host;
}

Statistics statistics_of(const Graph& graph, std::size_t top) {
  Statistics result;
  result.nodes = boost::num_vertices(graph);
  result.edges = boost::num_edges(graph);
  Counter relations;
  Counter statuses;
  Counter types;
  for (const EdgeView edge : edge_views(graph))
    count(relations, edge.relation()), count(statuses, edge.status());
  for (const NodeView node : node_views(graph)) {
    count(types, node.type());
    result.isolated += degree(node.vertex(), graph) == 0;
  }
  result.edges_by_relation = by_frequency(relations);
  result.edges_by_status = by_frequency(statuses);
  result.nodes_by_type = by_frequency(types);
  count_statements(graph, result);
  count_components(graph, result);
  result.most_connected = most_connected(graph, top);
  return result;
}

}  // namespace newsgraph
