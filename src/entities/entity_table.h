// All entities of a run, under the names that the documents give them.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "entities/entity.h"
#include "knowledge/knowledge.h"

namespace newsgraph {

// Takes what EntityResolver::resolve() returns, in any order: what comes out does not depend on it.
class EntityTable {
 public:
  explicit EntityTable(const Knowledge& knowledge) : knowledge_(&knowledge) {}

  // Each entity counts as one mention under its name and type, or as many as are given.
  void add(std::span<const Entity> entities);
  void add(const Entity& entity, std::uint64_t mentions);

  // Whether an entity with this id was added.
  bool has(const std::string& id) const { return rows_.contains(id); }
  // The entity of the tables with this id; null where they have none.
  const KnownEntity* known(const std::string& id) const;

  // Sorted by id. A known entity has the name of the tables; any other the name that most mentions
  // have, the first in byte order among equals; so the type. Entities that others are linked to are
  // there even where no document names them.
  std::vector<Entity> entities() const;

 private:
  // How often each text was seen; nearly always there is one.
  using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

  struct Row {
    Counts names;
    Counts types;
    std::vector<std::string> last_aliases;  // that were added; a known entity brings the same each time
    std::set<std::string> aliases;
    std::set<std::pair<std::string, std::string>> links;  // relation, target
  };

  Entity entity(const std::string& id, const Row& row) const;
  // Entities that are linked to, directly or through others, and that no document names; by id.
  std::map<std::string, Entity> linked(const std::vector<Entity>& named) const;

  const Knowledge* knowledge_;
  std::unordered_map<std::string, Row> rows_;  // by id
};

}  // namespace newsgraph
