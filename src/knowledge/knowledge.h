// The gazetteer: names that the world knows, from the built-in tables and the user's file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/known_entity.h"

namespace newsgraph {

// How a name leads to an entity.
enum class SenseKind : std::uint8_t {
  name,       // "China"
  alias,      // "People's Republic of China", "PRC"
  adjective,  // "Chinese"
  demonym,    // "Britons"
  capital     // "Beijing": the government when it acts, the city where it is a place
};

struct Sense {
  const KnownEntity* entity = nullptr;  // for `capital` the state, not the city
  SenseKind kind = SenseKind::name;
};

const char* to_string(SenseKind) noexcept;

struct KnowledgeTables;

// Immutable once made, so threads may share it. Everything it returns lives as long as it does.
class Knowledge {
 public:
  // The tables that come with newsgraph; parsed once, on first use.
  static const Knowledge& built_in();
  // The built-in tables with the user's file over them: what the file says about a name or an id
  // wins. Throws UsageError with file:line and the remedy.
  static Knowledge with_user_file(const std::filesystem::path& file);
  // JSON texts, a later one over an earlier one as a user's file is over the built-in tables; `where` names
  // them in messages. Over the built-in tables, or alone.
  struct Source {
    std::string_view json;
    std::string where;
  };
  static Knowledge over_built_in(std::span<const Source> sources);
  static Knowledge from_json(std::span<const Source> sources);

  Knowledge(Knowledge&&) noexcept;
  Knowledge& operator=(Knowledge&&) noexcept;
  ~Knowledge();

  // All that a name can mean, the likeliest first: by kind in the order of SenseKind, then in the order of
  // the tables; empty where it is unknown. Dots of initials, diacritics, spacing, a leading "the" and a
  // trailing 's do not matter. Case matters for acronyms of up to three letters ("US", not "us"), and a name
  // written all in lower case is found only if the table has it so ("apple" is not Apple).
  // Allocates nothing for an ASCII name of usual length.
  std::span<const Sense> look_up(std::string_view name) const;

  // The entity of a name where all its senses agree on one and the name is not marked ambiguous; else
  // null. That a capital also stands for its state does not count: "Beijing" is the city.
  const KnownEntity* unambiguous(std::string_view name) const;

  // The state (or territory, or union of states) that a name, adjective, demonym, or acronym stands
  // for: "China", "Chinese", "U.S.", "EU". A capital counts if `capitals`. Null where none, or where two do
  // ("Korean").
  const KnownEntity* state(std::string_view name, bool capitals = false) const;
  // The state that an entity is, is part of or represents, directly or through others: the White House ->
  // United States.
  const KnownEntity* state_of(const KnownEntity&) const;

  // The name is also a person's, a company's or a common word: Georgia, Jordan, Washington, Apple.
  // Takes its meaning from context, or from the type that the language analysis gives.
  bool ambiguous(std::string_view name) const;
  // The user's file says that this name is no entity.
  bool ignored(std::string_view name) const;
  // The user's file says that these two names are two entities.
  bool never_merge(std::string_view a, std::string_view b) const;
  // The name stands in some never_merge pair.
  bool kept_apart(std::string_view name) const;

  const KnownEntity* find(std::string_view id) const noexcept;
  // All entities, sorted by id.
  std::span<const KnownEntity> entities() const noexcept;

 private:
  explicit Knowledge(std::unique_ptr<const KnowledgeTables>);
  std::unique_ptr<const KnowledgeTables> tables_;
};

}  // namespace newsgraph
