#include "claims/assemble/arguments.h"

#include <algorithm>

#include "knowledge/state_body.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

std::string_view type_before(const ResolutionContext& context, int sentence, const Argument& argument) {
  const auto& tokens = context.discourse.sentence(sentence).tokens;
  for (std::size_t t = 1; t < tokens.size(); ++t) {
    if (tokens[t].begin != argument.extent.begin) continue;
    const Token& before = tokens[t - 1];
    // "giant" is easily taken for an adjective.
    if ((before.upos != Upos::noun && before.upos != Upos::adj) || !is_ascii_lower(before.form[0])) break;
    const WordLists& words = WordLists::built_in();
    if (const auto type = words.type_of(before.lemma); !type.empty()) return type;
    const std::string_view first = t > 1 ? std::string_view(tokens[t - 2].lemma) : std::string_view{};
    if (const auto type = words.type_of(std::string(first) + " " + std::string(before.lemma)); !type.empty())
      return type;
    if (before.upos == Upos::adj) break;
    const bool two_words = argument.name.find(' ') != std::string::npos;
    const bool agent =
        two_words && before.lemma.size() > 4 &&
        (before.lemma.ends_with("er") || before.lemma.ends_with("or") || before.lemma.ends_with("ist"));
    return agent || words.role(before.lemma) || words.people_of(before.lemma) ? "person" : std::string_view{};
  }
  return {};
}

bool trades(const ResolutionContext& context, const Argument& argument) {
  const Knowledge& knowledge = context.discourse.knowledge();
  if (!argument.named || (argument.type != "organization" && argument.type != "person")) return false;
  if (parse_state_body(knowledge, argument.name)) return false;
  const auto senses = knowledge.look_up(argument.name);
  return std::none_of(senses.begin(), senses.end(),
                      [](const Sense& sense) { return sense.entity->kind == "armed-group"; });
}

bool surely_person(const StatedMatch& statement, const Argument& argument) {
  constexpr float kSure = 0.9F;
  if (!statement.rule().transaction || argument.type != "person") return false;
  const Sentence& where = statement.discourse().sentence(statement.sentence);
  // "Its parent, Rosetti Bernina": elsewhere the text says that it is a company.
  for (const Actor& actor : statement.discourse().actors()) {
    if (actor.name != argument.name) continue;
    const auto company = [](const std::string& role) {
      return WordLists::built_in().type_of(role) == "organization";
    };
    if (std::any_of(actor.roles.begin(), actor.roles.end(), company)) return false;
  }
  return std::any_of(where.names.begin(), where.names.end(), [&](const Name& name) {
    const Token& first = where.token(name.first);
    return first.begin == argument.extent.begin && name.last > name.first && name.confidence >= kSure;
  });
}

}  // namespace newsgraph
