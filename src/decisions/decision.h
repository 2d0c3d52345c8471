// What a person decided about a claim, an edge or a name: one line of decisions.jsonl. docs/decisions.md
// describes the file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

enum class Verb : std::uint8_t { accept, reject, edit, merge, split, ignore, undo };

// What a decision is about. accept, reject and edit are about a claim or an edge; merge, split and ignore
// about names; undo about any.
enum class Matter : std::uint8_t { claim, edge, names };

// What an edit makes of a claim, or of all statements of an edge; what it does not name stays.
struct Changes {
  std::optional<std::string> subject;  // names
  std::optional<std::string> subject_type;
  std::optional<std::string> relation;
  std::optional<std::string> object;
  std::optional<std::string> object_type;
  std::optional<std::string> status;  // asserted, planned, ended, denied
  std::optional<std::string> scope;   // may be empty: then there is none

  bool empty() const;
  friend bool operator==(const Changes&, const Changes&) = default;
};

struct Decision {
  Verb verb = Verb::accept;
  Matter matter = Matter::claim;
  // Of a claim: its id, and what finds it where it has another id now: the sentence, the relation, and what
  // stands in the sentence for the arguments (or their names). What is empty is not asked for; one of id and
  // sentence is there.
  std::string claim;
  std::string sentence;
  // Of an edge: names or ids of its ends.
  std::string subject;
  std::string relation;
  std::string object;
  std::string status;              // of an edge; empty: any
  std::vector<std::string> names;  // matter names: at least one; merge and split: at least two with `into`
  std::string into;                // merge: the name that all of them get
  Changes set;                     // edit
  // For people; newsgraph keeps them and does nothing with them.
  std::string at;  // a date or time
  std::string by;
  std::string note;
  friend bool operator==(const Decision&, const Decision&) = default;
};

const char* to_string(Verb) noexcept;
std::optional<Verb> parse_verb(std::string_view) noexcept;

// What a decision is about, such that a later one about the same replaces it: equal for equal matters,
// whatever their verbs. A claim's id decides, else its sentence, arguments and relation; the names of an edge
// and of a merge in any spelling, those of a merge in any order.
std::string matter_key(const Decision& decision);

}  // namespace newsgraph
