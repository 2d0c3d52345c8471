#include "claims/resolve/reference.h"

#include <algorithm>

#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

bool can_act(const Reference& reference) {
  const auto& type = reference.argument.type;
  return type == "person" || type == "organization" || type == "place" || type == "group";
}

bool Expected::admits(const Knowledge& knowledge, const Actor& actor) const {
  if (types != nullptr && !types->empty() && !types->contains(to_string(actor.type))) return false;
  if (not_kinds == nullptr || not_kinds->empty()) return true;
  if (actor.known != nullptr && not_kinds->contains(actor.known->kind)) return false;
  // "Washington", whatever the recogniser takes it for.
  if (not_kinds->contains("seat") && knowledge.state(actor.name, true) != nullptr) return false;
  // Nor does a body that only a description gives away: "the regulator Kestrel".
  if (std::any_of(actor.roles.begin(), actor.roles.end(),
                  [](const std::string& role) { return WordLists::built_in().body(role); }))
    return false;
  // The noun of the name: "Board" of "Board of Governors", "Court" of "Supreme Court".
  const std::string whole = actor.name.substr(0, actor.name.find(" of "));
  return !WordLists::built_in().body(ascii_lowered(whole.substr(whole.rfind(' ') + 1)));
}

}  // namespace newsgraph
