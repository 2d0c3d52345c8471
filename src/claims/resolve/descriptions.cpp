// Noun phrases that are names or stand with one: descriptions, roles, parts of a whole.
#include <algorithm>

#include "claims/grammar/frame.h"
#include "claims/grammar/referent.h"
#include "claims/prepare/headline_case.h"
#include "claims/resolve/reference.h"
#include "knowledge/state_body.h"
#include "language/scan/scan.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

bool is_spokesperson(std::string_view lemma) {
  return lemma.starts_with("spokes");
}

// Whether a token may stand before its head in the phrase that names it.
bool names_along(Deprel relation) {
  return relation == Deprel::compound || relation == Deprel::amod || relation == Deprel::nmod_poss ||
         relation == Deprel::flat || relation == Deprel::nummod || relation == Deprel::nmod_desc ||
         relation == Deprel::nmod_unmarked;
}

}  // namespace

std::optional<Reference> References::resolve_name(Place at) {
  const Mention* mention = discourse_->mention_at(at);
  const Tree& tree = discourse_->tree(at.sentence);
  if (mention == nullptr) {
    const Token& word = tree.token(at.token);
    const bool capital = word.form.size() > 1 && is_ascii_upper(word.form[0]) && at.token > 0;
    const bool opens =
        at.token == 0 && is_nominal(word) && word.form.size() > 3 && is_ascii_upper(word.form[0]);
    const KnownEntity* known = (capital || opens) && word.upos != Upos::adj
                                   ? discourse_->knowledge().unambiguous(word.form)
                                   : nullptr;
    if (known == nullptr && word.upos == Upos::propn && word.form.size() == 1) {
      for (const Sense& sense : discourse_->knowledge().look_up(word.form)) known = sense.entity;  // "X"
    }
    if (known != nullptr && (known->type == "organization" || known->type == "product")) {
      return of_known(*known, at, Link::name);
    }
    const KnownEntity* state =
        tree.token(at.token).upos == Upos::propn || tree.token(at.token).upos == Upos::adj
            ? discourse_->knowledge().state(tree.token(at.token).form)
            : nullptr;
    if (state != nullptr && !WordLists::built_in().body(tree.lemma(at.token)))
      return of_known(*state, at, Link::name);
    // A capital inside of a sentence is a name's, whatever the tag: "sold Giphy".
    const int article = tree.child(at.token, {Deprel::det});
    const bool bare = article < 0 || (tree.lemma(article) == "the" && word.xpos == Xpos::nn &&
                                      WordLists::built_in().type_of(word.lemma).empty() &&
                                      !schema_->words("acts").contains(word.lemma));
    const bool noun =
        word.upos == Upos::noun && capital && !discourse_->sentence(at.sentence).headline && bare;
    return word.upos == Upos::propn || noun ? resolve_unmarked_name(at) : std::nullopt;
  }
  // An adjective of a state stands for the state: "Turkish drilling".
  const KnownEntity* state = discourse_->knowledge().state(tree.token(at.token).form);
  const auto senses = discourse_->knowledge().look_up(tree.token(at.token).form);
  const bool adjective = !senses.empty() && senses.front().kind == SenseKind::adjective;
  if (state != nullptr && mention->first == mention->last && adjective) {
    return of_known(*state, at, Link::name);
  }
  if (auto body = body_of_state(at, *mention)) return body;
  return of_actor(discourse_->actor_of(*mention), at, Link::name);
}

// "Turkey's Foreign Ministry", "the Iranian Supreme Court": a body that every state has is that of the state
// whose name stands before it.
std::optional<Reference> References::body_of_state(Place at, const Mention& mention) {
  const Sentence& sentence = discourse_->sentence(at.sentence);
  int before = mention.first - 1;
  if (before < 0) return std::nullopt;
  const auto form = sentence.token(before).form;
  if (form == "'s" || form == "’s" || form == "'" || form == "’") --before;
  if (before < 0) return std::nullopt;
  const std::string name = discourse_->text(at.sentence, mention.first, mention.last);
  if (canonical_body(name).empty()) return std::nullopt;
  const Mention* owner = discourse_->mention_at({at.sentence, before});
  const std::string whose = owner != nullptr && owner->last == before
                                ? discourse_->text(at.sentence, owner->first, owner->last)
                                : std::string(sentence.token(before).form);
  if (discourse_->knowledge().state(whose) == nullptr) return std::nullopt;
  return of_state_body(whose + "'s " + name, at);
}

// A proper noun that the recogniser of names passed over: the name in its compounds, or the run of
// capitalised words that it stands in.
std::optional<Reference> References::resolve_unmarked_name(Place at) {
  const Tree& tree = discourse_->tree(at.sentence);
  const WordLists& words = WordLists::built_in();
  if (words.role(ascii_lowered(tree.token(at.token).form))) return std::nullopt;  // "Orion CEO Mara Doe"
  for (const int c : tree.children(at.token, {Deprel::compound, Deprel::flat})) {
    if (const Actor* actor = discourse_->actor_at({at.sentence, c}))
      return of_actor(*actor, {at.sentence, c}, Link::name);
  }
  // "Orion Buys Software Maker": in a headline every word has a capital.
  if (discourse_->sentence(at.sentence).headline && !words.type_of(tree.token(at.token).form).empty())
    return std::nullopt;
  if (words.role(tree.lemma(at.token)) || words.body(tree.lemma(at.token)) ||
      words.title(tree.token(at.token).form))
    return std::nullopt;
  // "Vega garden tools Co.": the company's phrase is its name.
  const bool suffix = tree.token(at.token).form.size() > 1 && tree.token(at.token).form[1] >= 'a' &&
                      words.company_suffix(tree.token(at.token).form);
  if (suffix) {
    int first = at.token;
    for (const int c : tree.children(at.token, {Deprel::compound, Deprel::flat}))
      first = std::min(first, tree.subtree(c).front());
    if (first == at.token || tree.token(first).form[0] < 'A' || tree.token(first).form[0] > 'Z')
      return std::nullopt;
    Reference reference;
    reference.link = Link::name;
    reference.argument.name = reference.argument.text = discourse_->text(at.sentence, first, at.token);
    reference.argument.type = "organization";
    reference.argument.named = true;
    reference.argument.extent = {tree.token(first).begin, tree.token(at.token).end};
    return reference;
  }
  if (in_title_case(discourse_->sentence(at.sentence))) return std::nullopt;
  for (const NameCandidate& run : name_candidates(discourse_->sentence(at.sentence))) {
    const bool tagged = run.first == 0 && tree.token(0).upos == Upos::propn;
    if (at.token < run.first || at.token > run.last || !(run.certain || tagged) || run.last - run.first > 5)
      continue;
    const std::string name = discourse_->text(at.sentence, run.first, run.last);
    for (const Actor& actor : discourse_->actors()) {
      if (std::find(actor.names.begin(), actor.names.end(), name) != actor.names.end())
        return of_actor(actor, at, Link::name);
    }
    Reference reference;
    reference.link = Link::name;
    reference.argument.name = reference.argument.text = name;
    // "sells the Corolla": with an article it is a product rather than a company.
    const int article = tree.child(at.token, {Deprel::det});
    reference.argument.type = article >= 0 ? "product" : "thing";
    reference.argument.named = true;
    reference.argument.extent = {tree.token(run.first).begin, tree.token(run.last).end};
    return reference;
  }
  return std::nullopt;
}

std::optional<Reference> References::resolve_described(Place at) {
  const Tree& tree = discourse_->tree(at.sentence);
  if (tree.token(at.token).upos != Upos::noun) return std::nullopt;
  // A name before a noun that names with it: "the TikTok app", "the America Online unit".
  if (schema_->words("name_nouns").contains(tree.lemma(at.token))) {
    for (const int c : tree.children(at.token, {Deprel::compound, Deprel::nmod_desc})) {
      const Actor* actor = discourse_->actor_at({at.sentence, c});
      // "the Beijing company" is a company in Beijing.
      if (actor != nullptr && (actor->type == NameType::organization || actor->type == NameType::product))
        return of_actor(*actor, {at.sentence, c}, Link::described);
    }
  }
  // A noun of places with its name: "the German state of Lower Saxony".
  if (WordLists::built_in().type_of(tree.lemma(at.token)) == "place") {
    for (const int c : tree.children(at.token, {Deprel::nmod})) {
      const Actor* actor = tree.preposition(c) == "of" ? discourse_->actor_at({at.sentence, c}) : nullptr;
      if (actor != nullptr && actor->type == NameType::place)
        return of_actor(*actor, {at.sentence, c}, Link::described);
    }
  }
  for (const int name : described_by(tree, at.token)) {
    const int one = antecedent_of_relative(tree, name);
    const Mention* mention = one == at.token ? nullptr : discourse_->mention_at({at.sentence, one});
    // "the Danish network Nuuday", which the recogniser of names passed over.
    const bool time = schema_->words("time_words").contains(tree.token(one).form);
    if (mention == nullptr && one > at.token && tree.token(one).upos == Upos::propn && !time) {
      if (auto found = resolve_unmarked_name({at.sentence, one})) return found;
    }
    const bool place_before = mention != nullptr && one < at.token && tree.head(one) == at.token &&
                              discourse_->actor_of(*mention).type == NameType::place;
    if (mention == nullptr || place_before) continue;
    // "Orion fighters" stand for Orion at most as an actor; "the Orion company" is Orion.
    const bool modifies =
        one < at.token && tree.head(one) == at.token && tree.deprel(one) == Deprel::compound;
    // "Orion workers" are not Orion.
    if (modifies && schema_->words("dependents").contains(tree.lemma(at.token))) continue;
    // "the Biden administration" is not Biden.
    if (modifies && WordLists::built_in().body(tree.lemma(at.token))) {
      if (auto found = of_state_body(discourse_->text(at.sentence, mention->first, at.token), at))
        return found;
    }
    const auto type = WordLists::built_in().type_of(tree.lemma(at.token));
    const bool apart =
        modifies &&
        (type.empty() || (type == "person" && discourse_->actor_of(*mention).type != NameType::person));
    return of_actor(discourse_->actor_of(*mention), {at.sentence, one}, apart ? Link::role : Link::described);
  }
  return std::nullopt;
}

namespace {

// The token at which the phrase of a noun begins with what names it: "Canada's foreign ministry", "US
// officials".
int first_naming(const Tree& tree, int token) {
  int first = token;
  for (const int c : tree.children(token)) {
    if (c < token && names_along(tree.deprel(c))) first = std::min(first, tree.subtree(c).front());
  }
  return first;
}

}  // namespace

// The body of the state in whose place it is: "the government in Zagreb", "rebel forces in Chad".
std::optional<Reference> References::body_in_state(Place at) {
  const Tree& tree = discourse_->tree(at.sentence);
  std::vector<int> placed = tree.children(at.token, {Deprel::nmod});
  for (int next = at.token + 1; next < tree.size() && next <= at.token + 3; ++next) {
    if (tree.token(next).upos != Upos::noun) continue;
    const auto below = tree.children(next, {Deprel::nmod});
    placed.insert(placed.end(), below.begin(), below.end());
  }
  for (const int c : placed) {
    if (tree.preposition(c) != "in") continue;
    const KnownEntity* state = discourse_->knowledge().state(tree.token(c).form, true);
    if (state == nullptr) continue;
    if (auto found = of_state_body(state->name + "'s " + std::string(tree.token(at.token).form), at))
      return found;
  }
  return std::nullopt;
}

// "a ministry spokesman": of the ministry that the text speaks of.
std::optional<Reference> References::people_of_body(Place at) {
  const Tree& tree = discourse_->tree(at.sentence);
  const int body = tree.child(at.token, {Deprel::compound});
  if (body < 0 || body != at.token - 1 || tree.token(body).upos != Upos::noun ||
      discourse_->mention_at({at.sentence, body}) != nullptr)
    return std::nullopt;
  const Actor* actor = actor_of_class_noun({at.sentence, body}, true);
  return actor != nullptr ? std::optional(of_actor(*actor, at, Link::noun))
                          : resolve_bare_body({at.sentence, body}, true);
}

// Whether a child says whose it is: "its ministry", "a spokesman for TikTok", "the government of Canada".
bool References::names_owner(Place at, int child) {
  const Tree& tree = discourse_->tree(at.sentence);
  const Deprel relation = tree.deprel(child);
  if (relation == Deprel::nmod_poss) return true;
  if (relation == Deprel::compound)
    return child == at.token - 1 && discourse_->mention_at({at.sentence, child}) != nullptr;
  const auto preposition = tree.preposition(child);
  return relation == Deprel::nmod &&
         (preposition == "of" || preposition == "for" || preposition == "at" || preposition == "from");
}

// The body of the state that a child of it names.
std::optional<Reference> References::body_of_owner(Place at, int child, const Reference& whose) {
  const Tree& tree = discourse_->tree(at.sentence);
  const KnownEntity* state = discourse_->knowledge().state(whose.argument.name);
  if (state == nullptr) return std::nullopt;
  std::string modified;
  for (const int m : tree.children(at.token, {Deprel::amod, Deprel::compound})) {
    if (m < at.token && m != child) modified += std::string(tree.token(m).form) + " ";
  }
  return of_state_body(state->name + "'s " + modified + std::string(tree.token(at.token).form), at);
}

// Whose body or spokesman: the phrase stands for who owns it.
std::optional<Reference> References::resolve_role_of(Place at, int child, bool body, bool people) {
  const Tree& tree = discourse_->tree(at.sentence);
  auto whose = resolve({at.sentence, child});
  if (!whose || !whose->argument.named) return std::nullopt;
  const bool person = whose->argument.type == "person";
  if (body) {
    if (auto found = body_of_owner(at, child, *whose)) return found;
    // "the administration of President X" is X's doing.
    if (person && tree.deprel(child) != Deprel::compound && whose->link == Link::name) {
      whose->link = Link::role;
      return whose;
    }
    if (person || whose->argument.type == "place") return std::nullopt;
  }
  if (!people || person) return std::nullopt;
  whose->link = Link::role;
  whose->argument.text = phrase_text(at);
  whose->argument.extent = phrase(at);
  return whose;
}

std::optional<Reference> References::resolve_role(Place at) {
  const Tree& tree = discourse_->tree(at.sentence);
  const WordLists& words = WordLists::built_in();
  const auto lemma = tree.lemma(at.token);
  const bool body = words.body(lemma), people = words.people_of(lemma) || is_spokesperson(lemma);
  if (!body && !people && !words.role(lemma)) return std::nullopt;
  if (const int first = first_naming(tree, at.token); first < at.token) {
    if (auto found = of_state_body(discourse_->text(at.sentence, first, at.token), at)) return found;
  }
  if (auto found = body ? body_in_state(at) : std::nullopt) return found;
  if (auto found = people ? people_of_body(at) : std::nullopt) return found;
  for (const int c : tree.children(at.token)) {
    if (!names_owner(at, c)) continue;
    if (auto found = resolve_role_of(at, c, body, people)) return found;
  }
  return std::nullopt;
}

// "Turkey is one of the countries that block": who is one of them.
std::optional<Place> References::one_of_these(Place at) {
  const Tree& tree = discourse_->tree(at.sentence);
  const int one = tree.head(at.token);
  const bool listed = one >= 0 && tree.lemma(one) == "one" && tree.preposition(at.token) == "of";
  if (!listed || tree.child(one, {Deprel::cop}) < 0) return std::nullopt;
  const auto subjects = surface_subjects(tree, one);
  return subjects.size() == 1 ? std::optional(Place{at.sentence, subjects.front()}) : std::nullopt;
}

// "64 percent of X", "hundreds of Canadians": the phrase is about the whole.
std::optional<Place> References::part_of_whole(Place at) {
  const Tree& tree = discourse_->tree(at.sentence);
  const bool number = tree.token(at.token).upos == Upos::num;  // "eleven of its fans"
  // A stake is in the whole: "the purchase of a 77% interest in Orion".
  if (schema_->words("stakes").contains(tree.lemma(at.token))) {
    for (const int c : tree.children(at.token, {Deprel::nmod})) {
      if (tree.preposition(c) == "in") return Place{at.sentence, c};
    }
  }
  if (!number && !schema_->words("partitives").contains(tree.lemma(at.token)) &&
      tree.token(at.token).form != "%")
    return std::nullopt;
  for (const int c : tree.children(at.token, {Deprel::nmod, Deprel::obl})) {
    if (tree.preposition(c) != "of") continue;
    if (tree.lemma(c) != "share" && tree.lemma(c) != "stock") return Place{at.sentence, c};
    if (const int owner = tree.child(c, {Deprel::nmod_poss}); owner >= 0)
      return Place{at.sentence, owner};  // "of its shares"
    for (const int whole : tree.children(c, {Deprel::nmod})) {
      if (tree.preposition(whole) == "of" || tree.preposition(whole) == "in")
        return Place{at.sentence, whole};
    }
  }
  // The whole may be what a relative stands for: "Hapag, in which CSAV holds 30 percent".
  const int verb = tree.head(at.token);
  if (verb < 0 || tree.deprel(verb) != Deprel::acl_relcl) return std::nullopt;
  for (const int c : tree.children(verb, {Deprel::obl, Deprel::nmod})) {
    const auto preposition = tree.preposition(c);
    const int whole =
        c < verb && (preposition == "of" || preposition == "in") ? antecedent_of_relative(tree, c) : c;
    if (whole != c) return Place{at.sentence, whole};
  }
  for (const int c : tree.children(at.token, {Deprel::nmod})) {
    const int whole = tree.preposition(c) == "of" ? antecedent_of_relative(tree, c) : c;
    if (whole != c) return Place{at.sentence, whole};
  }
  return std::nullopt;
}

}  // namespace newsgraph
