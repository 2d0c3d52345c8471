#include "claims/assemble/status.h"

#include <algorithm>
#include <array>

#include "claims/grammar/light_verb.h"
#include "claims/grammar/report.h"

namespace newsgraph {

bool is_past(const Tree& tree, int predicate) {
  for (const int c : tree.children(predicate, {Deprel::aux, Deprel::aux_pass})) {
    if (tree.token(c).xpos == Xpos::vbz || tree.token(c).xpos == Xpos::vbp) return false;
  }
  const int cop = tree.child(predicate, {Deprel::cop});
  const Xpos form = tree.token(cop < 0 ? predicate : cop).xpos;
  return form == Xpos::vbd || form == Xpos::vbn;
}

namespace {

constexpr int kMaximumClimb = 12;

bool in(const StatusContext& context, std::string_view list, std::string_view word) {
  const WordSet& words = context.schema.words(list);
  return words.find(word) != words.end();
}

bool is_negation(const StatusContext& context, int token) {
  return in(context, "denied.negations", context.tree.lemma(token)) ||
         in(context, "denied.negations", context.tree.token(token).form);
}

// What held is over: "no longer", "not any more".
bool no_longer(const Tree& tree, int predicate) {
  for (const int c : tree.children(predicate, {Deprel::advmod})) {
    const auto lemma = tree.lemma(c);
    if (lemma == "long" || lemma == "longer") {
      if (tree.has_child_lemma(c, {Deprel::advmod, Deprel::det}, "no")) return true;
    }
    if (lemma == "anymore") return true;
  }
  return false;
}

// "neither X nor Y", "no party": those of whom it is not so. "blamed neither X nor Y": "no" of an object is
// said of the noun.
bool denies_argument(const StatusContext& context, int predicate) {
  const Tree& tree = context.tree;
  const int subject = tree.child(predicate, {Deprel::nsubj});
  const int object = tree.child(predicate, {Deprel::obj});
  auto words = subject < 0 ? std::vector<int>{} : tree.children(subject, {Deprel::cc_preconj, Deprel::det});
  for (const int c : object < 0 ? std::vector<int>{} : tree.children(object, {Deprel::cc_preconj}))
    words.push_back(c);
  return std::ranges::any_of(words, [&](int word) { return is_negation(context, word); });
}

bool negated(const StatusContext& context, int predicate) {
  for (const int c :
       context.tree.children(predicate, {Deprel::advmod, Deprel::det, Deprel::cc_preconj, Deprel::aux})) {
    if (is_negation(context, c)) return true;
  }
  return context.tree.marker(predicate) == "without" || denies_argument(context, predicate);
}

bool has_modal(const StatusContext& context, int predicate) {
  for (const int c : context.tree.children(predicate, {Deprel::aux})) {
    if (in(context, "planned.auxiliaries", context.tree.lemma(c))) return true;
  }
  return false;
}

// "then owned by Orion", "then a unit of Orion"; "it then bought Orion" goes on.
bool was_then(const Tree& tree, int predicate) {
  const int then = tree.child(predicate, {Deprel::advmod});
  const bool state = tree.token(predicate).xpos == Xpos::vbn || !is_verb(tree.token(predicate));
  return then >= 0 && then < predicate && state && tree.lemma(then) == "then" &&
         tree.child(predicate, {Deprel::aux, Deprel::aux_pass}) < 0;
}

bool is_over(const StatusContext& context, int predicate) {
  if (no_longer(context.tree, predicate)) return true;
  if (!context.stative) return false;
  if (was_then(context.tree, predicate)) return true;
  for (const int c : context.tree.children(predicate, {Deprel::advmod})) {
    if (in(context, "ended.adverbs", context.tree.lemma(c))) return true;
  }
  const bool past = is_past(context.tree, predicate);
  for (const int c : context.tree.children(predicate, {Deprel::obl, Deprel::advcl})) {
    const auto opener =
        context.tree.deprel(c) == Deprel::obl ? context.tree.preposition(c) : context.tree.marker(c);
    if (past && in(context, "ended.until", opener)) return true;
  }
  return false;
}

// "unless", "if": what depends on a condition, and what follows from it.
bool conditional(const StatusContext& context, int predicate) {
  // "had X banned it, …": the auxiliary before the subject asks what would be.
  const int subject = context.tree.child(predicate, {Deprel::nsubj});
  const int aux = context.tree.child(predicate, {Deprel::aux});
  const bool inverted = aux >= 0 && aux < subject && context.tree.deprel(predicate) == Deprel::advcl;
  return inverted || in(context, "planned.markers", context.tree.marker(predicate));
}

// The copula with an infinitive plans: "is to become".
bool is_to(const Tree& tree, int predicate) {
  const int cop = tree.child(predicate, {Deprel::cop});
  const int mark = tree.child(predicate, {Deprel::mark});
  return cop >= 0 && mark == cop + 1 && tree.lemma(mark) == "to" && is_verb(tree.token(predicate));
}

bool progressive(const Tree& tree, int verb) {
  for (const int c : tree.children(verb, {Deprel::aux_pass, Deprel::aux})) {
    if (tree.token(c).form == "being") return true;  // "is being acquired"
  }
  return tree.token(verb).xpos == Xpos::vbg && tree.has_child_lemma(verb, {Deprel::aux}, "be");
}

// The predicate's own words, without what stands above it.
Status local(const StatusContext& context, int predicate, bool transaction = false) {
  if (is_over(context, predicate)) return Status::ended;
  if (negated(context, predicate)) return Status::denied;
  if (has_modal(context, predicate) || conditional(context, predicate)) return Status::planned;
  if (is_to(context.tree, predicate)) return Status::planned;
  if (transaction && progressive(context.tree, predicate)) return Status::planned;
  return Status::asserted;
}

bool infinitive(const Tree& tree, int verb) {
  return tree.marker(verb) == "to" || tree.token(verb).xpos == Xpos::vb;
}

// "refused", "ruled out": what it takes does not happen.
bool denies(const StatusContext& context, int governor) {
  return in(context, "denied.governors", context.tree.lemma(governor)) ||
         in(context, "denied.governors", with_particle(context.tree, governor));
}

// What a governing word makes of the clause or noun that it takes.
Status by_governor(const StatusContext& context, int governor, Status otherwise) {
  const auto lemma = context.tree.lemma(governor);
  if (denies(context, governor)) return Status::denied;
  // "used to own"; "used his speech to attack" is no habit.
  const bool habit = lemma != "use" || context.tree.child(governor, {Deprel::obj}) < 0;
  if (in(context, "ended.governors", lemma)) return habit ? Status::ended : Status::asserted;
  if (in(context, "factual_governors", lemma)) return Status::asserted;
  if (in(context, "planned.governors", lemma)) return Status::planned;
  return otherwise;
}

Status by_instrument(const StatusContext& context, int noun);

Status by_noun(const StatusContext& context, int noun) {
  const auto lemma = context.tree.lemma(noun);
  if (in(context, "denied.nouns", lemma)) return Status::denied;
  if (in(context, "instruments", lemma)) return by_instrument(context, noun);
  if (in(context, "planned.nouns", lemma)) return Status::planned;
  return Status::asserted;
}

// A law, bill or order: what happens to it decides.
Status by_instrument(const StatusContext& context, int noun) {
  const auto lemma = context.tree.lemma(noun);
  const bool draft = in(context, "planned.nouns", lemma);
  const int carrier = carrying_verb(context.tree, noun);
  if (carrier >= 0) {
    const auto verb = context.tree.lemma(carrier);
    if (in(context, "instrument_enacted", verb)) return Status::asserted;
    if (in(context, "instrument_ended", verb)) return draft ? Status::denied : Status::ended;
    if (in(context, "instrument_planned", verb)) return Status::planned;
  }
  return draft ? Status::planned : Status::asserted;
}

Status modifiers(const StatusContext& context, int noun) {
  for (const int c : context.tree.children(
           noun, {Deprel::amod, Deprel::compound, Deprel::advmod, Deprel::det, Deprel::nummod})) {
    const auto lemma = context.tree.lemma(c);
    // "No Borders" in the middle of a sentence is a name.
    const bool name = c > 0 && context.tree.token(c).form.front() == 'N';
    if (context.tree.deprel(c) == Deprel::det && is_negation(context, c) && !name) return Status::denied;
    if (in(context, "ended.modifiers", lemma)) return Status::ended;
    if (in(context, "planned.modifiers", lemma) ||
        in(context, "planned.modifiers", context.tree.token(c).form)) {
      return Status::planned;
    }
    if (in(context, "denied.modifiers", lemma) ||
        in(context, "denied.modifiers", context.tree.token(c).form)) {
      return Status::denied;
    }
  }
  return Status::asserted;
}

Status above(const StatusContext& context, int predicate, Status inner, int depth);

Status of_clause(const StatusContext& context, int predicate, Status inner, int depth) {
  return above(context, predicate, compose(local(context, predicate), inner), depth);
}

// A conjunct that is no clause of its own shares modals and governors: "may ban and fine".
Status above_conjunct(const StatusContext& context, int predicate, Status inner, int depth) {
  const Tree& tree = context.tree;
  const int first = tree.head(predicate);
  const bool own_clause = tree.child(predicate, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::aux}) >= 0;
  const bool same_form = tree.token(predicate).xpos == tree.token(first).xpos;
  if (own_clause || !same_form)
    return tree.deprel(first) == Deprel::ccomp ? above(context, first, inner, depth) : inner;
  const bool shares_modal = tree.token(predicate).xpos == Xpos::vb && has_modal(context, first);
  return above(context, first, shares_modal ? compose(local(context, first), inner) : inner, depth);
}

Status above_complement(const StatusContext& context, int predicate, int governor, Status inner, int depth) {
  const bool open = context.tree.deprel(predicate) == Deprel::xcomp;
  if (!open && in(context, "report_verbs", context.tree.lemma(governor)) && !denies(context, governor)) {
    return inner;  // who reports does not make it less so
  }
  // "decided against banning".
  if (context.tree.marker(predicate) == "against") return compose(Status::denied, inner);
  const bool to_infinitive = open && infinitive(context.tree, predicate);
  const Status outer = by_governor(context, governor, to_infinitive ? Status::planned : Status::asserted);
  return of_clause(context, governor, compose(outer, inner), depth + 1);
}

// "walked away from its plan", "pulled out of talks".
bool is_left(const StatusContext& context, int noun) {
  const Tree& tree = context.tree;
  const bool phrase = tree.deprel(noun) == Deprel::obl || tree.deprel(noun) == Deprel::obj;
  int verb = phrase ? tree.head(noun) : -1;
  if (verb >= 0 && tree.token(verb).upos == Upos::adv) verb = tree.head(verb);  // hung on "away"
  auto preposition = tree.preposition(noun);
  // "pulled out of talks", with "out of" as the verb's own.
  const int before = tree.subtree(noun).front() - 1;
  if (preposition.empty() && before >= 0 && tree.deprel(before) == Deprel::fixed)
    preposition = tree.lemma(before);
  return verb >= 0 && in(context, "leaving_verbs", tree.lemma(verb)) && !negated(context, verb) &&
         !has_modal(context, verb) && (preposition == "from" || preposition == "of" || preposition == "out");
}

}  // namespace

bool lapses(const StatusContext& context, int noun) {
  const Tree& tree = context.tree;
  const int verb = tree.deprel(noun) == Deprel::nsubj ? tree.head(noun) : -1;
  return verb >= 0 && is_verb(tree.token(verb)) && in(context, "lapsing_verbs", with_particle(tree, verb)) &&
         status_of_verb(context, verb, false) == Status::asserted;
}

bool comes_to_nothing(const StatusContext& context, int noun) {
  const Tree& tree = context.tree;
  const int first = tree.first_conjunct(noun);
  if (is_left(context, first)) return true;
  const int verb = tree.deprel(first) == Deprel::nsubj ? tree.head(first) : -1;
  if (verb < 0 || !is_verb(tree.token(verb)) || negated(context, verb) || has_modal(context, verb))
    return false;
  const std::string lemma(tree.lemma(verb));
  if (in(context, "failing_verbs", lemma)) return true;
  for (const int c : tree.children(verb, {Deprel::compound_prt, Deprel::advmod})) {
    if (in(context, "failing_verbs", lemma + " " + std::string(tree.lemma(c)))) return true;
  }
  return false;
}

namespace {

Status above_noun_clause(const StatusContext& context, int predicate, int noun, Status inner, int depth) {
  if (const int verb = verb_past_phrase(context.tree, predicate); verb >= 0) {
    const bool report = in(context, "report_verbs", context.tree.lemma(verb));
    const bool denied = denies(context, verb);
    if (report || denied) return denied ? compose(Status::denied, inner) : inner;
  }
  // "withdrew its proposal to buy X": what is given up does not come.
  const int carrier = carrying_verb(context.tree, noun);
  if (carrier >= 0 && in(context, "given_up", context.tree.lemma(carrier)) &&
      infinitive(context.tree, predicate))
    return Status::denied;
  if (infinitive(context.tree, predicate) && comes_to_nothing(context, noun)) return Status::denied;
  // Who fails in something has not done it: "failed in its attempt to buy X".
  if (carrier >= 0 && infinitive(context.tree, predicate) &&
      in(context, "failing_verbs", context.tree.lemma(carrier)) && context.tree.deprel(noun) == Deprel::obl)
    return Status::denied;
  const bool headline = context.tree.sentence().headline && context.tree.head(noun) < 0;
  if (headline && infinitive(context.tree, predicate))
    return compose(Status::planned, inner);  // "Orion unit to buy"
  // Who denies a plan or a report denies what it is about: "denied talks to buy X", "reports that it had".
  const bool denied = carrier >= 0 && in(context, "denying_verbs", context.tree.lemma(carrier));
  if (denied && context.tree.marker(predicate) == "that") return compose(Status::denied, inner);
  const Status outer = compose(modifiers(context, noun), by_noun(context, noun));
  if (context.tree.token(predicate).xpos == Xpos::vbn && !infinitive(context.tree, predicate)) return inner;
  const Status status = compose(outer, inner);
  if (denied && infinitive(context.tree, predicate)) return compose(Status::denied, status);
  const bool clause = context.tree.child(noun, {Deprel::cop}) >= 0 && context.tree.head(noun) >= 0;
  return clause ? above(context, noun, status, depth + 1) : status;
}

Status above(const StatusContext& context, int predicate, Status inner, int depth) {
  const int governor = context.tree.head(predicate);
  if (governor < 0 || depth > kMaximumClimb) return inner;
  switch (context.tree.deprel(predicate)) {
    case Deprel::conj:
      return above_conjunct(context, predicate, inner, depth + 1);
    case Deprel::xcomp:
    case Deprel::ccomp:
      return above_complement(context, predicate, governor, inner, depth);
    case Deprel::advcl:
      // "withdraws its bid to buy", the infinitive hung on the verb.
      if (context.tree.marker(predicate) == "to" && in(context, "given_up", context.tree.lemma(governor)))
        return compose(Status::denied, inner);
      // Purpose: "sued to ban"; and what else is only conditional is marked on the clause itself.
      // "bans X from owning": what is kept from happening does not happen.
      if (context.tree.marker(predicate) == "from" && denies(context, governor))
        return compose(Status::denied, inner);
      // What a clause with "of" is kept from is not done: "stopped short of banning".
      if (context.tree.marker(predicate) == "of" && in(context, "denied.nouns", context.tree.lemma(governor)))
        return compose(Status::denied, inner);
      return context.tree.marker(predicate) == "to"
                 ? compose(by_governor(context, governor, Status::planned), inner)
                 : inner;
    case Deprel::acl:
      return above_noun_clause(context, predicate, governor, inner, depth);
    default:
      return inner;
  }
}

// The noun above says what becomes of it: "threat of a ban", "calls for a ban", "end of the ban".
Status by_carrying_noun(const StatusContext& context, int noun) {
  const int head = context.tree.head(noun);
  if (head < 0 ||
      (context.tree.deprel(noun) != Deprel::nmod && context.tree.deprel(noun) != Deprel::compound)) {
    return Status::asserted;
  }
  const auto lemma = context.tree.lemma(head);
  if (in(context, "planned.nouns", lemma)) return Status::planned;
  if (in(context, "ended.nouns", lemma)) return Status::ended;
  return Status::asserted;
}

}  // namespace

Status compose(Status outer, Status inner) noexcept {
  using enum Status;
  constexpr std::array<std::array<Status, 4>, 4> table{{
      // inner:   asserted  planned  ended     denied
      /*asserted*/ {asserted, planned, ended, denied},
      /*planned*/ {planned, planned, asserted, denied},
      /*ended*/ {ended, denied, asserted, asserted},
      /*denied*/ {denied, denied, asserted, asserted},
  }};
  return table[static_cast<std::size_t>(outer)][static_cast<std::size_t>(inner)];
}

Status status_of_verb(const StatusContext& context, int verb, bool transaction) {
  Status status = local(context, verb, transaction);
  // A bare infinitive that nothing governs is a headline: "X to buy Y".
  const bool headline = context.tree.head(verb) < 0 && context.tree.marker(verb) == "to";
  if (headline && status == Status::asserted) status = Status::planned;
  // The consequence of a condition: "if it does not sell, it will be banned" has its modal already.
  return above(context, verb, status, 0);
}

Status status_of_predicate(const StatusContext& context, int predicate) {
  return above(context, predicate, compose(local(context, predicate), modifiers(context, predicate)), 0);
}

namespace {

// "is the target of a bid": the predicate that a noun stands in; -1 for none.
int predicate_above(const Tree& tree, int noun) {
  for (int at = noun; at >= 0 && tree.deprel(at) == Deprel::nmod; at = tree.head(at)) {
    if (tree.child(tree.head(at), {Deprel::cop}) >= 0) return tree.head(at);
  }
  return -1;
}

}  // namespace

Status status_of_noun(const StatusContext& context, int noun, const TriggerRule& rule) {
  const bool bid = rule.status[static_cast<std::size_t>(Status::asserted)] == Status::planned;
  if (bid && comes_to_nothing(context, noun)) return Status::denied;
  if (lapses(context, noun)) return Status::ended;
  const Status own = compose(modifiers(context, noun), by_carrying_noun(context, noun));
  const int verb = carrying_verb(context.tree, noun);
  if (verb < 0) {
    const int predicate = predicate_above(context.tree, noun);
    const Status said =
        predicate < 0 ? Status::asserted : above(context, predicate, local(context, predicate), 0);
    return said == Status::denied ? compose(said, own) : own;
  }
  const auto light = light_status(rule, context.tree, verb);
  if (light) return compose(status_of_verb(context, verb, rule.transaction), compose(*light, own));
  if (context.tree.child(noun, {Deprel::nmod_poss}) >= 0)
    return own;  // "its ban on X angered Y" presupposes it
  const Status governed = by_governor(context, verb, Status::asserted);
  const bool denying = governed == Status::denied;
  return denying ? own : compose(governed, own);
}

bool in_question(const Tree& tree, int token) {
  const auto& tokens = tree.sentence().tokens;
  for (auto last = tokens.rbegin(); last != tokens.rend(); ++last) {
    if (last->form == "?") break;
    if (last->upos != Upos::punct) return false;
    if (last + 1 == tokens.rend()) return false;
  }
  // A question quoted inside a statement does not make the statement one.
  for (int at = token; at >= 0; at = tree.head(at)) {
    if (tree.deprel(at) == Deprel::ccomp || tree.deprel(at) == Deprel::acl_relcl ||
        tree.deprel(at) == Deprel::acl)
      return false;
  }
  return true;
}

}  // namespace newsgraph
