#include "graph/lookup.h"

#include <algorithm>
#include <numeric>

#include "graph/view.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

template <typename Matches>
std::vector<Vertex> select(const Graph& graph, const Matches& matches) {
  std::vector<Vertex> result;
  for (const NodeView node : node_views(graph))
    if (matches(node)) result.push_back(node.vertex());
  return result;
}

// Levenshtein 1966, over bytes.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (const char byte : a) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replace = diagonal + (byte != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replace, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::vector<Vertex> find_nodes(const Graph& graph, std::string_view name) {
  std::vector<Vertex> found = select(graph, [name](const NodeView& node) { return node.id() == name; });
  if (!found.empty()) return found;
  const std::string folded = utf8::fold(name);
  found = select(graph, [&](const NodeView& node) { return utf8::fold(node.name()) == folded; });
  if (!found.empty()) return found;
  return select(graph, [&](const NodeView& node) {
    for (std::size_t i = 0; i < node.alias_count(); ++i)
      if (utf8::fold(node.alias(i)) == folded) return true;
    return false;
  });
}

std::string nearest_name(const Graph& graph, std::string_view name) {
  const std::string folded = utf8::fold(name);
  std::size_t best = folded.size() / 3 + 1;  // more changes than this make another name
  std::string nearest;
  for (const NodeView node : node_views(graph)) {
    const std::string other = utf8::fold(node.name());
    const std::size_t longer = std::max(other.size(), folded.size());
    if (longer - std::min(other.size(), folded.size()) > best) continue;
    const std::size_t distance = edit_distance(folded, other);
    if (distance > best || (distance == best && !nearest.empty())) continue;
    best = distance;
    nearest = node.name();
  }
  return nearest;
}

}  // namespace newsgraph
