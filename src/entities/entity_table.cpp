#include "entities/entity_table.h"

#include <algorithm>

#include "entities/resolver.h"

namespace newsgraph {
namespace {

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

void count(Counts& counts, const std::string& text, std::uint64_t times) {
  const auto found =
      std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == text; });
  if (found == counts.end())
    counts.emplace_back(text, times);
  else
    found->second += times;
}

// The first in byte order among equals.
std::string most_frequent(const Counts& counts) {
  const auto best = std::min_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  return best == counts.end() ? std::string() : best->first;
}

}  // namespace

void EntityTable::add(std::span<const Entity> entities) {
  for (const Entity& entity : entities) add(entity, 1);
}

void EntityTable::add(const Entity& entity, std::uint64_t mentions) {
  Row& row = rows_[entity.id];
  count(row.names, entity.name, mentions);
  if (!entity.type.empty()) count(row.types, entity.type, mentions);
  if (entity.aliases != row.last_aliases) {
    row.aliases.insert(entity.aliases.begin(), entity.aliases.end());
    row.last_aliases = entity.aliases;
  }
  for (const EntityLink& link : entity.links) row.links.emplace(link.relation, link.target);
}

const KnownEntity* EntityTable::known(const std::string& id) const {
  return knowledge_->find(std::string_view(id).substr(id.starts_with("n_") ? 2 : 0));
}

Entity EntityTable::entity(const std::string& id, const Row& row) const {
  const KnownEntity* tables = known(id);
  Entity result;
  result.id = id;
  result.name = tables != nullptr ? tables->name : most_frequent(row.names);
  result.type = tables != nullptr ? tables->type : most_frequent(row.types);
  std::set<std::string> aliases = row.aliases;
  for (const auto& [name, times] : row.names) aliases.insert(name);
  aliases.erase(result.name);
  result.aliases.assign(aliases.begin(), aliases.end());
  for (const auto& [relation, target] : row.links) result.links.push_back({relation, target});
  return result;
}

void EntityTable::add_linked(std::map<std::string, Entity>& entities) const {
  std::vector<std::string> open;
  for (const auto& [id, entity] : entities) {
    for (const EntityLink& link : entity.links) open.push_back(link.target);
  }
  while (!open.empty()) {
    const std::string id = std::move(open.back());
    open.pop_back();
    const KnownEntity* tables = known(id);
    if (tables == nullptr || entities.contains(id)) continue;
    const Entity& added = entities.emplace(id, to_entity(*tables)).first->second;
    for (const EntityLink& link : added.links) open.push_back(link.target);
  }
}

std::vector<Entity> EntityTable::entities() const {
  std::map<std::string, Entity> by_id;
  for (const auto& [id, row] : rows_) by_id.emplace(id, entity(id, row));
  add_linked(by_id);
  std::vector<Entity> result;
  result.reserve(by_id.size());
  for (auto& [id, entity] : by_id) result.push_back(std::move(entity));
  return result;
}

}  // namespace newsgraph
