#include "graph/diff.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "graph/view.h"

namespace newsgraph {
namespace {

using Names = std::map<std::string, std::string, std::less<>>;  // by node id

EdgeKey key_of(const EdgeView& edge) {
  return {std::string(edge.source().id()),
          std::string(edge.source().name()),
          std::string(edge.relation()),
          std::string(edge.target().id()),
          std::string(edge.target().name()),
          std::string(edge.status()),
          edge.id()};
}

auto identity_of(const EdgeKey& key) {
  return std::tie(key.subject, key.relation, key.object, key.status);
}

struct KeyOrder {
  bool operator()(const EdgeKey& a, const EdgeKey& b) const { return identity_of(a) < identity_of(b); }
};

// What is compared of the edges with one key: parallel ones are taken together.
struct Content {
  double weight = 0;
  std::string scope;
  std::string first_date;
  std::string last_date;
};
using Edges = std::map<EdgeKey, Content, KeyOrder>;

struct ClaimOrder {
  bool operator()(const ClaimChange& a, const ClaimChange& b) const {
    const auto left = identity_of(a.edge);
    const auto right = identity_of(b.edge);
    return left != right ? left < right : std::tie(a.document, a.text) < std::tie(b.document, b.text);
  }
};
using Claims = std::set<ClaimChange, ClaimOrder>;

Names names_of(const Graph& graph) {
  Names names;
  for (const NodeView node : node_views(graph)) names.emplace(node.id(), node.name());
  return names;
}

void widen(Content& content, const EdgeView& edge) {
  content.weight += edge.weight();
  if (content.scope.empty()) content.scope = edge.scope();
  const std::string first(edge.first_date());
  if (!first.empty() && (content.first_date.empty() || first < content.first_date))
    content.first_date = first;
  content.last_date = std::max(content.last_date, std::string(edge.last_date()));
}

Edges edges_of(const Graph& graph) {
  Edges edges;
  for (const EdgeView edge : edge_views(graph)) widen(edges[key_of(edge)], edge);
  return edges;
}

// The key with what the edges that have it say together.
EdgeKey summed(const Edges::value_type& entry) {
  EdgeKey key = entry.first;
  key.weight = entry.second.weight;
  key.last_date = entry.second.last_date;
  return key;
}

Claims claims_of(const Graph& graph) {
  Claims claims;
  for (const EdgeView edge : edge_views(graph))
    for (std::size_t i = 0; i < edge.statement_count(); ++i)
      claims.insert(
          {key_of(edge), std::string(edge.statement(i).document()), std::string(edge.statement(i).text())});
  return claims;
}

// Calls `use` for each entry of `from` whose key `other` lacks.
template <typename Map, typename Use>
void for_each_missing(const Map& from, const Map& other, const Use& use) {
  for (const auto& entry : from)
    if (!other.contains(entry.first)) use(entry);
}

std::vector<std::string> changed_fields(const Content& before, const Content& after) {
  std::vector<std::string> fields;
  if (before.weight != after.weight) fields.emplace_back("weight");
  if (before.scope != after.scope) fields.emplace_back("scope");
  if (before.first_date != after.first_date) fields.emplace_back("first_date");
  if (before.last_date != after.last_date) fields.emplace_back("last_date");
  return fields;
}

// An edge that went and one that came with the same subject, relation and object have changed status.
void pair_statuses(Difference& result, const Edges& older, const Edges& newer) {
  const auto triple = [](const EdgeKey& key) { return std::tie(key.subject, key.relation, key.object); };
  std::vector<EdgeKey>& gained = result.edges_gained;
  std::vector<bool> paired(gained.size());
  std::erase_if(result.edges_lost, [&](const EdgeKey& key) {
    auto at = std::lower_bound(gained.begin(), gained.end(), key,
                               [&](const EdgeKey& a, const EdgeKey& b) { return triple(a) < triple(b); });
    auto is_paired = paired.begin() + (at - gained.begin());
    for (; at != gained.end() && triple(*at) == triple(key) && *is_paired; ++at) ++is_paired;
    if (at == gained.end() || triple(*at) != triple(key)) return false;
    *is_paired = true;
    const Content& before = older.at(key);
    const Content& after = newer.at(*at);
    EdgeChange change{key, *at, changed_fields(before, after), before.weight, after.weight};
    change.fields.insert(change.fields.begin(), "status");
    result.edges_changed.push_back(std::move(change));
    return true;
  });
  std::size_t index = 0;
  std::erase_if(gained, [&](const EdgeKey&) { return paired[index++]; });
}

void compare_edges(Difference& result, const Edges& older, const Edges& newer) {
  for_each_missing(newer, older, [&](const auto& entry) { result.edges_gained.push_back(summed(entry)); });
  for_each_missing(older, newer, [&](const auto& entry) { result.edges_lost.push_back(summed(entry)); });
  for (const auto& [key, before] : older) {
    const auto found = newer.find(key);
    if (found == newer.end()) continue;
    std::vector<std::string> fields = changed_fields(before, found->second);
    if (!fields.empty())
      result.edges_changed.push_back(
          {summed({key, before}), summed(*found), std::move(fields), before.weight, found->second.weight});
  }
  pair_statuses(result, older, newer);
  std::stable_sort(result.edges_changed.begin(), result.edges_changed.end(),
                   [](const EdgeChange& a, const EdgeChange& b) { return KeyOrder()(a.before, b.before); });
}

}  // namespace

bool Difference::empty() const {
  return nodes_gained.empty() && nodes_lost.empty() && edges_gained.empty() && edges_lost.empty() &&
         edges_changed.empty() && claims_gained.empty() && claims_lost.empty();
}

Difference difference(const Graph& older, const Graph& newer) {
  Difference result;
  const Names old_names = names_of(older);
  const Names new_names = names_of(newer);
  const auto node_key = [](const auto& entry) { return EdgeKey{entry.first, entry.second, {}, {}, {}, {}}; };
  for_each_missing(new_names, old_names,
                   [&](const auto& entry) { result.nodes_gained.push_back(node_key(entry)); });
  for_each_missing(old_names, new_names,
                   [&](const auto& entry) { result.nodes_lost.push_back(node_key(entry)); });
  compare_edges(result, edges_of(older), edges_of(newer));
  const Claims old_claims = claims_of(older);
  const Claims new_claims = claims_of(newer);
  std::set_difference(new_claims.begin(), new_claims.end(), old_claims.begin(), old_claims.end(),
                      std::back_inserter(result.claims_gained), ClaimOrder());
  std::set_difference(old_claims.begin(), old_claims.end(), new_claims.begin(), new_claims.end(),
                      std::back_inserter(result.claims_lost), ClaimOrder());
  return result;
}

}  // namespace newsgraph
