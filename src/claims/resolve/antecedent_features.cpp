// What is known of each candidate: how near it is named, as what, and how it goes with the phrase.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "claims/discourse/naming.h"
#include "claims/grammar/report.h"
#include "claims/resolve/antecedent_ranker.h"
#include "claims/resolve/antecedents.h"
#include "claims/resolve/pronouns.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr int kMostCandidates = 40;

// The phrase that takes something up.
struct Anaphor {
  Place at;
  std::string noun;        // lower case; empty for pronouns
  std::string kind;        // "it", "noun organization", "noun act s"
  std::string determiner;  // "definite", "possessed", "other"; empty for pronouns
  Gender gender = Gender::unknown;
  std::vector<const Actor*> speakers;      // actors that are reported to say it
  std::vector<const KnownEntity*> states;  // "the French group"
  bool speaks = false;                     // "we"
};

// A name of the document as it stands to the phrase.
struct Named {
  const Actor* actor;
  const Mention* nearest;
  int count = 0;
  bool behind = false;  // in the same sentence, after the phrase
};

std::string pronoun_kind(std::string_view form) {
  const std::string lower = ascii_lowered(form);
  for (const auto& [kind, forms] : std::initializer_list<std::pair<const char*, std::vector<const char*>>>{
           {"he", {"he", "him", "his", "himself"}},
           {"she", {"she", "her", "hers", "herself"}},
           {"it", {"it", "its", "itself"}},
           {"they", {"they", "them", "their", "theirs", "themselves"}}}) {
    if (std::ranges::any_of(forms, [&](const char* f) { return lower == f; })) return kind;
  }
  return is_speaker_pronoun(form) ? "speaker" : "pronoun";
}

std::string noun_kind(const RelationSchema& schema, const Tree& tree, int token, const std::string& noun) {
  const WordLists& words = WordLists::built_in();
  std::string kind = "noun ";
  if (schema.words("acts").contains(noun))
    kind += "act";
  else if (words.body(noun))
    kind += "body";
  else if (words.role(noun) || words.people_of(noun))
    kind += "role";
  else if (const auto type = words.type_of(noun); !type.empty())
    kind += type;
  else
    kind += "thing";
  return tree.token(token).xpos == Xpos::nns ? kind + " s" : kind;
}

std::string determiner_of(const Tree& tree, int token) {
  if (tree.child(token, {Deprel::nmod_poss}) >= 0) return "possessed";
  const int det = tree.child(token, {Deprel::det});
  if (det < 0) return "other";
  const auto lemma = tree.lemma(det);
  return lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" ? "definite" : "other";
}

Anaphor anaphor_at(Discourse& discourse, const RelationSchema& schema, Place at) {
  const Tree& tree = discourse.tree(at.sentence);
  const int token = at.token;
  const Token& word = tree.token(token);
  Anaphor anaphor{at, {}, {}, {}, Gender::unknown, {}, {}, false};
  if (word.upos == Upos::pron || word.xpos == Xpos::prp_poss || word.upos == Upos::det) {
    anaphor.kind = pronoun_kind(word.form);
    anaphor.speaks = anaphor.kind == "speaker";
    if (anaphor.kind == "he") anaphor.gender = Gender::male;
    if (anaphor.kind == "she") anaphor.gender = Gender::female;
  } else {
    anaphor.noun = ascii_lowered(tree.lemma(token));
    anaphor.kind = noun_kind(schema, tree, token, anaphor.noun);
    anaphor.determiner = determiner_of(tree, token);
  }
  for (const int c : tree.children(token, {Deprel::amod, Deprel::compound})) {
    if (const KnownEntity* state = discourse.knowledge().state(tree.token(c).form))
      anaphor.states.push_back(state);
  }
  for (const int speaker : report_above(tree, schema, token).speakers) {
    if (const Actor* actor = discourse.actor_at({at.sentence, speaker})) anaphor.speakers.push_back(actor);
  }
  return anaphor;
}

// Everybody named, whoever was named last before the phrase first.
std::vector<Named> named_around(const Discourse& discourse, const Anaphor& anaphor) {
  std::vector<Named> found(discourse.actors().size(), Named{nullptr, nullptr});
  for (const Mention& mention : discourse.mentions()) {
    const bool before = mention.sentence < anaphor.at.sentence ||
                        (mention.sentence == anaphor.at.sentence && mention.last < anaphor.at.token);
    const bool behind = mention.sentence == anaphor.at.sentence && mention.first > anaphor.at.token;
    Named& named = found[static_cast<std::size_t>(mention.actor)];
    if (!before && (!behind || named.nearest != nullptr)) continue;
    named.actor = &discourse.actor_of(mention);
    named.nearest = &mention;
    named.behind = behind;
    named.count += before;
  }
  std::erase_if(found, [](const Named& named) { return named.nearest == nullptr; });
  std::ranges::stable_sort(found, [](const Named& a, const Named& b) {
    if (a.behind != b.behind) return b.behind;
    return std::pair(a.nearest->sentence, a.nearest->first) >
           std::pair(b.nearest->sentence, b.nearest->first);
  });
  if (found.size() > kMostCandidates) found.resize(kMostCandidates);
  return found;
}

std::string distance(const Anaphor& anaphor, const Named& named) {
  if (named.behind) return "behind";
  const int back = anaphor.at.sentence - named.nearest->sentence;
  if (back <= 2) return std::to_string(back) + " back";
  return back <= 4 ? "3 back" : back <= 8 ? "5 back" : "far back";
}

std::string role_of(const Tree& tree, int head) {
  switch (tree.deprel(tree.first_conjunct(head))) {
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::nsubj_outer:
      return "subject";
    case Deprel::obj:
    case Deprel::iobj:
      return "object";
    case Deprel::nmod_poss:
      return "possessor";
    case Deprel::appos:
      return "apposition";
    case Deprel::amod:
    case Deprel::compound:
    case Deprel::nmod_desc:
      return "modifier";
    case Deprel::root:
      return "root";
    default:
      return "oblique";
  }
}

void add_tree(Discourse& discourse, const Anaphor& anaphor, const Named& named,
              std::vector<NamedFeature>& features) {
  const int back = anaphor.at.sentence - named.nearest->sentence;
  if (!discourse.sentence(named.nearest->sentence).layers.parsed) return;
  const Tree& tree = discourse.tree(named.nearest->sentence);
  const int head = tree.head_of(named.nearest->first, named.nearest->last);
  const std::string role = role_of(tree, head);
  features.push_back({"role " + role});
  features.push_back({(back == 0 ? "here " : "before ") + role});
  if (back > 0) return;
  const int first = tree.first_conjunct(head), own = tree.first_conjunct(anaphor.at.token);
  if (tree.head(first) >= 0 && tree.head(first) == tree.head(own)) features.push_back({"same head"});
  if (tree.dominates(anaphor.at.token, head)) features.push_back({"below it"});
  if (tree.dominates(head, anaphor.at.token)) features.push_back({"above it"});
}

void add_description(const Anaphor& anaphor, const Actor& actor, std::vector<NamedFeature>& features) {
  const auto contains = [&](const std::vector<std::string>& list) {
    return std::ranges::find(list, anaphor.noun) != list.end();
  };
  const WordLists& words = WordLists::built_in();
  if (!anaphor.noun.empty()) {
    if (contains(actor.called)) features.push_back({"called so"});
    if (contains(actor.roles)) features.push_back({"described so"});
    if (std::ranges::any_of(actor.names, [&](const std::string& n) { return has_word(n, anaphor.noun); }))
      features.push_back({"named so"});
    const auto kind = words.kind_of(anaphor.noun);
    if (actor.known != nullptr && !kind.empty() && !actor.known->kind.empty())
      features.push_back({actor.known->kind == kind ? "known to be one" : "known to be none"});
    const auto type = words.type_of(anaphor.noun);
    const bool other = !actor.called.empty() && !type.empty() &&
                       std::ranges::none_of(actor.called, [&](const std::string& noun) {
                         return words.type_of(noun) == type || words.type_of(noun).empty();
                       });
    if (other) features.push_back({"called otherwise"});
  }
  if (anaphor.gender != Gender::unknown && actor.gender != Gender::unknown && actor.gender != Gender::both)
    features.push_back({actor.gender == anaphor.gender ? "same gender" : "other gender"});
  if (!anaphor.states.empty()) {
    const bool same = std::ranges::any_of(anaphor.states, [&](const KnownEntity* state) {
      return actor.known == state || std::ranges::find(actor.states, state) != actor.states.end();
    });
    features.push_back({same ? "of that state" : "not of that state"});
  }
}

AntecedentCandidate candidate(Discourse& discourse, const Anaphor& anaphor, const Named& named,
                              std::size_t rank, int most) {
  const Actor& actor = *named.actor;
  AntecedentCandidate found{named.actor, {}};
  auto& features = found.features;
  const std::string type(to_string(actor.type));
  features.push_back({distance(anaphor, named)});
  features.push_back({"rank " + std::to_string(std::min<std::size_t>(rank, 3))});
  features.push_back({"count", std::log(1.0 + named.count)});
  if (named.count == most) features.push_back({"most often named"});
  features.push_back({anaphor.kind + " for " + type});
  if (actor.known != nullptr && !actor.known->kind.empty())
    features.push_back({anaphor.kind + " for known " + actor.known->kind});
  if (named.nearest->first == 0) features.push_back({"opens its sentence"});
  if (discourse.sentence(named.nearest->sentence).headline) features.push_back({"in the title"});
  if (named.actor == &discourse.actor_of(discourse.mentions().front()))
    features.push_back({"first of the text"});
  if (std::ranges::count(anaphor.speakers, named.actor) > 0)
    features.push_back({anaphor.speaks ? "speaks of himself" : "speaks of another"});
  add_tree(discourse, anaphor, named, features);
  add_description(anaphor, actor, features);
  return found;
}

}  // namespace

std::vector<AntecedentCandidate> antecedent_candidates(Discourse& discourse, const RelationSchema& schema,
                                                       Place at, std::string_view said) {
  const Anaphor anaphor = anaphor_at(discourse, schema, at);
  const auto named = named_around(discourse, anaphor);
  int most = 1;
  for (const Named& n : named) most = std::max(most, n.count);
  std::vector<AntecedentCandidate> candidates;
  for (std::size_t rank = 0; rank < named.size(); ++rank)
    candidates.push_back(candidate(discourse, anaphor, named[rank], rank, most));
  AntecedentCandidate none;
  if (!said.empty()) {
    for (AntecedentCandidate& candidate : candidates) {
      if (candidate.actor->name == said) candidate.features.push_back({"rules say so"});
    }
    none.features.push_back({"none though rules"});
  }
  none.features.push_back({"none for " + anaphor.kind});
  if (!anaphor.determiner.empty()) none.features.push_back({"none for " + anaphor.determiner});
  const Tree& tree = discourse.tree(at.sentence);
  if (tree.child(at.token, {Deprel::amod, Deprel::compound, Deprel::nummod}) >= 0)
    none.features.push_back({"none for modified"});
  if (tree.child(at.token, {Deprel::nmod, Deprel::acl, Deprel::acl_relcl}) >= 0)
    none.features.push_back({"none for explained"});
  none.features.push_back({"none of many", std::log(1.0 + static_cast<double>(named.size()))});
  candidates.push_back(std::move(none));
  return candidates;
}

}  // namespace newsgraph
