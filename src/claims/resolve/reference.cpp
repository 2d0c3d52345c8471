#include "claims/resolve/reference.h"

#include <algorithm>
#include <set>

#include "claims/grammar/frame.h"
#include "claims/grammar/referent.h"
#include "claims/prepare/headline_case.h"
#include "knowledge/state_body.h"
#include "language/scan/scan.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr int kMaximumDepth = 6;  // "his ministry's unit's owner": possessors of possessors

bool is_spokesperson(std::string_view lemma) {
  return lemma.starts_with("spokes");
}

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
bool is_unrecognised_name(Discourse& discourse, Place at) {
  const Tree& tree = discourse.tree(at.sentence);
  const Token& word = tree.token(at.token);
  if (discourse.sentence(at.sentence).headline || at.token == 0 || word.upos != Upos::propn) return false;
  const char first = word.form[0];
  return is_ascii_upper(first) && word.form.size() > 2 && !WordLists::built_in().role(word.lemma);
}

struct DepthGuard {
  explicit DepthGuard(int& depth) : depth_(depth) { ++depth_; }
  ~DepthGuard() { --depth_; }
  DepthGuard(const DepthGuard&) = delete;
  DepthGuard& operator=(const DepthGuard&) = delete;
  int& depth_;
};

}  // namespace

Extent References::phrase(Place at) {
  const Tree& tree = discourse_->tree(at.sentence);
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

std::string References::phrase_text(Place at) {
  const Extent extent = phrase(at);
  const Tree& tree = discourse_->tree(at.sentence);
  int first = at.token, last = at.token;
  while (first > 0 && tree.token(first - 1).begin >= extent.begin) --first;
  while (last + 1 < tree.size() && tree.token(last + 1).end <= extent.end) ++last;
  return discourse_->text(at.sentence, first, last);
}

Reference References::of_actor(const Actor& actor, Place at, Link link) {
  Reference reference;
  reference.link = link;
  reference.argument.name = actor.name;
  reference.argument.type = to_string(actor.type);
  reference.argument.aliases.assign(actor.names.begin() + 1, actor.names.end());
  reference.argument.named = true;
  const Mention* mention = discourse_->mention_at(at);
  if (mention != nullptr && &discourse_->actor_of(*mention) == &actor) {
    const Sentence& sentence = discourse_->sentence(at.sentence);
    reference.argument.extent = {sentence.token(mention->first).begin, sentence.token(mention->last).end};
    reference.argument.text = discourse_->text(at.sentence, mention->first, mention->last);
  } else {
    reference.argument.extent = phrase(at);
    reference.argument.text = phrase_text(at);
  }
  return reference;
}

Reference References::of_known(const KnownEntity& entity, Place at, Link link) {
  Reference reference;
  reference.link = link;
  reference.argument.name = entity.name;
  reference.argument.type = entity.type;
  reference.argument.named = true;
  reference.argument.extent = phrase(at);
  reference.argument.text = phrase_text(at);
  return reference;
}

// The phrase without what only places it: "nightclubs" of "nightclubs from residential areas".
std::string References::core_text(Place at) {
  const Tree& tree = discourse_->tree(at.sentence);
  int last = at.token;
  for (const int c : tree.children(at.token, {Deprel::nmod, Deprel::flat})) {
    const bool of = tree.deprel(c) == Deprel::flat || tree.preposition(c) == "of";
    if (c > at.token && of) last = std::max(last, tree.subtree(c).back());
    if (c > at.token && !of) break;
  }
  const Extent whole = phrase(at);
  int first = at.token;
  while (first > 0 && tree.token(first - 1).begin >= whole.begin) --first;
  while (last > at.token && tree.token(last).end > whole.end) --last;
  return discourse_->text(at.sentence, first, last);
}

// "walking on the lawn": a gerund with all that follows it, up to a comma or a conjunct.
std::string References::practice(Place at, Extent& extent) {
  const Tree& tree = discourse_->tree(at.sentence);
  int last = at.token;
  for (const int t : tree.subtree(at.token)) {
    const bool joins = tree.deprel(t) == Deprel::cc && tree.dominates(at.token, tree.head(t));
    if (t > at.token && (tree.token(t).upos == Upos::punct || joins)) break;
    if (t > at.token) last = t;
  }
  extent = {tree.token(at.token).begin, tree.token(last).end};
  return discourse_->text(at.sentence, at.token, last);
}

bool References::names_people_or_body(Place at) {
  const WordLists& words = WordLists::built_in();
  const auto lemma = discourse_->tree(at.sentence).lemma(at.token);
  return words.people_of(lemma) || words.role(lemma) || words.body(lemma) ||
         schema_->words("people").contains(lemma) || names_person(lemma) || is_spokesperson(lemma);
}

Reference References::unnamed(Place at) {
  Reference reference;
  reference.link = Link::phrase;
  reference.argument.extent = phrase(at);
  reference.argument.text = phrase_text(at);
  std::string name = core_text(at);
  if (discourse_->tree(at.sentence).token(at.token).xpos == Xpos::vbg)
    name = reference.argument.text = practice(at, reference.argument.extent);
  if (name.starts_with("and ")) name.erase(0, 4);  // "pay, and bad food"
  for (const std::string_view article :
       {"the ", "The ", "a ", "A ", "an ", "An ", "both ", "its ", "his ", "her ", "their "}) {
    if (name.starts_with(article)) {
      name.erase(0, article.size());
      break;
    }
  }
  reference.argument.name = name;
  const Tree& tree = discourse_->tree(at.sentence);
  // One of a kind is named like many: "drones", "drone".
  const auto form = tree.token(at.token).form;
  if (tree.token(at.token).xpos == Xpos::nns && reference.argument.name.ends_with(form)) {
    std::string singular = reference.argument.name;
    singular.replace(singular.size() - form.size(), form.size(), tree.lemma(at.token));
    if (singular != reference.argument.name) reference.argument.aliases.push_back(std::move(singular));
  }
  const auto type = WordLists::built_in().type_of(tree.lemma(at.token));
  const WordLists& words = WordLists::built_in();
  if (is_unrecognised_name(*discourse_, at)) {
    reference.argument.type = "organization";
    reference.argument.named = true;
    return reference;
  }
  if (!type.empty())
    reference.argument.type = type;
  else if (names_person(tree.lemma(at.token)) || schema_->words("people").contains(tree.lemma(at.token)) ||
           words.role(tree.lemma(at.token)) || words.people_of(tree.lemma(at.token)))
    reference.argument.type = "person";
  else if (words.body(tree.lemma(at.token)))
    reference.argument.type = "organization";
  else
    reference.argument.type = schema_->words("acts").contains(tree.lemma(at.token)) ? "act" : "thing";
  return reference;
}

std::optional<Reference> References::joint_phrase(int sentence, const std::vector<int>& tokens) {
  if (tokens.size() < 2) return std::nullopt;
  const Tree& tree = discourse_->tree(sentence);
  for (const int token : tokens) {
    if (!schema_->words("use_nouns").contains(tree.lemma(token)) ||
        discourse_->mention_at({sentence, token}) != nullptr)
      return std::nullopt;
  }
  const auto last = tree.subtree(tokens.back());
  Reference reference;
  reference.link = Link::phrase;
  reference.argument.extent = {tree.token(tokens.front()).begin, tree.token(last.back()).end};
  reference.argument.text = discourse_->text(sentence, tokens.front(), last.back());
  reference.argument.name = discourse_->text(sentence, tokens.front(), tokens.back());
  for (const int c : tree.children(tokens.back(), {Deprel::nmod})) {
    if (tree.preposition(c) == "of")
      reference.argument.name = discourse_->text(sentence, tokens.front(), tree.subtree(c).back());
  }
  reference.argument.type = "thing";
  return reference;
}

std::optional<Reference> References::of_state_body(const std::string& name, Place at) {
  const auto body = parse_state_body(discourse_->knowledge(), name);
  if (!body) return std::nullopt;
  if (body->kind == StateBody::Kind::people && body->state != nullptr)
    return of_known(*body->state, at, Link::role);
  Reference reference;
  reference.link = Link::role;
  reference.argument.name = body->name;
  if (body->state != nullptr && body->body == "government")
    reference.argument.aliases.push_back("Government of " + body->state->name);
  reference.argument.type = "organization";
  reference.argument.named = true;
  reference.argument.extent = phrase(at);
  reference.argument.text = phrase_text(at);
  return reference;
}

std::optional<Reference> References::resolve(Place at) {
  auto found = resolve_by_rules(at);
  return depth_ > 0 ? found : rank_antecedents(at, std::move(found));
}

std::optional<Reference> References::resolve_by_rules(Place given) {
  if (depth_ > kMaximumDepth) return std::nullopt;
  const DepthGuard guard(depth_);
  const Tree& tree = discourse_->tree(given.sentence);
  const Place at{given.sentence, antecedent_of_relative(tree, given.token)};
  const Token& word = tree.token(at.token);
  if (word.upos == Upos::pron || word.xpos == Xpos::prp_poss || word.upos == Upos::det) {
    if (word.lemma == "other" || word.lemma == "each") return std::nullopt;
    // A part is known by its whole: "some of its nurses".
    if (const auto whole = part_of_whole(at)) {
      auto found = resolve(*whole);
      return found && found->argument.named ? found : std::optional(unnamed(at));
    }
    if (auto found = those_who(at)) return found;
    if (auto found = resolve_pronoun(at)) return found;
    return object_before(at);
  }
  if (word.lemma == "other" && tree.child(at.token, {Deprel::nmod}) < 0 &&
      discourse_->mention_at(at) == nullptr)
    return std::nullopt;
  if (auto found = resolve_name(at)) return found;
  // "a member of parliament, Mara Doe": who is named, rather than what she is a part of.
  const int apposed = tree.child(at.token, {Deprel::appos});
  if (apposed > at.token && word.xpos == Xpos::nn &&
      discourse_->mention_at({at.sentence, apposed}) != nullptr) {
    if (auto found = resolve_described(at)) return found;
  }
  if (const auto whole = part_of_whole(at)) return resolve(*whole);
  if (const auto one = one_of_these(at)) return resolve(*one);
  if (auto found = resolve_described(at)) return found;
  if (auto found = resolve_role(at)) return found;
  if (auto found = resolve_class_noun(at)) return found;
  if (auto found = resolve_bare_body(at)) return found;
  if (!is_nominal(word) && word.upos != Upos::adj && word.xpos != Xpos::vbg) return std::nullopt;
  if (stands_for_unknown(at)) return std::nullopt;
  // "our company" is the speaker's, whoever speaks.
  const int possessor = tree.child(at.token, {Deprel::nmod_poss});
  if (possessor >= 0 && (tree.lemma(possessor) == "we" || tree.lemma(possessor) == "I" ||
                         tree.lemma(possessor) == "our" || tree.lemma(possessor) == "my")) {
    return std::nullopt;
  }
  if (const auto which = which_one(at)) return resolve(*which);
  return unnamed(at);
}

// "another garment, the hijab": the apposition says which.
std::optional<Place> References::which_one(Place at) {
  const Tree& tree = discourse_->tree(at.sentence);
  const int det = tree.child(at.token, {Deprel::det});
  const int apposed = tree.child(at.token, {Deprel::appos});
  if (det < 0 || apposed < at.token || tree.token(apposed).xpos != Xpos::nn) return std::nullopt;
  const auto lemma = tree.lemma(det);
  const bool some = lemma == "a" || lemma == "an" || lemma == "another" || lemma == "one";
  const int before = tree.subtree(apposed).front() - 1;
  const bool comma =
      tree.token(std::max(0, before)).form == "," || tree.token(tree.subtree(apposed).front()).form == ",";
  const bool bare = tree.child(apposed, {Deprel::acl, Deprel::acl_relcl, Deprel::nmod}) < 0;
  return some && comma && bare ? std::optional(Place{at.sentence, apposed}) : std::nullopt;
}

}  // namespace newsgraph
