#include "claims/resolve/noun_phrases.h"

#include <algorithm>

#include "claims/grammar/frame.h"
#include "claims/grammar/referent.h"
#include "claims/resolve/antecedents.h"
#include "claims/resolve/class_nouns.h"
#include "claims/resolve/phrases.h"
#include "claims/resolve/resolve.h"
#include "knowledge/state_body.h"
#include "knowledge/word_lists.h"

namespace newsgraph {

namespace {

// Whether a token may stand before its head in the phrase that names it.
bool names_along(Deprel relation) {
  return relation == Deprel::compound || relation == Deprel::amod || relation == Deprel::nmod_poss ||
         relation == Deprel::flat || relation == Deprel::nummod || relation == Deprel::nmod_desc ||
         relation == Deprel::nmod_unmarked;
}

// The token at which the phrase of a noun begins with what names it: "Canada's foreign ministry", "US
// officials".
int first_naming(const Tree& tree, int token) {
  int first = token;
  for (const int c : tree.children(token)) {
    if (c < token && names_along(tree.deprel(c))) first = std::min(first, tree.subtree(c).front());
  }
  return first;
}

// The body of the state in whose place it is: "the government in Zagreb", "rebel forces in Chad".
std::optional<Reference> body_in_state(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  std::vector<int> placed = tree.children(at.token, {Deprel::nmod});
  for (int next = at.token + 1; next < tree.size() && next <= at.token + 3; ++next) {
    if (tree.token(next).upos != Upos::noun) continue;
    const auto below = tree.children(next, {Deprel::nmod});
    placed.insert(placed.end(), below.begin(), below.end());
  }
  for (const int c : placed) {
    if (tree.preposition(c) != "in") continue;
    const KnownEntity* state = context.discourse.knowledge().state(tree.token(c).form, true);
    if (state == nullptr) continue;
    if (auto found = of_state_body(context, state->name + "'s " + std::string(tree.token(at.token).form), at))
      return found;
  }
  return std::nullopt;
}

// "a ministry spokesman": of the ministry that the text speaks of.
std::optional<Reference> people_of_body(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const int body = tree.child(at.token, {Deprel::compound});
  if (body < 0 || body != at.token - 1 || tree.token(body).upos != Upos::noun ||
      context.discourse.mention_at({at.sentence, body}) != nullptr)
    return std::nullopt;
  const Actor* actor = actor_of_class_noun(context, {at.sentence, body}, true);
  return actor != nullptr ? std::optional(of_actor(context, *actor, at, Link::noun))
                          : state_power(context, {at.sentence, body}, true);
}

// Whether a child says whose it is: "its ministry", "a spokesman for TikTok", "the government of Canada".
bool names_owner(const ResolutionContext& context, Place at, int child) {
  const Tree& tree = context.tree(at);
  const Deprel relation = tree.deprel(child);
  if (relation == Deprel::nmod_poss) return true;
  if (relation == Deprel::compound)
    return child == at.token - 1 && context.discourse.mention_at({at.sentence, child}) != nullptr;
  const auto preposition = tree.preposition(child);
  return relation == Deprel::nmod &&
         (preposition == "of" || preposition == "for" || preposition == "at" || preposition == "from");
}

// The body of the state that a child of it names.
std::optional<Reference> body_of_owner(const ResolutionContext& context, Place at, int child,
                                       const Reference& whose) {
  const Tree& tree = context.tree(at);
  const KnownEntity* state = context.discourse.knowledge().state(whose.argument.name);
  if (state == nullptr) return std::nullopt;
  std::string modified;
  for (const int m : tree.children(at.token, {Deprel::amod, Deprel::compound})) {
    if (m < at.token && m != child) modified += std::string(tree.token(m).form) + " ";
  }
  return of_state_body(context, state->name + "'s " + modified + std::string(tree.token(at.token).form), at);
}

// Whose body or spokesman: the phrase stands for who owns it.
std::optional<Reference> resolve_role_of(const ResolutionContext& context, Place at, int child, bool body,
                                         bool people) {
  const Tree& tree = context.tree(at);
  auto whose = resolve_named(context, {at.sentence, child});
  if (!whose) return std::nullopt;
  const bool person = whose->argument.type == "person";
  if (body) {
    if (auto found = body_of_owner(context, at, child, *whose)) return found;
    // "the administration of President X" is X's doing.
    if (person && tree.deprel(child) != Deprel::compound && whose->link == Link::name) {
      whose->link = Link::role;
      return whose;
    }
    if (person || whose->argument.type == "place") return std::nullopt;
  }
  if (!people || person) return std::nullopt;
  whose->link = Link::role;
  whose->argument.text = phrase_text(context, at);
  whose->argument.extent = phrase_extent(context, at);
  return whose;
}

// A name before a noun that names with it: "the TikTok app", "the America Online unit".
std::optional<Reference> name_before_name_noun(const ResolutionContext& context, Place noun) {
  const Tree& tree = context.tree(noun);
  if (!context.words("name_nouns").contains(tree.lemma(noun.token))) return std::nullopt;
  for (const int c : tree.children(noun.token, {Deprel::compound, Deprel::nmod_desc})) {
    const Actor* actor = context.discourse.actor_at({noun.sentence, c});
    // "the Beijing company" is a company in Beijing.
    if (actor != nullptr && (actor->type == NameType::organization || actor->type == NameType::product) &&
        !only_places(context, noun, *actor))
      return of_actor(context, *actor, {noun.sentence, c}, Link::described);
  }
  return std::nullopt;
}

// A noun of places with its name: "the German state of Lower Saxony".
std::optional<Reference> place_of_noun(const ResolutionContext& context, Place noun) {
  const Tree& tree = context.tree(noun);
  if (WordLists::built_in().type_of(tree.lemma(noun.token)) != "place") return std::nullopt;
  for (const int c : tree.children(noun.token, {Deprel::nmod})) {
    const Actor* actor =
        tree.preposition(c) == "of" ? context.discourse.actor_at({noun.sentence, c}) : nullptr;
    if (actor != nullptr && actor->type == NameType::place)
      return of_actor(context, *actor, {noun.sentence, c}, Link::described);
  }
  return std::nullopt;
}

// "the Danish network Nuuday", which the recogniser of names passed over.
std::optional<Reference> unmarked_name_after(const ResolutionContext& context, Place noun, Place name) {
  const Token& word = context.tree(name).token(name.token);
  const bool time = context.words("time_words").contains(word.form);
  const bool may_name = noun < name && word.upos == Upos::propn && !time;
  return may_name ? resolve_unmarked_name(context, name) : std::nullopt;
}

// The name that the tree says a noun of, as the noun lets it be meant.
std::optional<Reference> described_name_of(const ResolutionContext& context, Place noun, Place name) {
  const Tree& tree = context.tree(noun);
  const Mention* mention = noun == name ? nullptr : context.discourse.mention_at(name);
  if (mention == nullptr) return unmarked_name_after(context, noun, name);
  const Actor& actor = context.discourse.actor_of(*mention);
  const bool before = name < noun && tree.head(name.token) == noun.token;
  if (before && actor.type == NameType::place) return std::nullopt;
  // "Orion fighters" stand for Orion at most as an actor; "the Orion company" is Orion.
  if (before && only_places(context, noun, actor)) return std::nullopt;
  const auto lemma = tree.lemma(noun.token);
  if (!before || tree.deprel(name.token) != Deprel::compound)
    return of_actor(context, actor, name, Link::described);
  // "Orion workers" are not Orion.
  if (context.words("dependents").contains(lemma)) return std::nullopt;
  // "the Biden administration" is not Biden.
  const WordLists& words = WordLists::built_in();
  if (words.body(lemma)) {
    const std::string body = context.discourse.text(noun.sentence, mention->first, noun.token);
    if (auto found = of_state_body(context, body, noun)) return found;
  }
  const auto type = words.type_of(lemma);
  const bool apart = type.empty() || (type == "person" && actor.type != NameType::person);
  return of_actor(context, actor, name, apart ? Link::role : Link::described);
}

}  // namespace

std::optional<Reference> resolve_described(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  if (tree.token(at.token).upos != Upos::noun) return std::nullopt;
  if (auto found = name_before_name_noun(context, at)) return found;
  if (auto found = place_of_noun(context, at)) return found;
  for (const int name : described_by(tree, at.token)) {
    const Place there{at.sentence, antecedent_of_relative(tree, name)};
    if (auto found = described_name_of(context, at, there)) return found;
  }
  return std::nullopt;
}

std::optional<Reference> resolve_role(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const WordLists& words = WordLists::built_in();
  const auto lemma = tree.lemma(at.token);
  const bool body = words.body(lemma), people = words.people_of(lemma) || is_spokesperson(lemma);
  if (!body && !people && !words.role(lemma)) return std::nullopt;
  if (const int first = first_naming(tree, at.token); first < at.token) {
    const std::string phrase = context.discourse.text(at.sentence, first, at.token);
    if (auto found = of_state_body(context, phrase, at)) {
      const auto parsed = parse_state_body(context.discourse.knowledge(), phrase);
      auto named =
          parsed && parsed->state != nullptr ? named_body(context, at, *parsed->state) : std::nullopt;
      return named ? named : found;
    }
  }
  if (auto found = body ? body_in_state(context, at) : std::nullopt) return found;
  if (auto found = people ? people_of_body(context, at) : std::nullopt) return found;
  for (const int c : tree.children(at.token)) {
    if (!names_owner(context, at, c)) continue;
    if (auto found = resolve_role_of(context, at, c, body, people)) return found;
  }
  return std::nullopt;
}

}  // namespace newsgraph
