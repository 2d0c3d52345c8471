#include "claims/resolve/noun_phrases.h"

#include <algorithm>

#include "claims/prepare/headline_case.h"
#include "claims/resolve/phrases.h"
#include "knowledge/state_body.h"
#include "knowledge/word_lists.h"
#include "language/scan/scan.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// "Turkey's Foreign Ministry", "the Iranian Supreme Court": a body that every state has is that of the state
// whose name stands before it.
std::optional<Reference> body_of_state(const ResolutionContext& context, Place at, const Mention& mention) {
  const Sentence& sentence = context.discourse.sentence(at.sentence);
  int before = mention.first - 1;
  if (before < 0) return std::nullopt;
  const auto form = sentence.token(before).form;
  if (form == "'s" || form == "’s" || form == "'" || form == "’") --before;
  if (before < 0) return std::nullopt;
  const std::string name = context.discourse.text(at.sentence, mention.first, mention.last);
  if (canonical_body(name).empty()) return std::nullopt;
  const Mention* owner = context.discourse.mention_at({at.sentence, before});
  const std::string whose = owner != nullptr && owner->last == before
                                ? context.discourse.text(at.sentence, owner->first, owner->last)
                                : std::string(sentence.token(before).form);
  if (context.discourse.knowledge().state(whose) == nullptr) return std::nullopt;
  return of_state_body(context, whose + "'s " + name, at);
}

// "Ms | Doe", of which only the title was taken for whoever is meant: the name behind it; null for none.
const Mention* name_behind_title(const ResolutionContext& context, Place at) {
  const Sentence& sentence = context.discourse.sentence(at.sentence);
  int next = at.token;
  while (next < sentence.size() && WordLists::built_in().title(sentence.token(next).form)) {
    ++next;
    if (next < sentence.size() && sentence.token(next).form == ".") ++next;
  }
  const Mention* mention = next == at.token ? nullptr : context.discourse.mention_at({at.sentence, next});
  const bool person = mention != nullptr && context.discourse.actor_of(*mention).type == NameType::person;
  return person && mention->first == next ? mention : nullptr;
}

}  // namespace

std::optional<Reference> resolve_unmarked_name(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const WordLists& words = WordLists::built_in();
  if (words.role(ascii_lowered(tree.token(at.token).form))) return std::nullopt;  // "Orion CEO Mara Doe"
  for (const int c : tree.children(at.token, {Deprel::compound, Deprel::flat})) {
    if (const Actor* actor = context.discourse.actor_at({at.sentence, c}))
      return of_actor(context, *actor, {at.sentence, c}, Link::name);
  }
  // "Orion Buys Software Maker": in a headline every word has a capital.
  if (context.discourse.sentence(at.sentence).headline && !words.type_of(tree.token(at.token).form).empty())
    return std::nullopt;
  if (words.role(tree.lemma(at.token)) || words.body(tree.lemma(at.token)) ||
      words.title(tree.token(at.token).form))
    return std::nullopt;
  // "Vega garden tools Co.": the company's phrase is its name.
  const bool suffix = tree.token(at.token).form.size() > 1 && is_ascii_lower(tree.token(at.token).form[1]) &&
                      words.company_suffix(tree.token(at.token).form);
  if (suffix) {
    int first = at.token;
    for (const int c : tree.children(at.token, {Deprel::compound, Deprel::flat}))
      first = std::min(first, tree.subtree(c).front());
    if (first == at.token || !is_ascii_upper(tree.token(first).form[0])) return std::nullopt;
    Reference reference;
    reference.link = Link::name;
    reference.argument.name = reference.argument.text = context.discourse.text(at.sentence, first, at.token);
    reference.argument.type = "organization";
    reference.argument.named = true;
    reference.argument.extent = {tree.token(first).begin, tree.token(at.token).end};
    return reference;
  }
  if (in_title_case(context.discourse.sentence(at.sentence))) return std::nullopt;
  for (const NameCandidate& run : name_candidates(context.discourse.sentence(at.sentence))) {
    const bool tagged = run.first == 0 && tree.token(0).upos == Upos::propn;
    if (at.token < run.first || at.token > run.last || !(run.certain || tagged) || run.last - run.first > 5)
      continue;
    const std::string name = context.discourse.text(at.sentence, run.first, run.last);
    for (const Actor& actor : context.discourse.actors()) {
      if (std::find(actor.names.begin(), actor.names.end(), name) != actor.names.end())
        return of_actor(context, actor, at, Link::name);
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

std::optional<Reference> resolve_name(const ResolutionContext& context, Place at) {
  const Mention* mention = context.discourse.mention_at(at);
  const Tree& tree = context.tree(at);
  if (const Mention* titled = mention == nullptr ? name_behind_title(context, at) : nullptr)
    return of_actor(context, context.discourse.actor_of(*titled), {at.sentence, titled->last}, Link::name);
  if (mention == nullptr) {
    const Token& word = tree.token(at.token);
    const bool capital = word.form.size() > 1 && is_ascii_upper(word.form[0]) && at.token > 0;
    const bool opens =
        at.token == 0 && is_nominal(word) && word.form.size() > 3 && is_ascii_upper(word.form[0]);
    const KnownEntity* known = (capital || opens) && word.upos != Upos::adj
                                   ? context.discourse.knowledge().unambiguous(word.form)
                                   : nullptr;
    if (known == nullptr && word.upos == Upos::propn && word.form.size() == 1) {
      for (const Sense& sense : context.discourse.knowledge().look_up(word.form))
        known = sense.entity;  // "X"
    }
    if (known != nullptr && (known->type == "organization" || known->type == "product")) {
      return of_known(context, *known, at, Link::name);
    }
    const KnownEntity* state =
        tree.token(at.token).upos == Upos::propn || tree.token(at.token).upos == Upos::adj
            ? context.discourse.knowledge().state(tree.token(at.token).form)
            : nullptr;
    if (state != nullptr && !WordLists::built_in().body(tree.lemma(at.token)))
      return of_known(context, *state, at, Link::name);
    // A capital inside of a sentence is a name's, whatever the tag: "sold Giphy".
    const int article = tree.child(at.token, {Deprel::det});
    const bool bare = article < 0 || (tree.lemma(article) == "the" && word.xpos == Xpos::nn &&
                                      WordLists::built_in().type_of(word.lemma).empty() &&
                                      !context.words("acts").contains(word.lemma));
    const bool noun =
        word.upos == Upos::noun && capital && !context.discourse.sentence(at.sentence).headline && bare;
    return word.upos == Upos::propn || noun ? resolve_unmarked_name(context, at) : std::nullopt;
  }
  // An adjective of a state stands for the state: "Turkish drilling".
  const KnownEntity* state = context.discourse.knowledge().state(tree.token(at.token).form);
  const auto senses = context.discourse.knowledge().look_up(tree.token(at.token).form);
  const bool adjective = !senses.empty() && senses.front().kind == SenseKind::adjective;
  if (state != nullptr && mention->first == mention->last && adjective) {
    return of_known(context, *state, at, Link::name);
  }
  if (auto body = body_of_state(context, at, *mention)) return body;
  return of_actor(context, context.discourse.actor_of(*mention), at, Link::name);
}

}  // namespace newsgraph
