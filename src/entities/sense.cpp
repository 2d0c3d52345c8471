#include "entities/sense.h"

#include <algorithm>

#include "knowledge/name_words.h"
#include "support/ascii.h"

namespace newsgraph {
namespace {

// Whether the language analysis may call an entity of type `known` by `type`. It often errs between
// neighbours, and a state that acts looks like an organisation.
bool compatible(std::string_view known, std::string_view type) {
  if (type.empty() || type == "thing" || known == type) return true;
  if (known == "person" || type == "person") return false;
  if (known == "place") return type == "organization" || type == "group";
  if (type == "place") return false;
  return true;
}

bool is_surname(const Sense& sense, std::string_view name) {
  return sense.entity->type == "person" && split_words(name).size() == 1;
}

bool plural_or_adjective(std::string_view name, const Sense& sense) {
  const auto& adjectives = sense.entity->adjectives;
  return name.ends_with('s') || name.ends_with("men") ||
         std::any_of(adjectives.begin(), adjectives.end(),
                     [&](const std::string& a) { return name.ends_with(a); });
}

// Whether a sense can be meant at all, however likely it is.
bool possible(const Sense& sense, std::string_view name, const Usage& usage, const DocumentContext& context) {
  switch (sense.kind) {
    case SenseKind::capital:
      return context.acts(usage.acts) && usage.type != "person";
    case SenseKind::demonym:
      return usage.type != "person" && plural_or_adjective(name, sense);
    case SenseKind::adjective:
      return usage.type != "person";
    default:
      break;
  }
  if (!is_surname(sense, name)) return true;
  return usage.type != "place" && usage.type != "product" &&
         !context.other_person_called(name, *sense.entity);
}

bool is_initials(std::string_view name) {
  return name.size() < 7 &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_ascii_upper(c) || c == '.'; });
}

// Context counts most; without any, what acts is the state rather than its capital, and the order of
// the tables decides.
int score(const Sense& sense, const Usage& usage, const DocumentContext& context) {
  constexpr int kContext = 4;
  const int of_type = sense.entity->type == usage.type ? 1 : 0;
  const int of_government = sense.kind == SenseKind::capital ? 2 : 0;
  return kContext * context.count(sense.entity->context) + of_type + of_government;
}

}  // namespace

const KnownEntity* choose_sense(const Knowledge& knowledge, std::string_view name, const Usage& usage,
                                const DocumentContext& context) {
  const bool ambiguous = knowledge.ambiguous(name);
  const Sense* best = nullptr;
  int best_score = 0;
  for (const Sense& sense : knowledge.look_up(name)) {
    if (!possible(sense, name, usage, context)) continue;
    // "AOC" that makes monitors: initials are many people's and companies'.
    const bool thing = usage.type == "organization" || usage.type == "product";
    if (thing && sense.entity->type == "person" && is_initials(name)) continue;
    const bool agrees = compatible(sense.entity->type, usage.type);
    if (ambiguous && !agrees && (usage.type == "person" || context.count(sense.entity->context) == 0))
      continue;
    const int points = score(sense, usage, context) - (agrees ? 0 : 1);
    if (best == nullptr || points > best_score) {
      best = &sense;
      best_score = points;
    }
  }
  return best == nullptr ? nullptr : best->entity;
}

}  // namespace newsgraph
