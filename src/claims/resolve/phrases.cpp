#include "claims/resolve/phrases.h"

#include <algorithm>

#include "knowledge/state_body.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// What belongs to a phrase as it is quoted; clauses, appositions and further conjuncts do not.
bool left_out(Deprel relation) {
  return relation == Deprel::appos || relation == Deprel::conj || relation == Deprel::cc ||
         relation == Deprel::parataxis || relation == Deprel::punct || relation == Deprel::cop ||
         relation == Deprel::nsubj || relation == Deprel::case_ || relation == Deprel::aux ||
         relation == Deprel::advcl || relation == Deprel::mark || relation == Deprel::nsubj_pass ||
         relation == Deprel::expl || relation == Deprel::advmod || relation == Deprel::discourse ||
         relation == Deprel::dep || relation == Deprel::obl || relation == Deprel::list ||
         relation == Deprel::csubj || relation == Deprel::obl_unmarked || relation == Deprel::nmod_unmarked;
}

// By their endings: "mediator", "lobbyist", "physician", "chairman".
bool names_person(std::string_view noun) {
  for (const std::string_view ending : {"ator", "ist", "ician", "man", "woman", "yer"}) {
    if (noun.size() > ending.size() + 2 && noun.ends_with(ending)) return true;
  }
  return false;
}

// "its subsidiary Ring": a proper noun inside of a sentence that the recogniser found nothing in.
bool is_unrecognised_name(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const Token& word = tree.token(at.token);
  if (context.discourse.sentence(at.sentence).headline || at.token == 0 || word.upos != Upos::propn)
    return false;
  const char first = word.form[0];
  return is_ascii_upper(first) && word.form.size() > 2 && !WordLists::built_in().role(word.lemma);
}

// The phrase without what only places it: "nightclubs" of "nightclubs from residential areas".
std::string core_text(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  int last = at.token;
  for (const int c : tree.children(at.token, {Deprel::nmod, Deprel::flat})) {
    const bool of = tree.deprel(c) == Deprel::flat || tree.preposition(c) == "of";
    if (c > at.token && of) last = std::max(last, tree.subtree(c).back());
    if (c > at.token && !of) break;
  }
  const Extent whole = phrase_extent(context, at);
  int first = at.token;
  while (first > 0 && tree.token(first - 1).begin >= whole.begin) --first;
  while (last > at.token && tree.token(last).end > whole.end) --last;
  return context.discourse.text(at.sentence, first, last);
}

// "walking on the lawn": a gerund with all that follows it, up to a comma or a conjunct.
std::string practice(const ResolutionContext& context, Place at, Extent& extent) {
  const Tree& tree = context.tree(at);
  int last = at.token;
  for (const int t : tree.subtree(at.token)) {
    const bool joins = tree.deprel(t) == Deprel::cc && tree.dominates(at.token, tree.head(t));
    if (t > at.token && (tree.token(t).upos == Upos::punct || joins)) break;
    if (t > at.token) last = t;
  }
  extent = {tree.token(at.token).begin, tree.token(last).end};
  return context.discourse.text(at.sentence, at.token, last);
}

}  // namespace

Extent phrase_extent(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  int first = at.token, last = at.token;
  std::vector<int> pending{at.token};
  while (!pending.empty()) {
    const int word = pending.back();
    pending.pop_back();
    first = std::min(first, word);
    last = std::max(last, word);
    for (const int c : tree.children(word)) {
      const Deprel relation = tree.deprel(c);
      if (word == at.token && left_out(relation)) continue;
      if (relation == Deprel::parataxis || relation == Deprel::appos) continue;
      // A clause belongs to the phrase where it says which; after a comma it only adds.
      const bool clause = relation == Deprel::acl || relation == Deprel::acl_relcl;
      if (clause && c > 0) {
        const int begin = tree.subtree(c).front();
        if (tree.token(begin).form == "," || (begin > 0 && tree.token(begin - 1).form == ",")) continue;
        // What a noun further down is said to do no longer says what the phrase is about.
        if (word != at.token && tree.token(word).upos != Upos::pron) continue;
      }
      pending.push_back(c);
    }
  }
  while (first < at.token && tree.token(first).upos == Upos::punct) ++first;
  while (last > at.token && tree.token(last).upos == Upos::punct) --last;
  return {tree.token(first).begin, tree.token(last).end};
}

std::string phrase_text(const ResolutionContext& context, Place at) {
  const Extent extent = phrase_extent(context, at);
  const Tree& tree = context.tree(at);
  int first = at.token, last = at.token;
  while (first > 0 && tree.token(first - 1).begin >= extent.begin) --first;
  while (last + 1 < tree.size() && tree.token(last + 1).end <= extent.end) ++last;
  return context.discourse.text(at.sentence, first, last);
}

Reference of_actor(const ResolutionContext& context, const Actor& actor, Place at, Link link) {
  Reference reference;
  reference.link = link;
  reference.argument.name = actor.name;
  reference.argument.type = to_string(actor.type);
  reference.argument.aliases.assign(actor.names.begin() + 1, actor.names.end());
  reference.argument.named = true;
  const Mention* mention = context.discourse.mention_at(at);
  if (mention != nullptr && &context.discourse.actor_of(*mention) == &actor) {
    const Sentence& sentence = context.discourse.sentence(at.sentence);
    reference.argument.extent = {sentence.token(mention->first).begin, sentence.token(mention->last).end};
    reference.argument.text = context.discourse.text(at.sentence, mention->first, mention->last);
  } else {
    reference.argument.extent = phrase_extent(context, at);
    reference.argument.text = phrase_text(context, at);
  }
  return reference;
}

Reference of_known(const ResolutionContext& context, const KnownEntity& entity, Place at, Link link) {
  Reference reference;
  reference.link = link;
  reference.argument.name = entity.name;
  reference.argument.type = entity.type;
  reference.argument.named = true;
  reference.argument.extent = phrase_extent(context, at);
  reference.argument.text = phrase_text(context, at);
  return reference;
}

bool names_people_or_body(const ResolutionContext& context, Place at) {
  const WordLists& words = WordLists::built_in();
  const auto lemma = context.tree(at).lemma(at.token);
  return words.people_of(lemma) || words.role(lemma) || words.body(lemma) ||
         context.words("people").contains(lemma) || names_person(lemma) || is_spokesperson(lemma);
}

Reference unnamed(const ResolutionContext& context, Place at) {
  Reference reference;
  reference.link = Link::phrase;
  reference.argument.extent = phrase_extent(context, at);
  reference.argument.text = phrase_text(context, at);
  std::string name = core_text(context, at);
  if (context.tree(at).token(at.token).xpos == Xpos::vbg)
    name = reference.argument.text = practice(context, at, reference.argument.extent);
  if (name.starts_with("and ")) name.erase(0, 4);  // "pay, and bad food"
  for (const std::string_view article :
       {"the ", "The ", "a ", "A ", "an ", "An ", "both ", "its ", "his ", "her ", "their ", "no ", "No "}) {
    if (name.starts_with(article)) {
      name.erase(0, article.size());
      break;
    }
  }
  reference.argument.name = name;
  const Tree& tree = context.tree(at);
  // One of a kind is named like many: "drones", "drone".
  const auto form = tree.token(at.token).form;
  if (tree.token(at.token).xpos == Xpos::nns && reference.argument.name.ends_with(form)) {
    std::string singular = reference.argument.name;
    singular.replace(singular.size() - form.size(), form.size(), tree.lemma(at.token));
    if (singular != reference.argument.name) reference.argument.aliases.push_back(std::move(singular));
  }
  const auto type = WordLists::built_in().type_of(tree.lemma(at.token));
  const WordLists& words = WordLists::built_in();
  if (is_unrecognised_name(context, at)) {
    reference.argument.type = "organization";
    reference.argument.named = true;
    return reference;
  }
  if (!type.empty())
    reference.argument.type = type;
  else if (names_person(tree.lemma(at.token)) || context.words("people").contains(tree.lemma(at.token)) ||
           words.role(tree.lemma(at.token)) || words.people_of(tree.lemma(at.token)))
    reference.argument.type = "person";
  else if (words.body(tree.lemma(at.token)))
    reference.argument.type = "organization";
  else
    reference.argument.type = context.words("acts").contains(tree.lemma(at.token)) ? "act" : "thing";
  return reference;
}

std::optional<Reference> joint_phrase(const ResolutionContext& context, int sentence,
                                      const std::vector<int>& tokens) {
  if (tokens.size() < 2) return std::nullopt;
  const Tree& tree = context.discourse.tree(sentence);
  for (const int token : tokens) {
    if (!context.words("use_nouns").contains(tree.lemma(token)) ||
        context.discourse.mention_at({sentence, token}) != nullptr)
      return std::nullopt;
  }
  const auto last = tree.subtree(tokens.back());
  Reference reference;
  reference.link = Link::phrase;
  reference.argument.extent = {tree.token(tokens.front()).begin, tree.token(last.back()).end};
  reference.argument.text = context.discourse.text(sentence, tokens.front(), last.back());
  reference.argument.name = context.discourse.text(sentence, tokens.front(), tokens.back());
  for (const int c : tree.children(tokens.back(), {Deprel::nmod})) {
    if (tree.preposition(c) == "of")
      reference.argument.name = context.discourse.text(sentence, tokens.front(), tree.subtree(c).back());
  }
  reference.argument.type = "thing";
  return reference;
}

std::optional<Reference> of_state_body(const ResolutionContext& context, const std::string& name, Place at) {
  const auto body = parse_state_body(context.discourse.knowledge(), name);
  if (!body) return std::nullopt;
  if (body->kind == StateBody::Kind::people && body->state != nullptr)
    return of_known(context, *body->state, at, Link::role);
  Reference reference;
  reference.link = Link::role;
  reference.argument.name = body->name;
  if (body->state != nullptr && body->body == "government")
    reference.argument.aliases.push_back("Government of " + body->state->name);
  reference.argument.type = "organization";
  reference.argument.named = true;
  reference.argument.extent = phrase_extent(context, at);
  reference.argument.text = phrase_text(context, at);
  return reference;
}

}  // namespace newsgraph
