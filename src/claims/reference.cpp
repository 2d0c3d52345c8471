#include "claims/reference.h"

#include <algorithm>
#include <set>

#include "claims/frame.h"
#include "claims/referent.h"
#include "knowledge/state_body.h"

namespace newsgraph {

namespace {

constexpr int kMaximumDepth = 6;  // "his ministry's unit's owner": possessors of possessors

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

bool is_spokesperson(std::string_view lemma) {
  return lemma.starts_with("spokes");
}

// Whether a token may stand before its head in the phrase that names it.
bool names_along(Deprel relation) {
  return relation == Deprel::compound || relation == Deprel::amod || relation == Deprel::nmod_poss ||
         relation == Deprel::flat || relation == Deprel::nummod || relation == Deprel::nmod_desc ||
         relation == Deprel::nmod_unmarked;
}

// What belongs to a phrase as it is quoted; clauses, appositions and further conjuncts do not.
bool left_out(Deprel relation) {
  return relation == Deprel::acl_relcl || relation == Deprel::appos || relation == Deprel::conj ||
         relation == Deprel::cc || relation == Deprel::parataxis || relation == Deprel::punct ||
         relation == Deprel::cop || relation == Deprel::nsubj || relation == Deprel::case_ ||
         relation == Deprel::aux || relation == Deprel::advcl || relation == Deprel::mark ||
         relation == Deprel::nsubj_pass || relation == Deprel::expl || relation == Deprel::advmod ||
         relation == Deprel::discourse || relation == Deprel::dep || relation == Deprel::obl ||
         relation == Deprel::list || relation == Deprel::csubj || relation == Deprel::obl_unmarked ||
         relation == Deprel::nmod_unmarked;
}

struct DepthGuard {
  explicit DepthGuard(int& depth) : depth_(depth) { ++depth_; }
  ~DepthGuard() { --depth_; }
  DepthGuard(const DepthGuard&) = delete;
  DepthGuard& operator=(const DepthGuard&) = delete;
  int& depth_;
};

}  // namespace

Extent References::phrase(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  int first = token, last = token;
  std::vector<int> pending{token};
  while (!pending.empty()) {
    const int at = pending.back();
    pending.pop_back();
    first = std::min(first, at);
    last = std::max(last, at);
    for (const int c : tree.children(at)) {
      if (at == token && left_out(tree.deprel(c))) continue;
      if (at != token && tree.deprel(c) == Deprel::acl_relcl) continue;
      pending.push_back(c);
    }
  }
  while (first < token && tree.token(first).upos == Upos::punct) ++first;
  return {tree.token(first).begin, tree.token(last).end};
}

std::string References::phrase_text(int sentence, int token) {
  const Extent extent = phrase(sentence, token);
  const Tree& tree = discourse_->tree(sentence);
  int first = token, last = token;
  while (first > 0 && tree.token(first - 1).begin >= extent.begin) --first;
  while (last + 1 < tree.size() && tree.token(last + 1).end <= extent.end) ++last;
  return discourse_->text(sentence, first, last);
}

Reference References::of_actor(int index, int sentence, int token, Link link) {
  const Actor& actor = discourse_->actor(index);
  Reference reference;
  reference.link = link;
  reference.argument.name = actor.name;
  reference.argument.type = to_string(actor.type);
  reference.argument.aliases.assign(actor.names.begin() + 1, actor.names.end());
  reference.argument.named = true;
  const Mention* mention = discourse_->mention_at(sentence, token);
  if (mention != nullptr && mention->actor == index) {
    const auto& tokens = discourse_->sentence(sentence).tokens;
    reference.argument.extent = {tokens[static_cast<std::size_t>(mention->first)].begin,
                                 tokens[static_cast<std::size_t>(mention->last)].end};
    reference.argument.text = discourse_->text(sentence, mention->first, mention->last);
  } else {
    reference.argument.extent = phrase(sentence, token);
    reference.argument.text = phrase_text(sentence, token);
  }
  return reference;
}

Reference References::of_known(const KnownEntity& entity, int sentence, int token, Link link) {
  Reference reference;
  reference.link = link;
  reference.argument.name = entity.name;
  reference.argument.type = entity.type;
  reference.argument.named = true;
  reference.argument.extent = phrase(sentence, token);
  reference.argument.text = phrase_text(sentence, token);
  return reference;
}

Reference References::unnamed(int sentence, int token) {
  Reference reference;
  reference.link = Link::phrase;
  reference.argument.extent = phrase(sentence, token);
  reference.argument.text = phrase_text(sentence, token);
  std::string name = reference.argument.text;
  for (const std::string_view article :
       {"the ", "The ", "a ", "A ", "an ", "An ", "its ", "his ", "her ", "their "}) {
    if (name.starts_with(article)) {
      name.erase(0, article.size());
      break;
    }
  }
  reference.argument.name = name;
  const Tree& tree = discourse_->tree(sentence);
  const auto type = WordLists::built_in().type_of(tree.lemma(token));
  const WordLists& words = WordLists::built_in();
  if (!type.empty())
    reference.argument.type = type;
  else if (schema_->words("people").contains(tree.lemma(token)) || words.role(tree.lemma(token)) ||
           words.people_of(tree.lemma(token)))
    reference.argument.type = "person";
  else if (words.body(tree.lemma(token)))
    reference.argument.type = "organization";
  else
    reference.argument.type = schema_->words("acts").contains(tree.lemma(token)) ? "act" : "thing";
  return reference;
}

std::optional<Reference> References::of_state_body(const std::string& name, int sentence, int token) {
  const auto body = parse_state_body(discourse_->knowledge(), name);
  if (!body) return std::nullopt;
  if (body->kind == StateBody::Kind::people && body->state != nullptr)
    return of_known(*body->state, sentence, token, Link::role);
  Reference reference;
  reference.link = Link::role;
  reference.argument.name = body->name;
  reference.argument.type = "organization";
  reference.argument.named = true;
  reference.argument.extent = phrase(sentence, token);
  reference.argument.text = phrase_text(sentence, token);
  return reference;
}

std::optional<Reference> References::resolve_name(int sentence, int token) {
  const Mention* mention = discourse_->mention_at(sentence, token);
  const Tree& tree = discourse_->tree(sentence);
  if (mention == nullptr) {
    const KnownEntity* state = tree.token(token).upos == Upos::propn || tree.token(token).upos == Upos::adj
                                   ? discourse_->knowledge().state(tree.token(token).form)
                                   : nullptr;
    if (state == nullptr || WordLists::built_in().body(tree.lemma(token))) return std::nullopt;
    return of_known(*state, sentence, token, Link::name);
  }
  // "the Biden administration", "Chinese officials" where the name ends before the head.
  if (mention->last < token) return std::nullopt;
  return of_actor(mention->actor, sentence, token, Link::name);
}

std::optional<Reference> References::resolve_described(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  const int name = described_name(tree, token);
  if (name < 0) return std::nullopt;
  const Mention* mention = discourse_->mention_at(sentence, name);
  if (mention == nullptr) return std::nullopt;
  auto reference = of_actor(mention->actor, sentence, name, Link::described);
  return reference;
}

std::optional<Reference> References::resolve_role(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  const WordLists& words = WordLists::built_in();
  const auto lemma = tree.lemma(token);
  const bool body = words.body(lemma), people = words.people_of(lemma) || is_spokesperson(lemma),
             role = words.role(lemma);
  if (!body && !people && !role) return std::nullopt;
  // The phrase from its first naming modifier on: "Canada's foreign ministry", "US officials".
  int first = token;
  for (const int c : tree.children(token)) {
    if (c < token && names_along(tree.deprel(c))) {
      const auto below = tree.subtree(c);
      first = std::min(first, below.front());
    }
  }
  if (first < token) {
    if (auto found = of_state_body(discourse_->text(sentence, first, token), sentence, token)) return found;
  }
  // Whose body or spokesman: "its ministry", "a spokesman for TikTok", "the government of Canada".
  for (const int c : tree.children(token)) {
    const Deprel relation = tree.deprel(c);
    const auto preposition = tree.preposition(c);
    const bool owner = relation == Deprel::nmod_poss ||
                       (relation == Deprel::nmod && (preposition == "of" || preposition == "for" ||
                                                     preposition == "at" || preposition == "from")) ||
                       (relation == Deprel::compound && discourse_->mention_at(sentence, c) != nullptr);
    if (!owner) continue;
    const auto whose = resolve(sentence, c);
    if (!whose || !whose->argument.named) continue;
    const std::string noun = discourse_->text(sentence, std::max(first, c == first ? c + 1 : first), token);
    if (body) {
      const KnownEntity* state = discourse_->knowledge().state(whose->argument.name);
      if (state != nullptr) {
        std::string modified;
        for (const int m : tree.children(token, {Deprel::amod, Deprel::compound})) {
          if (m < token && m != c) modified += std::string(tree.token(m).form) + " ";
        }
        if (auto found = of_state_body(state->name + "'s " + modified + std::string(tree.token(token).form),
                                       sentence, token))
          return found;
      }
      if (whose->argument.type == "person" || whose->argument.type == "place") continue;
    }
    if (people && whose->argument.type != "person") {
      auto reference = *whose;
      reference.link = Link::role;
      reference.argument.text = phrase_text(sentence, token);
      reference.argument.extent = phrase(sentence, token);
      return reference;
    }
  }
  return std::nullopt;
}

std::optional<Reference> References::resolve(int sentence, int given) {
  if (depth_ > kMaximumDepth) return std::nullopt;
  const DepthGuard guard(depth_);
  const Tree& tree = discourse_->tree(sentence);
  const int token = antecedent_of_relative(tree, given);
  const Token& word = tree.token(token);
  if (word.upos == Upos::pron || word.xpos == Xpos::prp_poss || word.upos == Upos::det) {
    if (word.lemma == "other" || word.lemma == "each") return std::nullopt;
    return resolve_pronoun(sentence, token);
  }
  if (auto found = resolve_name(sentence, token)) return found;
  if (auto found = resolve_described(sentence, token)) return found;
  if (auto found = resolve_role(sentence, token)) return found;
  if (auto found = resolve_class_noun(sentence, token)) return found;
  if (!is_nominal(word) && word.upos != Upos::adj && word.xpos != Xpos::vbg) return std::nullopt;
  return unnamed(sentence, token);
}

Report report_above(const Tree& tree, const RelationSchema& schema, int token) {
  const WordSet& verbs = schema.words("report_verbs");
  for (int at = token, steps = 0; at >= 0 && steps < 40; at = tree.head(at), ++steps) {
    const int head = tree.head(at);
    const bool reported =
        head >= 0 && (tree.deprel(at) == Deprel::ccomp || tree.deprel(at) == Deprel::parataxis);
    if (reported && verbs.contains(tree.lemma(head))) return {head, frame_of(tree, head).subjects};
    // "X is banned, the ministry said": the saying hangs on what is said.
    for (const int c : tree.children(at, {Deprel::parataxis})) {
      if (c != token && verbs.contains(tree.lemma(c)) && !tree.dominates(c, token))
        return {c, frame_of(tree, c).subjects};
    }
  }
  return {};
}

}  // namespace newsgraph
