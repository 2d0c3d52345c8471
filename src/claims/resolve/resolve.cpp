#include "claims/resolve/resolve.h"

#include <algorithm>
#include <array>
#include <span>

#include "claims/grammar/frame.h"
#include "claims/resolve/antecedent_ranker.h"
#include "claims/resolve/class_nouns.h"
#include "claims/resolve/noun_phrases.h"
#include "claims/resolve/phrases.h"
#include "claims/resolve/pronouns.h"

namespace newsgraph {

namespace {

constexpr int kMaximumDepth = 6;  // "his ministry's unit's owner": possessors of possessors

// "another garment, the hijab": the apposition says which.
std::optional<Place> which_one(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
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

// "our company" is the speaker's, whoever speaks.
bool is_speakers(const Tree& tree, int noun) {
  const int possessor = tree.child(noun, {Deprel::nmod_poss});
  if (possessor < 0) return false;
  const auto whose = tree.lemma(possessor);
  return whose == "we" || whose == "I" || whose == "our" || whose == "my";
}

// The ways to read a phrase, in the order in which they are tried: the first that finds somebody is right.
using Reading = std::optional<Reference> (*)(const ResolutionContext&, Place);
constexpr std::array<Reading, 3> kPronounReadings{those_who, resolve_pronoun, object_before};
constexpr std::array<Reading, 7> kNounReadings{resolve_own_body,   resolve_described, resolve_role,
                                               resolve_class_noun, resolve_body,      resolve_state_power,
                                               resolve_local_body};

std::optional<Reference> first_of(std::span<const Reading> readings, const ResolutionContext& context,
                                  Place at) {
  for (const Reading read : readings) {
    if (auto found = read(context, at)) return found;
  }
  return std::nullopt;
}

// "it", "some of its nurses", "those who".
std::optional<Reference> of_function_word(const ResolutionContext& context, Place at) {
  const auto lemma = context.tree(at).lemma(at.token);
  if (lemma == "other" || lemma == "each") return std::nullopt;
  // A part is known by its whole.
  if (const auto whole = part_of_whole(context, at)) {
    auto found = resolve_named(context, *whole);
    return found ? found : std::optional(unnamed(context, at));
  }
  return first_of(kPronounReadings, context, at);
}

}  // namespace

std::optional<Reference> resolve(const ResolutionContext& context, Place head) {
  auto found = resolve_by_rules(context, head);
  return context.depth > 0 ? found : rank_antecedents(context, head, std::move(found));
}

std::optional<Reference> resolve_named(const ResolutionContext& context, Place head) {
  auto found = resolve(context, head);
  return found && found->argument.named ? found : std::nullopt;
}

std::vector<Reference> resolve_named(const ResolutionContext& context, int sentence,
                                     const std::vector<int>& heads) {
  std::vector<Reference> found;
  for (const int head : heads) {
    if (auto one = resolve_named(context, {sentence, head})) found.push_back(std::move(*one));
  }
  return found;
}

std::optional<Reference> resolve_by_rules(const ResolutionContext& from, Place head) {
  if (from.depth > kMaximumDepth) return std::nullopt;
  const ResolutionContext context = from.deeper();
  const Tree& tree = context.tree(head);
  const Place at{head.sentence, antecedent_of_relative(tree, head.token)};
  const Token& word = tree.token(at.token);
  if (word.upos == Upos::pron || word.xpos == Xpos::prp_poss || word.upos == Upos::det)
    return of_function_word(context, at);
  if (word.lemma == "other" && tree.child(at.token, {Deprel::nmod}) < 0 &&
      context.discourse.mention_at(at) == nullptr)
    return std::nullopt;
  if (auto found = resolve_name(context, at)) return found;
  // "a member of parliament, Mara Doe": who is named, rather than what she is a part of.
  const int apposed = tree.child(at.token, {Deprel::appos});
  if (apposed > at.token && word.xpos == Xpos::nn &&
      context.discourse.mention_at({at.sentence, apposed}) != nullptr) {
    if (auto found = resolve_described(context, at)) return found;
  }
  if (const auto whole = part_of_whole(context, at)) return resolve(context, *whole);
  if (auto found = first_of(kNounReadings, context, at)) return found;
  if (!is_nominal(word) && word.upos != Upos::adj && word.xpos != Xpos::vbg) return std::nullopt;
  if (stands_for_unknown(context, at)) return std::nullopt;
  if (is_speakers(tree, at.token)) return std::nullopt;
  if (const auto which = which_one(context, at)) return resolve(context, *which);
  return unnamed(context, at);
}

}  // namespace newsgraph
