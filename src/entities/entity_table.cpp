#include "entities/entity_table.h"

#include <algorithm>
#include <iterator>

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
  result.aliases.assign(row.aliases.begin(), row.aliases.end());
  for (const auto& [name, times] : row.names) result.aliases.push_back(name);
  std::erase(result.aliases, result.name);
  std::sort(result.aliases.begin(), result.aliases.end());
  result.aliases.erase(std::unique(result.aliases.begin(), result.aliases.end()), result.aliases.end());
  for (const auto& [relation, target] : row.links) result.links.push_back({relation, target});
  return result;
}

std::map<std::string, Entity> EntityTable::linked(const std::vector<Entity>& named) const {
  std::vector<std::string> open;
  for (const Entity& entity : named)
    for (const EntityLink& link : entity.links) open.push_back(link.target);
  std::map<std::string, Entity> entities;
  while (!open.empty()) {
    const std::string id = std::move(open.back());
    open.pop_back();
    const KnownEntity* tables = known(id);
    if (tables == nullptr || rows_.contains(id) || entities.contains(id)) continue;
    const Entity& added = entities.emplace(id, to_entity(*tables)).first->second;
    for (const EntityLink& link : added.links) open.push_back(link.target);
  }
  return entities;
}

std::vector<Entity> EntityTable::entities() const {
  using ById = std::pair<const std::string, Row>;
  std::vector<const ById*> rows;
  rows.reserve(rows_.size());
  for (const ById& row : rows_) rows.push_back(&row);
  std::sort(rows.begin(), rows.end(), [](const ById* a, const ById* b) { return a->first < b->first; });

  std::vector<Entity> result;
  result.reserve(rows.size());
  for (const ById* row : rows) result.push_back(entity(row->first, row->second));
  const auto named = std::ssize(result);
  for (auto& [id, entity] : linked(result)) result.push_back(std::move(entity));
  std::inplace_merge(result.begin(), result.begin() + named, result.end(),
                     [](const Entity& a, const Entity& b) { return a.id < b.id; });
  return result;
}

}  // namespace newsgraph
