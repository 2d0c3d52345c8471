#include "knowledge/tables.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "knowledge/name_key.h"

namespace newsgraph {
namespace {

std::string lookup_key(std::string_view name) {
  return std::string(NameKey(name).lookup());
}

void append_new(std::vector<std::string>& to, std::vector<std::string>&& from) {
  for (std::string& text : from) {
    if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(std::move(text));
  }
}

void replace(std::string& value, std::string&& by) {
  if (!by.empty()) value = std::move(by);
}

bool ends_in(const std::vector<KnownLink>& links, std::string_view id) {
  return std::any_of(links.begin(), links.end(), [&](const KnownLink& link) { return link.target == id; });
}

}  // namespace

void TablesBuilder::add(KnowledgeFile&& file, const std::string& where, std::uint32_t layer) {
  where_ = where;
  layer_ = layer;
  entities_.reserve(entities_.size() + file.entries.size());
  for (EntityEntry& entry : file.entries) add_entry(std::move(entry));
  append_new(ignore_, std::move(file.ignore));
  for (const std::string& name : file.ambiguous) ambiguous_[lookup_key(name)] = layer;
  std::move(file.never_merge.begin(), file.never_merge.end(), std::back_inserter(never_merge_));
}

void TablesBuilder::add_entry(EntityEntry&& entry) {
  const std::uint32_t place = place_of(entry);
  if (place == kNone) return;
  wheres_[place] = where_ + ":" + std::to_string(entry.line);
  if (!entry.same_as.empty()) {  // its names are aliases, its id and name are not kept
    if (!entry.entity.name.empty())
      entry.entity.aliases.insert(entry.entity.aliases.begin(), entry.entity.name);
    entry.entity.name.clear();
  }
  name_all(entry.entity, place);
  merge(std::move(entry.entity), place);
}

// The entity that an entry speaks of: a new one, one that is known by this id or name, or the one that it
// is said to be the same as.
std::uint32_t TablesBuilder::place_of(const EntityEntry& entry) {
  std::string id = !entry.same_as.empty() ? entry.same_as : entry.entity.id;
  if (id.empty() || (!entry.same_as.empty() && !places_.contains(id))) {
    const std::uint32_t known = place_of_name(!entry.same_as.empty() ? entry.same_as : entry.entity.name);
    if (known != kNone) return known;
    if (!entry.same_as.empty()) {
      problems_.push_back({where_ + ":" + std::to_string(entry.line),
                           "\"same_as\": there is no \"" + id + "\"",
                           "Give the id or the name of an entity; \"newsgraph entities NAME\" finds it."});
      return kNone;
    }
    id = NameKey(entry.entity.name).words();
    if (id.empty()) return kNone;  // noted when the file was read
  }
  const auto [at, is_new] = places_.try_emplace(id, static_cast<std::uint32_t>(entities_.size()));
  if (is_new) {
    entities_.emplace_back().id = id;
    wheres_.emplace_back();
    capital_layers_.push_back(layer_);
  }
  return at->second;
}

// Only where all entities with this name are one.
std::uint32_t TablesBuilder::place_of_name(std::string_view name) const {
  const NameKey key(name);
  std::uint32_t found = kNone;
  for (const Naming& naming : namings_) {
    if (naming.kind > SenseKind::alias || naming.key != key.lookup()) continue;
    if (found != kNone && found != naming.entity) return kNone;
    found = naming.entity;
  }
  return found;
}

void TablesBuilder::merge(KnownEntity&& from, std::uint32_t place) {
  KnownEntity& into = entities_[place];
  if (!from.capitals.empty()) capital_layers_[place] = layer_;
  if (!from.name.empty() && !into.name.empty() && from.name != into.name)
    append_new(into.aliases, {into.name});
  replace(into.name, std::move(from.name));
  replace(into.type, std::move(from.type));
  replace(into.kind, std::move(from.kind));
  replace(into.gender, std::move(from.gender));
  append_new(into.aliases, std::move(from.aliases));
  append_new(into.adjectives, std::move(from.adjectives));
  append_new(into.demonyms, std::move(from.demonyms));
  append_new(into.capitals, std::move(from.capitals));
  append_new(into.context, std::move(from.context));
  std::erase(into.aliases, into.name);
  if (!from.links.empty()) into.links = std::move(from.links);
  into.identifiers.merge(from.identifiers);
}

void TablesBuilder::name_all(const KnownEntity& entity, std::uint32_t place) {
  if (!entity.name.empty()) name(entity.name, place, SenseKind::name);
  for (const std::string& alias : entity.aliases) name(alias, place, SenseKind::alias);
  for (const std::string& adjective : entity.adjectives) name(adjective, place, SenseKind::adjective);
  for (const std::string& demonym : entity.demonyms) name(demonym, place, SenseKind::demonym);
}

void TablesBuilder::name(const std::string& name, std::uint32_t place, SenseKind kind) {
  namings_.push_back({lookup_key(name), place, kind, layer_});
}

// All names of a capital also mean the state, unless a higher layer has the city's name for the city alone.
void TablesBuilder::name_capitals() {
  std::vector<std::vector<std::uint32_t>> states(entities_.size());
  for (std::uint32_t state = 0; state < entities_.size(); ++state) {
    for (const std::string& id : entities_[state].capitals) {
      if (const auto city = places_.find(id); city != places_.end()) states[city->second].push_back(state);
    }
  }
  const std::size_t count = namings_.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (namings_[i].kind > SenseKind::alias) continue;
    for (const std::uint32_t state : states[namings_[i].entity]) {
      const std::uint32_t layer =
          namings_[i].kind == SenseKind::name ? capital_layers_[state] : namings_[i].layer;
      namings_.push_back({namings_[i].key, state, SenseKind::capital, layer});
    }
  }
}

// Takes the alias away that makes the two names one entity: of the one that is not its proper name.
void TablesBuilder::part(const std::string& a, const std::string& b) {
  const auto entities_of = [&](const std::string& key) {
    std::vector<std::uint32_t> found;
    for (const Naming& naming : namings_) {
      if (naming.key == key) found.push_back(naming.entity);
    }
    return found;
  };
  for (const std::uint32_t entity : entities_of(a)) {
    const bool a_is_name = lookup_key(entities_[entity].name) == a;
    const std::vector<std::uint32_t> others = entities_of(b);
    if (std::find(others.begin(), others.end(), entity) == others.end()) continue;
    const std::string& loser = a_is_name || lookup_key(entities_[entity].name) != b ? b : a;
    std::erase_if(namings_, [&](const Naming& n) { return n.entity == entity && n.key == loser; });
    std::erase_if(entities_[entity].aliases,
                  [&](const std::string& alias) { return lookup_key(alias) == loser; });
  }
}

void TablesBuilder::check_links() {
  const auto check = [&](std::uint32_t place, const char* field, const std::string& target) {
    if (places_.contains(target)) return;
    problems_.push_back(
        {wheres_[place],
         "\"" + entities_[place].id + "\": \"" + field + "\" names no entity: \"" + target + "\"",
         "Give the id of an entity; \"newsgraph entities NAME\" finds it."});
  };
  for (std::uint32_t place = 0; place < entities_.size(); ++place) {
    const KnownEntity& entity = entities_[place];
    for (const KnownLink& link : entity.links) check(place, to_string(link.relation), link.target);
    for (const std::string& capital : entity.capitals) check(place, "capitals", capital);
    if (ends_in(entity.links, entity.id)) {
      problems_.push_back({wheres_[place], "\"" + entity.id + "\" is linked to itself", "Remove the link."});
    }
    if (entity.name.empty() || entity.type.empty()) {
      problems_.push_back(
          {wheres_[place],
           "\"" + entity.id + "\" is new and has no " + (entity.name.empty() ? "name" : "type"),
           "Give a name and a type, or the id or name of an entity that is known."});
    }
  }
}

// Sorts by key and removes what a higher layer overrules, meanings and marks alike. Where the higher layer
// marks the name as ambiguous, the lower one's meanings stay beside its own.
void TablesBuilder::drop_overruled() {
  std::stable_sort(namings_.begin(), namings_.end(), [](const Naming& a, const Naming& b) {
    return std::tie(a.key, b.layer, a.kind) < std::tie(b.key, a.layer, b.kind);
  });
  std::vector<Naming> kept;
  kept.reserve(namings_.size());
  bool shared = false;
  std::uint32_t top = 0;
  for (Naming& naming : namings_) {
    if (kept.empty() || kept.back().key != naming.key) {
      top = naming.layer;
      const auto mark = ambiguous_.find(naming.key);
      shared = mark != ambiguous_.end() && mark->second >= top;
      if (mark != ambiguous_.end() && !shared) ambiguous_.erase(mark);
    }
    if (shared || naming.layer == top) kept.push_back(std::move(naming));
  }
  namings_ = std::move(kept);
}

void TablesBuilder::write_entities(KnowledgeTables& tables, std::vector<std::uint32_t>& ranks) {
  std::vector<std::uint32_t> order(entities_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return entities_[a].id < entities_[b].id; });
  ranks.resize(order.size());
  tables.entities.reserve(order.size());
  for (const std::uint32_t place : order) {
    ranks[place] = static_cast<std::uint32_t>(tables.entities.size());
    tables.entities.push_back(std::move(entities_[place]));
  }
  tables.by_id.reserve(tables.entities.size());
  for (const KnownEntity& entity : tables.entities) tables.by_id.emplace(entity.id, &entity);
}

void TablesBuilder::write_senses(KnowledgeTables& tables, const std::vector<std::uint32_t>& ranks) {
  tables.senses.reserve(namings_.size());
  tables.names.reserve(namings_.size());
  for (Naming& naming : namings_) {
    const auto [at, is_new] = tables.names.try_emplace(std::move(naming.key));
    NameEntry& entry = at->second;
    if (is_new) entry.first = static_cast<std::uint32_t>(tables.senses.size());
    const KnownEntity* entity = &tables.entities[ranks[naming.entity]];
    const auto begin = tables.senses.begin() + entry.first;
    const bool known =
        std::any_of(begin, tables.senses.end(), [&](const Sense& s) { return s.entity == entity; });
    if (known) continue;  // "US" as a name and as an adjective
    tables.senses.push_back({entity, naming.kind});
    ++entry.count;
  }
}

void TablesBuilder::write_marks(KnowledgeTables& tables) {
  for (const auto& [key, layer] : ambiguous_) tables.names[key].ambiguous = true;
  for (const std::string& name : ignore_) tables.names[lookup_key(name)].ignored = true;
  for (const auto& [a, b] : never_merge_) {
    std::string first = lookup_key(a);
    std::string second = lookup_key(b);
    tables.names[first].kept_apart = true;
    tables.names[second].kept_apart = true;
    if (second < first) std::swap(first, second);
    tables.never_merge.emplace_back(std::move(first), std::move(second));
  }
  std::sort(tables.never_merge.begin(), tables.never_merge.end());
}

KnowledgeTables TablesBuilder::build() {
  KnowledgeTables tables;
  check_links();
  name_capitals();
  drop_overruled();
  for (const auto& [a, b] : never_merge_) part(lookup_key(a), lookup_key(b));
  std::vector<std::uint32_t> ranks;
  write_entities(tables, ranks);
  write_senses(tables, ranks);
  write_marks(tables);
  return tables;
}

}  // namespace newsgraph
