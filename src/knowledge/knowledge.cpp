#include "knowledge/knowledge.h"

#include <algorithm>
#include <array>

#include "knowledge/name_key.h"
#include "knowledge/tables.h"
#include "support/embedded.h"
#include "support/error.h"
#include "support/input_file.h"

NEWSGRAPH_EMBEDDED(newsgraph_entities_states);
NEWSGRAPH_EMBEDDED(newsgraph_entities_bodies);
NEWSGRAPH_EMBEDDED(newsgraph_entities_places);
NEWSGRAPH_EMBEDDED(newsgraph_entities_cities);
NEWSGRAPH_EMBEDDED(newsgraph_entities_groups);
NEWSGRAPH_EMBEDDED(newsgraph_entities_companies);
NEWSGRAPH_EMBEDDED(newsgraph_entities_people);
NEWSGRAPH_EMBEDDED(newsgraph_entities_ambiguous);

namespace newsgraph {
namespace {

// In the order in which names are tried where two tables have them.
std::array<Knowledge::Source, 8> built_in_sources() {
  return {{{NEWSGRAPH_EMBEDDED_TEXT(newsgraph_entities_states), "states.json"},
           {NEWSGRAPH_EMBEDDED_TEXT(newsgraph_entities_bodies), "bodies.json"},
           {NEWSGRAPH_EMBEDDED_TEXT(newsgraph_entities_places), "places.json"},
           {NEWSGRAPH_EMBEDDED_TEXT(newsgraph_entities_cities), "cities.json"},
           {NEWSGRAPH_EMBEDDED_TEXT(newsgraph_entities_groups), "groups.json"},
           {NEWSGRAPH_EMBEDDED_TEXT(newsgraph_entities_companies), "companies.json"},
           {NEWSGRAPH_EMBEDDED_TEXT(newsgraph_entities_people), "people.json"},
           {NEWSGRAPH_EMBEDDED_TEXT(newsgraph_entities_ambiguous), "ambiguous.json"}}};
}

void add_built_in(TablesBuilder& builder, std::vector<KnowledgeProblem>& problems) {
  for (const Knowledge::Source& source : built_in_sources()) {
    builder.add(read_knowledge_json(source.json, source.where, problems), source.where, 0);
  }
}

// The built-in tables and a user's file, with all that is wrong with the file.
KnowledgeTables tables_with(const std::filesystem::path& file, std::vector<KnowledgeProblem>& problems) {
  TablesBuilder builder(problems);
  add_built_in(builder, problems);
  const std::string json = read_file(file.string());
  builder.add(read_knowledge_json(json, file.string(), problems), file.string(), 1);
  return builder.build();
}

void throw_first(const std::vector<KnowledgeProblem>& problems) {
  if (problems.empty()) return;
  const KnowledgeProblem& first = problems.front();
  const std::string more =
      problems.size() == 1 ? ""
                           : " (and " + std::to_string(problems.size() - 1) + " more problems in the file)";
  throw UsageError(first.what + more, first.where, first.remedy);
}

bool stands_for_state(const KnownEntity& entity) {
  constexpr std::array<std::string_view, 4> kKinds{"state", "former-state", "territory", "union"};
  return std::find(kKinds.begin(), kKinds.end(), entity.kind) != kKinds.end();
}

constexpr int kMostLinks = 8;  // between an entity and its state; more is a circle

}  // namespace

const char* to_string(KnownLink::Relation relation) noexcept {
  return relation == KnownLink::Relation::part_of ? "part_of" : "represents";
}

const char* to_string(SenseKind kind) noexcept {
  constexpr std::array<const char*, 5> kNames{"name", "alias", "adjective", "demonym", "capital"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<KnowledgeProblem> check_knowledge_file(const std::filesystem::path& file) {
  std::vector<KnowledgeProblem> problems;
  tables_with(file, problems);
  return problems;
}

Knowledge::Knowledge(std::unique_ptr<const KnowledgeTables> tables) : tables_(std::move(tables)) {}
Knowledge::Knowledge(Knowledge&&) noexcept = default;
Knowledge& Knowledge::operator=(Knowledge&&) noexcept = default;
Knowledge::~Knowledge() = default;

const Knowledge& Knowledge::built_in() {
  static const Knowledge knowledge = [] {
    std::vector<KnowledgeProblem> problems;
    TablesBuilder builder(problems);
    add_built_in(builder, problems);
    auto tables = std::make_unique<const KnowledgeTables>(builder.build());
    throw_first(problems);
    return Knowledge(std::move(tables));
  }();
  return knowledge;
}

Knowledge Knowledge::with_user_file(const std::filesystem::path& file) {
  std::vector<KnowledgeProblem> problems;
  auto tables = std::make_unique<const KnowledgeTables>(tables_with(file, problems));
  throw_first(problems);
  return Knowledge(std::move(tables));
}

Knowledge Knowledge::over_built_in(std::span<const Source> sources) {
  std::vector<KnowledgeProblem> problems;
  TablesBuilder builder(problems);
  add_built_in(builder, problems);
  for (std::uint32_t layer = 0; layer < sources.size(); ++layer) {
    builder.add(read_knowledge_json(sources[layer].json, sources[layer].where, problems),
                sources[layer].where, layer + 1);
  }
  auto tables = std::make_unique<const KnowledgeTables>(builder.build());
  throw_first(problems);
  return Knowledge(std::move(tables));
}

Knowledge Knowledge::from_json(std::span<const Source> sources) {
  std::vector<KnowledgeProblem> problems;
  TablesBuilder builder(problems);
  for (std::uint32_t layer = 0; layer < sources.size(); ++layer) {
    builder.add(read_knowledge_json(sources[layer].json, sources[layer].where, problems),
                sources[layer].where, layer);
  }
  auto tables = std::make_unique<const KnowledgeTables>(builder.build());
  throw_first(problems);
  return Knowledge(std::move(tables));
}

namespace {

const NameEntry* find_entry(const KnowledgeTables& tables, std::string_view name) {
  NameKey key(name);
  if (key.empty()) return nullptr;
  auto found = tables.names.find(key.lookup());
  if (found == tables.names.end() && key.acronym()) {
    key.as_name();
    found = tables.names.find(key.lookup());
  }
  return found == tables.names.end() ? nullptr : &found->second;
}

}  // namespace

std::span<const Sense> Knowledge::look_up(std::string_view name) const {
  const NameEntry* entry = find_entry(*tables_, name);
  if (entry == nullptr) return {};
  return std::span(tables_->senses).subspan(entry->first, entry->count);
}

const KnownEntity* Knowledge::unambiguous(std::string_view name) const {
  const NameEntry* entry = find_entry(*tables_, name);
  if (entry == nullptr || entry->ambiguous) return nullptr;
  const KnownEntity* found = nullptr;
  for (const Sense& sense : std::span(tables_->senses).subspan(entry->first, entry->count)) {
    if (sense.kind == SenseKind::capital) continue;
    if (found != nullptr && found != sense.entity) return nullptr;
    found = sense.entity;
  }
  return found;
}

const KnownEntity* Knowledge::state(std::string_view name, bool capitals) const {
  const KnownEntity* found = nullptr;
  const KnownEntity* of_capital = nullptr;
  for (const Sense& sense : look_up(name)) {
    if (!stands_for_state(*sense.entity)) continue;
    if (sense.kind == SenseKind::capital) {
      of_capital = of_capital == nullptr ? sense.entity : of_capital;
    } else if (found != nullptr) {
      return nullptr;
    } else {
      found = sense.entity;
    }
  }
  return found != nullptr || !capitals ? found : of_capital;
}

const KnownEntity* Knowledge::state_of(const KnownEntity& entity) const {
  const KnownEntity* at = &entity;
  const KnownEntity* territory = nullptr;
  for (int step = 0; at != nullptr && step < kMostLinks; ++step) {
    if (at->kind == "territory") {
      territory = at;
    } else if (stands_for_state(*at)) {
      return at;
    }
    at = at->links.empty() ? nullptr
                           : find(at->links.back().target);  // what it represents before what it is part of
  }
  return territory;
}

bool Knowledge::ambiguous(std::string_view name) const {
  const NameEntry* entry = find_entry(*tables_, name);
  return entry != nullptr && entry->ambiguous;
}

bool Knowledge::ignored(std::string_view name) const {
  const NameEntry* entry = find_entry(*tables_, name);
  return entry != nullptr && entry->ignored;
}

bool Knowledge::kept_apart(std::string_view name) const {
  const NameEntry* entry = find_entry(*tables_, name);
  return entry != nullptr && entry->kept_apart;
}

bool Knowledge::never_merge(std::string_view a, std::string_view b) const {
  if (!kept_apart(a) || !kept_apart(b)) return false;
  std::pair<std::string, std::string> pair(NameKey(a).lookup(), NameKey(b).lookup());
  if (pair.second < pair.first) std::swap(pair.first, pair.second);
  return std::binary_search(tables_->never_merge.begin(), tables_->never_merge.end(), pair);
}

const KnownEntity* Knowledge::find(std::string_view id) const noexcept {
  const auto found = tables_->by_id.find(id);
  return found == tables_->by_id.end() ? nullptr : found->second;
}

std::span<const KnownEntity> Knowledge::entities() const noexcept {
  return tables_->entities;
}

}  // namespace newsgraph
