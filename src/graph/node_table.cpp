#include "graph/node_table.h"

#include <algorithm>

#include "graph/assembly.h"

namespace newsgraph {

std::uint32_t NodeTable::place_of(StringId id) {
  const auto index = static_cast<std::uint32_t>(id);
  if (index >= places_.size()) places_.resize(std::max<std::size_t>(index + 1, places_.size() * 2));
  if (places_[index] == 0) {
    rows_.push_back({});
    rows_.back().id = id;
    places_[index] = size();
  }
  return places_[index] - 1;
}

void NodeTable::name(std::uint32_t place, StringId name, StringId type, std::uint64_t votes) {
  Row& row = rows_[place];
  const auto same = [&](const Row::Naming& naming) { return naming.name == name && naming.type == type; };
  if (row.naming.votes == 0) row.naming = {name, type, 0};
  if (same(row.naming)) {
    row.naming.votes += votes;
    return;
  }
  const auto found = std::find_if(row.more_namings.begin(), row.more_namings.end(), same);
  if (found == row.more_namings.end())
    row.more_namings.push_back({name, type, votes});
  else
    found->votes += votes;
}

void NodeTable::alias(std::uint32_t place, StringId alias) {
  auto& aliases = rows_[place].aliases;
  if (std::find(aliases.begin(), aliases.end(), alias) == aliases.end()) aliases.push_back(alias);
}

void NodeTable::link(std::uint32_t place, StringId relation, std::uint32_t target) {
  auto& links = rows_[place].links;
  const auto same = [&](const NodeLink& link) { return link.relation == relation && link.target == target; };
  if (std::none_of(links.begin(), links.end(), same)) links.push_back({relation, target});
}

NodeTable::Row::Naming NodeTable::best_naming(std::uint32_t place) const {
  const Row& row = rows_[place];
  const auto better = [this](const Row::Naming& a, const Row::Naming& b) {
    if (a.votes != b.votes) return a.votes > b.votes;
    if (a.name != b.name) return pool_.text(a.name) < pool_.text(b.name);
    return pool_.text(a.type) < pool_.text(b.type);
  };
  if (row.naming.votes == 0) return {row.id, kNoText, 0};
  const auto best = std::min_element(row.more_namings.begin(), row.more_namings.end(), better);
  return best == row.more_namings.end() || better(row.naming, *best) ? row.naming : *best;
}

Node NodeTable::take(std::uint32_t place) {
  const Row::Naming naming = best_naming(place);
  Row& row = rows_[place];
  Node node;
  node.id = row.id;
  node.name = naming.name;
  node.type = naming.type;
  node.mentions = row.mentions;
  node.documents = row.documents;
  node.aliases = std::move(row.aliases);
  std::erase(node.aliases, node.name);
  std::sort(node.aliases.begin(), node.aliases.end(),
            [this](StringId a, StringId b) { return pool_.text(a) < pool_.text(b); });
  node.attributes = std::move(row.attributes);
  sort_attributes(node.attributes, pool_);
  return node;
}

}  // namespace newsgraph
