#include "claims/assemble/arguments.h"

#include <algorithm>

#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

bool same_entity(const Argument& a, const Argument& b) {
  return a.name == b.name;
}

bool overlaps(const Extent& a, const Extent& b) {
  return a.begin < b.end && b.begin < a.end;
}

bool may_be_subject(const Argument& argument) {
  return argument.named || argument.type == "person" || argument.type == "organization" ||
         argument.type == "group";
}

void coerce(const WordSet& types, const Knowledge& knowledge, bool places, std::string_view said,
            Argument& argument) {
  if (types.empty() || types.contains(argument.type) || !argument.named) return;
  // Of the things that a name may mean, the one that can be meant: "blocked Telegram".
  for (const Sense& sense : knowledge.look_up(argument.name)) {
    if (!types.contains(sense.entity->type) || sense.kind == SenseKind::adjective) continue;
    argument.type = sense.entity->type;
    return;
  }
  if (!types.contains("organization") || !knowledge.look_up(argument.name).empty()) return;
  const bool thing = said == "organization" || said == "product" || said == "work";
  const bool person = argument.type == "person";
  if (person && said == "person") return;
  const std::string first = argument.name.substr(0, argument.name.find(' '));
  const bool long_name = std::count(argument.name.begin(), argument.name.end(), ' ') > 1 && types.size() == 1;
  if (person && !thing && !long_name && first != argument.name &&
      WordLists::built_in().given_name(first) != Gender::unknown)
    return;
  const bool dated =
      std::any_of(argument.name.begin(), argument.name.end(), [](char c) { return is_ascii_digit(c); });
  if ((argument.type == "event" && !thing && dated) || (argument.type == "place" && !places)) return;
  argument.type = "organization";
}

void take_for_company(const Relation& relation, const Knowledge& knowledge, Argument& argument) {
  const bool owner = relation.is_between_names() && relation.object_types.contains("organization");
  if (owner && argument.named && argument.type == "place" && knowledge.look_up(argument.name).empty())
    argument.type = "organization";
}

}  // namespace newsgraph
