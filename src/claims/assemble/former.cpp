#include "claims/assemble/former.h"

#include <algorithm>

#include "claims/assemble/status.h"
#include "claims/grammar/frame.h"

namespace newsgraph {

namespace {

// The first rule of a transaction that a verb triggers, of those that fit; null for none.
template <typename Fits>
const TriggerRule* transaction(const StatedMatch& statement, int verb, Fits fits) {
  const RelationSchema& schema = statement.schema();
  const Token& word = statement.tree().token(verb);
  if (!is_verb(word)) return nullptr;
  for (const std::size_t index : schema.rules_of(schema.trigger_lemma(word.lemma, word.form))) {
    const TriggerRule& rule = schema.rules()[index];
    if (rule.transaction && rule.relation == statement.rule().relation && fits(rule)) return &rule;
  }
  return nullptr;
}

bool is_within(const Tree& tree, int token, const Extent& extent) {
  return tree.token(token).begin >= extent.begin && tree.token(token).end <= extent.end;
}

// "bought it from Orion", "from the founder, Mara Doe".
bool is_bought_from(const StatedMatch& statement, const Reference& subject) {
  const Tree& tree = statement.tree();
  return std::ranges::any_of(statement.match.subjects, [&](int token) {
    if (!is_within(tree, token, subject.argument.extent)) return false;
    const int named = tree.first_conjunct(token);
    const int phrase = tree.deprel(named) == Deprel::appos ? tree.head(named) : named;
    const int above = tree.head(phrase);
    return above >= 0 && tree.deprel(phrase) == Deprel::obl && tree.preposition(phrase) == "from" &&
           transaction(statement, above, [](const TriggerRule&) { return true; }) != nullptr;
  });
}

// "agreed to sell its Vega business": whether a verb says that the subject gives away what the match is
// about.
bool sells(const StatedMatch& statement, const Reference& subject) {
  const Tree& tree = statement.tree();
  const auto ends = [](const TriggerRule& rule) {
    const bool ended = rule.status[static_cast<std::size_t>(Status::asserted)] == Status::ended;
    return ended && !rule.subject.empty() && rule.subject.front().place == Role::Place::agent;
  };
  for (int verb = 0; verb < tree.size(); ++verb) {
    if (transaction(statement, verb, ends) == nullptr) continue;
    const Frame frame = frame_of(tree, verb);
    const bool sold = std::ranges::any_of(frame.objects, [&](int thing) {
      return std::ranges::any_of(statement.match.objects,
                                 [&](int object) { return tree.dominates(thing, object); });
    });
    const bool by_subject = std::ranges::any_of(
        frame.subjects, [&](int token) { return is_within(tree, token, subject.argument.extent); });
    if (sold && by_subject) return true;
  }
  return false;
}

}  // namespace

std::optional<Status> status_of_former_owner(const StatedMatch& statement, const Reference& subject,
                                             Status read) {
  if (!statement.relation().is_between_names()) return std::nullopt;
  const bool open = read == Status::planned || read == Status::denied;
  if (is_bought_from(statement, subject)) return open ? Status::asserted : Status::ended;
  return open && sells(statement, subject) ? std::optional(Status::asserted) : std::nullopt;
}

}  // namespace newsgraph
