// How Knowledge keeps its names, and how they are put together from files.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "knowledge/knowledge.h"
#include "knowledge/knowledge_file.h"

namespace newsgraph {

// The senses of one key, and what is said about it.
struct NameEntry {
  std::uint32_t first = 0;  // in KnowledgeTables::senses
  std::uint32_t count = 0;
  bool ambiguous = false;
  bool ignored = false;
  bool kept_apart = false;
};

struct KeyHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view key) const noexcept { return std::hash<std::string_view>{}(key); }
};

struct KnowledgeTables {
  std::vector<KnownEntity> entities;  // sorted by id
  std::unordered_map<std::string_view, const KnownEntity*> by_id;
  std::vector<Sense> senses;
  std::unordered_map<std::string, NameEntry, KeyHash, std::equal_to<>> names;  // by NameKey::lookup()
  std::vector<std::pair<std::string, std::string>> never_merge;  // keys, the smaller first; sorted
};

// Puts files over one another. What does not fit together is added to `problems`.
class TablesBuilder {
 public:
  explicit TablesBuilder(std::vector<KnowledgeProblem>& problems) : problems_(problems) {}

  // What a file of a higher layer says about a name wins over lower layers. Layers are added in
  // order; `where` names the file in messages.
  void add(KnowledgeFile&& file, const std::string& where, std::uint32_t layer);
  KnowledgeTables build();

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  struct Naming {
    std::string key;
    std::uint32_t entity = 0;  // in order of arrival
    SenseKind kind = SenseKind::name;
    std::uint32_t layer = 0;
  };

  void add_entry(EntityEntry&& entry);
  std::uint32_t place_of(const EntityEntry& entry);
  std::uint32_t place_of_name(std::string_view name) const;
  void merge(KnownEntity&& from, std::uint32_t place);
  void name_all(const KnownEntity& entity, std::uint32_t place);
  void name(const std::string& name, std::uint32_t place, SenseKind kind);
  void name_capitals();
  void part(const std::string& a, const std::string& b);
  void check_links();
  void drop_overruled();
  void write_entities(KnowledgeTables& tables, std::vector<std::uint32_t>& ranks);
  void write_senses(KnowledgeTables& tables, const std::vector<std::uint32_t>& ranks);
  void write_marks(KnowledgeTables& tables);

  std::vector<KnowledgeProblem>& problems_;
  std::vector<KnownEntity> entities_;                      // in order of arrival
  std::vector<std::string> wheres_;                        // "file:line" of each
  std::unordered_map<std::string, std::uint32_t> places_;  // by id
  std::vector<std::uint32_t> capital_layers_;  // the layer that says what the capitals are, of each
  std::vector<Naming> namings_;
  std::map<std::string, std::uint32_t> ambiguous_;  // keys, and the highest layer that marks them
  std::vector<std::string> ignore_;                 // names
  std::vector<std::pair<std::string, std::string>> never_merge_;
  std::string where_;
  std::uint32_t layer_ = 0;
};

}  // namespace newsgraph
