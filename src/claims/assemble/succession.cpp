#include "claims/assemble/succession.h"

#include <algorithm>

#include "claims/assemble/arguments.h"
#include "claims/assemble/status.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// What the verb of a claim does to what is owned.
enum class Change : std::uint8_t { none, bought, sold };

Change change_of(const RelationSchema& schema, const Tree& tree, const Finding& finding) {
  const Token& word = tree.token(finding.trigger.token);
  if (!is_verb(word)) return Change::none;
  for (const std::size_t index : schema.rules_of(schema.trigger_lemma(word.lemma, word.form))) {
    const TriggerRule& rule = schema.rules()[index];
    if (!rule.transaction || schema.relations()[rule.relation].name != finding.claim.relation) continue;
    return finding.claim.status == Status::ended ? Change::sold : Change::bought;
  }
  return Change::none;
}

bool had(const Tree& tree, int verb) {
  const int aux = tree.child(verb, {Deprel::aux});
  return aux >= 0 && tree.token(aux).form == "had";
}

// A year that a verb has beside it, 0 for none: "bought by Orion in 1970".
int year_beside(const Tree& tree, int verb) {
  for (const int c : tree.children(verb, {Deprel::obl, Deprel::obl_unmarked})) {
    const auto form = tree.token(c).form;
    if (form.size() == 4 && std::ranges::all_of(form, is_ascii_digit)) return std::stoi(std::string(form));
  }
  return 0;
}

// Whether only a part of it changes hands, as far as the sentence has words for parts.
bool speaks_of_parts(const ResolutionContext& context, const Tree& tree) {
  for (int t = 0; t < tree.size(); ++t) {
    const auto lemma = tree.lemma(t);
    if (context.words("fractions").contains(lemma) || context.words("stakes").contains(lemma) ||
        context.words("securities").contains(lemma) || tree.token(t).form == "%")
      return true;
  }
  return false;
}

// Whether who is said to own it has it no more when `later` happens: what was his in the past, or what he
// bought in an earlier year.
bool is_before(const ResolutionContext& context, const Finding& earlier, const Finding& later) {
  const Tree& tree = context.tree(earlier.trigger);
  const int verb = earlier.trigger.token;
  const Change change = change_of(context.schema, tree, earlier);
  if (change == Change::none) return is_past(tree, verb);
  const int year = year_beside(tree, verb);
  return change == Change::bought && year > 0 &&
         year < year_beside(context.tree(later.trigger), later.trigger.token);
}

bool ends(const ResolutionContext& context, const Finding& earlier, const Finding& later) {
  const bool same_thing =
      earlier.claim.relation == later.claim.relation && same_entity(earlier.claim.object, later.claim.object);
  if (!same_thing || earlier.claim.status != Status::asserted || !(earlier.trigger < later.trigger))
    return false;
  const bool same_owner = same_entity(earlier.claim.subject, later.claim.subject);
  const Tree& tree = context.tree(later.trigger);
  const Change change = change_of(context.schema, tree, later);
  const bool gone = change == Change::sold ? same_owner : change == Change::bought && !same_owner;
  const bool happened = later.claim.status == Status::asserted || later.claim.status == Status::ended;
  return gone && happened && !had(tree, later.trigger.token) && !speaks_of_parts(context, tree) &&
         is_before(context, earlier, later);
}

}  // namespace

void end_former_owners(const ResolutionContext& context, int sentence, std::vector<Finding>& found) {
  // Those of the sentence are the last ones.
  for (auto last = found.rbegin(); last != found.rend() && last->trigger.sentence == sentence; ++last) {
    const Finding& later = *last;
    if (!context.schema.relation(later.claim.relation).is_between_names()) continue;
    for (Finding& earlier : found) {
      if (ends(context, earlier, later)) earlier.claim.status = Status::ended;
    }
  }
}

}  // namespace newsgraph
