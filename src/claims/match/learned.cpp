#include "claims/match/learned.h"

#include <algorithm>
#include <cmath>

#include "language/sentence/sentence.h"

namespace newsgraph {

namespace {

constexpr float kLeastLogit = -3.5F;  // a probability of 3 %: which of them are right the scorer tells
constexpr int kOneTrigger = 2;        // triggers of one relation that are nearer than this are one
// A word is an argument from this probability on, and from this share of the likeliest one's: the likeliest
// of a list of five has a fifth.
constexpr float kLeastArgument = 0.04F;
constexpr float kLeastShare = 0.08F;

// No neighbour is a likelier trigger.
bool is_peak(const std::vector<WordClaim>& words, std::size_t at, std::size_t relation) {
  const std::size_t first = at < kOneTrigger ? 0 : at - kOneTrigger;
  const std::size_t last = std::min(words.size() - 1, at + kOneTrigger);
  for (std::size_t w = first; w <= last; ++w) {
    const float here = words[at].trigger[relation];
    const float there = words[w].trigger[relation];
    if (there > here || (there == here && w < at)) return false;
  }
  return true;
}

// The tokens that are likely arguments; none where the likeliest is that it stands elsewhere.
std::vector<int> likely(const std::vector<float>& scores, int segment) {
  std::vector<int> tokens;
  if (scores.size() < 2) return tokens;
  const float best = *std::ranges::max_element(scores);
  if (scores.front() == best) return tokens;
  for (std::size_t k = 1; k < scores.size(); ++k) {
    if (scores[k] >= std::log(kLeastArgument) && scores[k] >= best + std::log(kLeastShare))
      tokens.push_back(segment + static_cast<int>(k) - 1);
  }
  // A list is as long as it is: of many, each has little.
  if (tokens.empty())
    tokens.push_back(segment + static_cast<int>(std::ranges::max_element(scores) - scores.begin()) - 1);
  return tokens;
}

Status likeliest_status(const WordClaim& word) {
  return static_cast<Status>(std::ranges::max_element(word.status) - word.status.begin());
}

// Nobody does to himself what is claimed: a token of both lists stays in that which is likelier.
void part_arguments(const WordClaim& word, std::vector<int>& subjects, std::vector<int>& objects) {
  const auto score = [&](const std::vector<float>& scores, int token) {
    return scores[static_cast<std::size_t>(token - word.segment) + 1];
  };
  const std::vector<int> named = subjects;
  std::erase_if(subjects, [&](int token) {
    return std::ranges::count(objects, token) > 0 && score(word.subject, token) < score(word.object, token);
  });
  std::erase_if(objects, [&](int token) {
    return std::ranges::count(named, token) > 0 && score(word.object, token) <= score(word.subject, token);
  });
}

Match match_of(const TriggerRule& rule, int trigger, const WordClaim& word) {
  Match match;
  match.rule = &rule;
  match.trigger = trigger;
  match.subjects = likely(word.subject, word.segment);
  match.objects = likely(word.object, word.segment);
  part_arguments(word, match.subjects, match.objects);
  match.status = likeliest_status(word);
  return match;
}

// "called Orion “a wonderful employer”": what praises does not denounce, whatever the model makes of it.
bool praises(const RelationSchema& schema, const Tree& tree, const TriggerRule& rule, int trigger) {
  if (!schema.relations()[rule.relation].acts) return false;
  const auto& praise = schema.words("praise");
  const auto good = [&](int t) {
    const auto modifiers = tree.children(t, {Deprel::amod});
    return praise.contains(tree.lemma(t)) ||
           std::ranges::any_of(modifiers, [&](int m) { return praise.contains(tree.lemma(m)); });
  };
  const auto called = tree.children(trigger, {Deprel::xcomp});
  return good(trigger) || std::ranges::any_of(called, good);
}

}  // namespace

std::optional<std::size_t> model_relation(std::string_view name) {
  const auto found = std::ranges::find(kClaimRelations, name);
  if (found == kClaimRelations.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kClaimRelations.begin());
}

std::vector<Match> learned_matches(const RelationSchema& schema, const Tree& tree) {
  std::vector<Match> matches;
  const auto& words = tree.sentence().claim_scores;
  for (std::size_t w = 0; w < words.size(); ++w) {
    for (const TriggerRule& rule : schema.rules()) {
      if (rule.kind != TriggerKind::learned) continue;
      const auto relation = model_relation(schema.relations()[rule.relation].name);
      if (!relation || words[w].trigger[*relation] < kLeastLogit) continue;
      const int trigger = static_cast<int>(w);
      if (is_peak(words, w, *relation) && !praises(schema, tree, rule, trigger))
        matches.push_back(match_of(rule, trigger, words[w]));
    }
  }
  return matches;
}

}  // namespace newsgraph
