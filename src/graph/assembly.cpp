#include "graph/assembly.h"

#include <algorithm>
#include <boost/iterator/transform_iterator.hpp>
#include <numeric>
#include <string>
#include <unordered_set>
#include <utility>

#include "graph/content_ids.h"

namespace newsgraph {
namespace {

using Permutation = std::vector<std::uint32_t>;

Permutation identity(std::size_t size) {
  Permutation result(size);
  std::iota(result.begin(), result.end(), 0U);
  return result;
}

// Sorts nodes by the text of their id and makes edges point at their new places.
void sort_nodes(std::vector<Node>& nodes, std::vector<EdgeDraft>& edges, const StringPool& pool) {
  const auto before = [&pool](const Node& a, const Node& b) { return pool.text(a.id) < pool.text(b.id); };
  if (std::is_sorted(nodes.begin(), nodes.end(), before)) return;
  Permutation order = identity(nodes.size());
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return before(nodes[a], nodes[b]); });
  Permutation place(nodes.size());
  std::vector<Node> sorted;
  sorted.reserve(nodes.size());
  for (const std::uint32_t from : order) {
    place[from] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(nodes[from]));
  }
  nodes = std::move(sorted);
  for (EdgeDraft& draft : edges) {
    draft.source = place[draft.source];
    draft.target = place[draft.target];
  }
}

// Made from what the edge is; `repeat` tells edges apart that say the same.
ShortId make_id(const EdgeDraft& draft, const std::vector<Node>& nodes, StringPool& pool, unsigned repeat) {
  const std::uint64_t number =
      edge_number(pool.text(nodes[draft.source].id), pool.text(draft.edge.relation),
                  pool.text(nodes[draft.target].id), pool.text(draft.edge.status), repeat);
  return ShortId::from_number(number, "e_", pool);
}

// Asks for what make_id() will read of an edge's target a few edges later, each time for the next step
// there: node, place of its id, id. Sources come in order.
void prefetch_target(const std::vector<EdgeDraft>& edges, std::size_t i, const std::vector<Node>& nodes,
                     const StringPool& pool) {
  constexpr std::size_t kStep = 8;
  if (i + 3 * kStep >= edges.size()) return;
  __builtin_prefetch(&nodes[edges[i + 3 * kStep].target]);
  pool.prefetch_place(nodes[edges[i + 2 * kStep].target].id);
  pool.prefetch_text(nodes[edges[i + kStep].target].id);
}

void make_ids(std::vector<EdgeDraft>& edges, const std::vector<Node>& nodes, StringPool& pool) {
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (!edges[i].edge.id.empty()) continue;
    prefetch_target(edges, i, nodes, pool);
    edges[i].edge.id = make_id(edges[i], nodes, pool, 0);
  }
}

// The order of edges; equal ones stay in the order they came in.
Permutation edge_order(const std::vector<EdgeDraft>& edges, const StringPool& pool) {
  struct Key {
    std::uint64_t ends;
    std::uint32_t index;
  };
  const auto text_before = [&](const Edge& a, const Edge& b, bool fallback) {
    if (a.relation != b.relation) return pool.text(a.relation) < pool.text(b.relation);
    if (a.status != b.status) return pool.text(a.status) < pool.text(b.status);
    if (a.id != b.id) return a.id.text("e_", pool) < b.id.text("e_", pool);
    return fallback;
  };
  const auto before = [&](const Key& a, const Key& b) {
    if (a.ends != b.ends) return a.ends < b.ends;
    return text_before(edges[a.index].edge, edges[b.index].edge, a.index < b.index);
  };
  std::vector<Key> keys(edges.size());
  for (std::uint32_t i = 0; i < edges.size(); ++i)
    keys[i] = {std::uint64_t{edges[i].source} << 32 | edges[i].target, i};
  if (!std::is_sorted(keys.begin(), keys.end(), before)) std::sort(keys.begin(), keys.end(), before);
  Permutation order(edges.size());
  std::transform(keys.begin(), keys.end(), order.begin(), [](const Key& key) { return key.index; });
  return order;
}

// Gives every edge but the first of those with the same id another one.
void separate_ids(std::vector<EdgeDraft>& edges, const Permutation& order, const std::vector<Node>& nodes,
                  StringPool& pool) {
  std::vector<std::uint64_t> numbers(edges.size());
  std::transform(edges.begin(), edges.end(), numbers.begin(),
                 [](const EdgeDraft& d) { return d.edge.id.number(); });
  std::sort(numbers.begin(), numbers.end());
  if (std::adjacent_find(numbers.begin(), numbers.end()) == numbers.end()) return;
  std::unordered_set<std::uint64_t> taken;
  const std::unordered_set<std::uint64_t> given(numbers.begin(), numbers.end());
  for (const std::uint32_t i : order) {
    Edge& edge = edges[i].edge;
    if (taken.insert(edge.id.number()).second) continue;
    for (unsigned repeat = 2;; ++repeat) {
      edge.id = make_id(edges[i], nodes, pool, repeat);
      if (!given.contains(edge.id.number()) && taken.insert(edge.id.number()).second) break;
    }
  }
}

// The edges in their order, as Boost takes them.
Graph make_graph(std::vector<Node> nodes, const std::vector<EdgeDraft>& edges, const Permutation& order) {
  const auto ends = [&edges](std::uint32_t i) { return std::pair(edges[i].source, edges[i].target); };
  const auto bundle = [&edges](std::uint32_t i) -> const Edge& { return edges[i].edge; };
  Graph graph(boost::edges_are_unsorted_multi_pass, boost::make_transform_iterator(order.begin(), ends),
              boost::make_transform_iterator(order.end(), ends),
              boost::make_transform_iterator(order.begin(), bundle), static_cast<Vertex>(nodes.size()));
  for (std::size_t i = 0; i < nodes.size(); ++i) graph[static_cast<Vertex>(i)] = std::move(nodes[i]);
  return graph;
}

}  // namespace

void sort_attributes(Attributes& attributes, const StringPool& pool) {
  if (attributes.size() < 2) return;
  std::stable_sort(attributes.begin(), attributes.end(), [&pool](const Attribute& a, const Attribute& b) {
    return a.name != b.name && pool.text(a.name) < pool.text(b.name);
  });
  const auto same = [](const Attribute& a, const Attribute& b) { return a.name == b.name; };
  attributes.erase(std::unique(attributes.begin(), attributes.end(), same), attributes.end());
}

Graph assemble(GraphData all, std::vector<Node> nodes, std::vector<EdgeDraft> edges) {
  StringPool& pool = *all.strings;
  sort_nodes(nodes, edges, pool);
  make_ids(edges, nodes, pool);
  const Permutation order = edge_order(edges, pool);
  separate_ids(edges, order, nodes, pool);

  Graph graph = make_graph(std::move(nodes), edges, order);
  pool.drop_index();  // a graph that is complete seldom gets new texts
  data(graph) = std::move(all);
  return graph;
}

}  // namespace newsgraph
