#include "claims/resolve/pronouns.h"

#include <algorithm>

#include "claims/grammar/frame.h"
#include "claims/resolve/antecedents.h"
#include "claims/resolve/phrases.h"
#include "claims/resolve/resolve.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

enum class Kind : std::uint8_t { male, female, thing, plural };

std::optional<Kind> kind_of_pronoun(std::string_view lemma, std::string_view form) {
  const auto is = [&](std::string_view word) {
    return equals_ignoring_case(lemma, word) || equals_ignoring_case(form, word);
  };
  if (is("he") || is("him") || is("his") || is("himself")) return Kind::male;
  if (is("she") || is("her") || is("hers") || is("herself")) return Kind::female;
  if (is("it") || is("its") || is("itself")) return Kind::thing;
  if (is("they") || is("them") || is("their") || is("themselves")) return Kind::plural;
  return std::nullopt;
}

bool fits(const Actor& actor, Kind kind) {
  switch (kind) {
    case Kind::male:
      return actor.type == NameType::person && actor.gender != Gender::female;
    case Kind::female:
      return actor.type == NameType::person && actor.gender != Gender::male;
    case Kind::thing:
      // A city is hardly ever what "it" takes up; a state is.
      return actor.type == NameType::organization || actor.type == NameType::product ||
             actor.type == NameType::work ||
             (actor.type == NameType::place && actor.known != nullptr && actor.known->kind == "state");
    case Kind::plural:
      return actor.type == NameType::group || actor.type == NameType::organization;
  }
  return false;
}

// "those who attack us and their lies", "criminals get what their deeds deserve": people without a name stand
// between the actor (a token of the sentence, -1 before it) and the pronoun.
bool people_between(const Tree& tree, const WordSet& people, int actor, int pronoun) {
  for (int t = actor + 1; t < pronoun; ++t) {
    const bool those =
        equals_ignoring_case(tree.token(t).form, "those") && tree.child(t, {Deprel::acl_relcl}) >= 0;
    const bool named = tree.child(t, {Deprel::flat, Deprel::nmod_poss, Deprel::compound}) >= 0;
    if (those || (tree.token(t).xpos == Xpos::nns && !named && people.contains(tree.lemma(t)))) return true;
  }
  return false;
}

// "criticised Chile for its decision": whose deed somebody is blamed for is his; null for none.
const Actor* blamed_possessor(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  int noun = tree.deprel(at.token) == Deprel::nmod_poss ? tree.head(at.token) : -1;
  while (noun >= 0 && (tree.deprel(noun) == Deprel::nmod || tree.deprel(noun) == Deprel::conj))
    noun = tree.head(noun);
  const int verb = noun >= 0 && tree.deprel(noun) == Deprel::obl ? tree.head(noun) : -1;
  const auto preposition = verb < 0 ? std::string_view{} : tree.preposition(noun);
  if (preposition != "for" && preposition != "over" && preposition != "of") return nullptr;
  const bool judges = context.schema.blames(tree.lemma(verb));
  for (const int object : judges ? frame_of(tree, verb).objects : std::vector<int>{}) {
    const Actor* actor = object == at.token ? nullptr : context.discourse.actor_at({at.sentence, object});
    if (actor != nullptr) return actor;
  }
  return nullptr;
}

// "condemned Orion and its owner": the first of the two has the second; null for none.
const Actor* joined_possessor(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const int noun = tree.deprel(at.token) == Deprel::nmod_poss ? tree.head(at.token) : -1;
  const int first = noun >= 0 && tree.deprel(noun) == Deprel::conj ? tree.head(noun) : -1;
  if (first < 0 || first > at.token || tree.child(noun, {Deprel::nmod_poss}) != at.token) return nullptr;
  return context.discourse.actor_at({at.sentence, first});
}

}  // namespace

// "those who wear masks", "anyone wearing a mask": people of whom only that is said.
std::optional<Reference> those_who(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const auto form = tree.token(at.token).form;
  const bool people = equals_ignoring_case(form, "those") || equals_ignoring_case(form, "anyone") ||
                      equals_ignoring_case(form, "anybody") || equals_ignoring_case(form, "everyone");
  const int clause = tree.child(at.token, {Deprel::acl, Deprel::acl_relcl});
  if (!people || clause < at.token) return std::nullopt;
  int last = tree.subtree(clause).back();
  for (int t = clause; t <= last; ++t) {  // "anyone wearing a mask | from entering"
    if (equals_ignoring_case(tree.token(t).form, "from")) last = t - 1;
  }
  while (tree.token(last).upos == Upos::punct) --last;
  Reference reference;
  reference.link = Link::phrase;
  reference.argument.name = reference.argument.text = context.discourse.text(at.sentence, at.token, last);
  reference.argument.type = "person";
  reference.argument.extent = {tree.token(at.token).begin, tree.token(last).end};
  return reference;
}

// "dissolved the parties and banned them": of joined verbs the second does it to the object of the first.
std::optional<Reference> object_before(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const auto kind = kind_of_pronoun(tree.lemma(at.token), tree.token(at.token).form);
  const bool object = tree.deprel(at.token) == Deprel::obj && tree.head(at.token) >= 0;
  if (!object || (kind != Kind::plural && kind != Kind::thing)) return std::nullopt;
  const int verb = tree.head(at.token);
  const int first = tree.first_conjunct(verb);
  if (first == verb || tree.child(verb, {Deprel::nsubj}) >= 0) return std::nullopt;
  // "signs a decree dissolving the parties and bans them": what is nearest.
  int nearest = -1;
  for (int t = first + 1; t < verb; ++t) {
    const bool nominal = tree.deprel(t) == Deprel::obj && tree.token(t).upos != Upos::pron;
    const bool many = tree.token(t).xpos == Xpos::nns || tree.child(t, {Deprel::conj}) >= 0;
    const bool deed =
        context.words("acts").contains(tree.lemma(t)) || context.words("instruments").contains(tree.lemma(t));
    if (nominal && !deed && many == (kind == Kind::plural)) nearest = t;
  }
  if (nearest < 0) return std::nullopt;
  auto reference = resolve(context, {at.sentence, nearest});
  if (reference && reference->argument.named) reference->link = Link::pronoun;
  return reference;
}

namespace {

// A name of unknown type in this sentence comes before a company of the one before.
const Actor* nearer_thing(const ResolutionContext& context, Place at, const Accept& sure,
                          const Actor* found) {
  if (found != nullptr && last_mention(context, at, found)) return found;
  const Actor* near = antecedent(context, at, 1, [&](const Actor& a) {
    return sure(a) || is_doubtful(context.discourse.knowledge(), a);
  });
  return near != nullptr && (found == nullptr || last_mention(context, at, near)) ? near : found;
}

}  // namespace

std::optional<Reference> thing_unsaid(const ResolutionContext& context, Place at) {
  const Accept sure = [&](const Actor& actor) {
    return context.expected.admits(context.discourse.knowledge(), actor) && fits(actor, Kind::thing) &&
           context.discourse.knowledge().state(actor.name, true) == nullptr;
  };
  const Actor* actor = nearer_thing(context, at, sure, antecedent(context, at, kAntecedentWindow, sure));
  if (actor == nullptr) return std::nullopt;
  return of_actor(context, *actor, at, Link::noun);
}

std::optional<Reference> resolve_pronoun(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const Token& word = tree.token(at.token);
  if (is_speaker_pronoun(word.form)) return speaker_pronoun(context, at);
  if (equals_ignoring_case(word.lemma, "you") || equals_ignoring_case(word.lemma, "your"))
    return addressee_pronoun(context, at);
  const auto kind = kind_of_pronoun(word.lemma, word.form);
  if (!kind) return std::nullopt;
  const bool other = *kind == Kind::plural || *kind == Kind::thing;
  const auto own = other ? speakers_own(context, at) : std::vector<const Actor*>{};
  const auto sure = [&](const Actor& actor) {
    return context.expected.admits(context.discourse.knowledge(), actor) && fits(actor, *kind) &&
           std::ranges::count(own, &actor) == 0;
  };
  const Actor* actor = blamed_possessor(context, at);
  if (actor == nullptr) actor = joined_possessor(context, at);
  if (actor != nullptr && !sure(*actor)) actor = nullptr;
  // Who is known to be a woman comes before a surname that may be one's.
  if (actor == nullptr && (*kind == Kind::male || *kind == Kind::female)) {
    const Gender gender = *kind == Kind::male ? Gender::male : Gender::female;
    actor = antecedent(context, at, 1, [&](const Actor& a) { return sure(a) && a.gender == gender; });
  }
  if (actor == nullptr) actor = antecedent(context, at, kAntecedentWindow, sure);
  if (*kind == Kind::thing) actor = nearer_thing(context, at, sure, actor);
  if (actor == nullptr && *kind == Kind::thing) actor = subject_to_come(context, at, sure);
  if (actor == nullptr) return std::nullopt;
  const Place before{at.sentence, -1};  // where the name stands in an earlier sentence
  if (*kind == Kind::plural &&
      people_between(tree, context.words("people"), last_mention(context, at, actor).value_or(before).token,
                     at.token))
    return std::nullopt;
  auto reference = of_actor(context, *actor, at, Link::pronoun);
  reference.argument.text = std::string(word.form);
  reference.argument.extent = {word.begin, word.end};
  return reference;
}

}  // namespace newsgraph
