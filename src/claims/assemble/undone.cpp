#include "claims/assemble/undone.h"

#include <algorithm>

#include "claims/assemble/status.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"

namespace newsgraph {

namespace {

// A noun that takes up what was told, and what it says of it.
struct Undoing {
  const RelationSchema& schema;
  const Tree& tree;
  int noun;

  StatusContext status() const { return {tree, schema, false}; }
};

// "the order", "that order" without more words; "the ban on Orion" says itself what it is about. `here`: in
// the sentence that told of it, where "its plan" is nobody else's.
bool takes_up(const Tree& tree, int noun, bool here) {
  if (tree.child(noun, {Deprel::nmod, Deprel::acl, Deprel::compound, Deprel::appos}) >= 0) return false;
  const int det = tree.child(noun, {Deprel::det});
  const auto word = det < 0 ? std::string_view{} : tree.lemma(det);
  const int whose = tree.child(noun, {Deprel::nmod_poss});
  const bool own = whose >= 0 && tree.token(whose).xpos == Xpos::prp_poss;
  return (here && own) || word == "the" || word == "that" || word == "this" || word == "these";
}

// "…, a restriction that was withdrawn": the verb of what is said of it; -1 for none.
int said_of(const Tree& tree, int noun) {
  const bool beside = tree.deprel(noun) == Deprel::appos || tree.deprel(noun) == Deprel::parataxis;
  if (!beside || noun < 2) return -1;
  const int clause = tree.child(noun, {Deprel::acl_relcl});
  return clause >= 0 && is_verb(tree.token(clause)) && is_passive(tree, clause) ? clause : -1;
}

// Whether a noun trigger of the relation counts the verb among those that make of it `status`.
bool is_light(const Undoing& undoing, const std::string& relation, int verb, Status status) {
  return std::ranges::any_of(undoing.schema.rules(), [&](const TriggerRule& rule) {
    return rule.kind == TriggerKind::noun && undoing.schema.relations()[rule.relation].name == relation &&
           light_status(rule, undoing.tree, verb) == status;
  });
}

// Whether it happens: neither planned nor denied.
bool happens(const Undoing& undoing, int verb) {
  return status_of_verb(undoing.status(), verb, false) == Status::asserted;
}

// "The ban was lifted", "A court lifted it": who lifts a ban in a sentence of its own may have had another. A
// deal is blocked by whoever likes.
bool is_of_nobody_else(const Undoing& undoing, bool ban, int verb) {
  if (!ban) return true;
  const auto by = frame_of(undoing.tree, verb).subjects;
  const WordSet& courts = undoing.schema.words("courts");
  return std::ranges::all_of(by, [&](int s) { return courts.contains(undoing.tree.lemma(s)); });
}

// What becomes of a ban or a bid that the noun takes up; nothing where it stays what it is.
std::optional<Status> what_becomes(const Undoing& undoing, const Relation& relation, const Claim& claim,
                                   bool here) {
  const bool ban = relation.measure;
  const Status undone = ban && claim.status == Status::asserted ? Status::ended : Status::denied;
  const bool open = claim.status == Status::planned || (ban && claim.status == Status::asserted);
  if (!open || !relation.stative) return std::nullopt;
  if (!undoing.schema.words(ban ? "measures" : "dealings").contains(undoing.tree.lemma(undoing.noun)))
    return std::nullopt;
  const int clause = said_of(undoing.tree, undoing.noun);
  const int verb = clause >= 0 ? clause : carrying_verb(undoing.tree, undoing.noun);
  if (clause < 0 && !takes_up(undoing.tree, undoing.noun, here)) return std::nullopt;
  const bool nothing = clause < 0 && !ban && comes_to_nothing(undoing.status(), undoing.noun);
  const bool light = verb >= 0 && is_light(undoing, claim.relation, verb, undone) && happens(undoing, verb) &&
                     (here || is_of_nobody_else(undoing, ban, verb));
  return nothing || light || (ban && clause < 0 && lapses(undoing.status(), undoing.noun))
             ? std::optional(undone)
             : std::nullopt;
}

// The last finding before the noun, in its sentence or the one before; not what its own verb may state. Of a
// sale that is not complete, what the buyer is to have rather than what the seller still has.
const Finding* last_before(const Tree& tree, const Place& noun, const std::vector<Finding>& found) {
  constexpr int kBack = 1;
  const Place verb{noun.sentence, tree.verb_above(noun.token)};
  const Finding* last = nullptr;
  for (const Finding& finding : found) {
    const bool before = finding.trigger < noun && finding.trigger.sentence + kBack >= noun.sentence &&
                        finding.trigger != verb;
    if (!before) continue;
    const bool open = last != nullptr && last->trigger == finding.trigger &&
                      last->claim.relation == finding.claim.relation &&
                      last->claim.status != Status::planned && finding.claim.status == Status::planned;
    if (last == nullptr || last->trigger < finding.trigger || open) last = &finding;
  }
  return last;
}

}  // namespace

void take_back(const ResolutionContext& context, int sentence, std::vector<Finding>& found) {
  if (found.empty()) return;
  const Tree& tree = context.tree({sentence, 0});
  for (int noun = 1; noun < tree.size(); ++noun) {
    if (tree.token(noun).upos != Upos::noun) continue;
    const Finding* last = last_before(tree, {sentence, noun}, found);
    if (last == nullptr) continue;
    const Undoing undoing{context.schema, tree, noun};
    const Relation& relation = context.schema.relation(last->claim.relation);
    const auto status = what_becomes(undoing, relation, last->claim, last->trigger.sentence == sentence);
    if (!status) continue;
    const Place trigger = last->trigger;
    const Status before = last->claim.status;
    for (Finding& finding : found) {
      if (finding.trigger == trigger && finding.claim.status == before) finding.claim.status = *status;
    }
  }
}

}  // namespace newsgraph
