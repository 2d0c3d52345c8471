#include "claims/confidence/scorer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "claims/match/learned.h"
#include "support/embedded.h"
#include "support/weights_file.h"

NEWSGRAPH_EMBEDDED(newsgraph_scorer);

namespace newsgraph {

namespace {

// Log-odds and log-probabilities beyond these are all alike.
constexpr double kFloor = -9;
constexpr double kCeiling = 12;
// Words around the trigger where the model may see the claim stated.
constexpr int kNear = 2;

constexpr std::array<const char*, 8> kLinks{"name",    "described", "role",  "noun",
                                            "pronoun", "act",       "event", "phrase"};

double kept(double value) {
  return std::clamp(value, kFloor, kCeiling);
}

struct Reading {
  const Sentence& sentence;
  const std::vector<WordClaim>& words;
  std::size_t relation;
  Status status;
};

double status_score(const WordClaim& word, Status status) {
  const double best = *std::ranges::max_element(word.status);
  double sum = 0;
  for (const float s : word.status) sum += std::exp(s - best);
  return word.status[static_cast<std::size_t>(status)] - best - std::log(sum);
}

// The word of [first, last] that is the likeliest trigger.
int likeliest(const Reading& reading, int first, int last) {
  int best = first;
  for (int w = first; w <= last; ++w) {
    const auto score = [&](int word) {
      return reading.words[static_cast<std::size_t>(word)].trigger[reading.relation];
    };
    if (score(w) > score(best)) best = w;
  }
  return best;
}

bool stands_in(const Sentence& sentence, const Extent& extent) {
  return extent.end > extent.begin && extent.begin >= sentence.begin && extent.end <= sentence.end;
}

// The tokens that an extent touches; none where it lies elsewhere.
ProposedClaim::Span words_of(const Sentence& sentence, const Extent& extent) {
  ProposedClaim::Span span;
  if (!stands_in(sentence, extent)) return span;
  for (std::size_t t = 0; t < sentence.tokens.size(); ++t) {
    const Token& token = sentence.tokens[t];
    if (token.begin >= extent.end || token.end <= extent.begin) continue;
    if (span.first < 0) span.first = static_cast<std::int32_t>(t);
    span.last = static_cast<std::int32_t>(t);
  }
  return span;
}

// How surely the model sees an argument of `word` in the extent, or elsewhere where it is not in the
// sentence.
double pointer(const ProposedClaim::Span& span, const std::vector<float>& scores, int segment) {
  if (scores.empty()) return kFloor;
  if (span.first < 0) return kept(scores.front());
  double best = kFloor;
  for (int word = std::max(span.first, segment); word <= span.last; ++word) {
    const auto k = static_cast<std::size_t>(word - segment) + 1;
    if (k < scores.size()) best = std::max(best, static_cast<double>(scores[k]));
  }
  return kept(best);
}

double share(double logit) {
  return 1 / (1 + std::exp(-logit));
}

void add_model(const Finding& finding, const Reading& reading, std::vector<NamedFeature>& features) {
  const int size = static_cast<int>(reading.words.size());
  const int at = std::clamp(finding.trigger.token, 0, size - 1);
  const int near = likeliest(reading, std::max(0, at - kNear), std::min(size - 1, at + kNear));
  const int best = likeliest(reading, 0, size - 1);
  const auto word = [&](int w) -> const WordClaim& { return reading.words[static_cast<std::size_t>(w)]; };
  double other = kFloor;
  for (int w = std::max(0, at - kNear); w <= std::min(size - 1, at + kNear); ++w) {
    for (std::size_t r = 0; r < kClaimRelations.size(); ++r) {
      if (r != reading.relation) other = std::max(other, static_cast<double>(word(w).trigger[r]));
    }
  }
  features.push_back({"trigger here", kept(word(at).trigger[reading.relation])});
  features.push_back({"trigger near", kept(word(near).trigger[reading.relation])});
  features.push_back({"trigger in sentence", kept(word(best).trigger[reading.relation])});
  features.push_back({"other relation", kept(other)});
  features.push_back({"status", kept(std::max(status_score(word(at), reading.status),
                                              status_score(word(near), reading.status)))});
  double all_near = share(word(near).trigger[reading.relation]);
  double all_best = share(word(best).trigger[reading.relation]);
  features.push_back({"trigger share", all_near});
  for (const bool subject : {true, false}) {
    const Argument& argument = subject ? finding.claim.subject : finding.claim.object;
    const std::string role = subject ? "subject" : "object";
    const auto span = words_of(reading.sentence, argument.extent);
    const auto score = [&](int w) {
      return pointer(span, subject ? word(w).subject : word(w).object, word(w).segment);
    };
    features.push_back({role + " near", score(near)});
    features.push_back({role + " best", score(best)});
    features.push_back({role + " share", std::exp(score(near))});
    all_near *= std::exp(score(near));
    all_best *= std::exp(score(best));
    if (span.first < 0) features.push_back({role + " elsewhere"});
  }
  features.push_back({"all near", all_near});
  features.push_back({"all best", all_best});
  const std::string relation(kClaimRelations[reading.relation]);
  features.push_back({relation + " trigger near", kept(word(near).trigger[reading.relation])});
}

void add_argument(const std::string& role, const Argument& argument, Link link, double certainty,
                  std::vector<NamedFeature>& features) {
  features.push_back({role + " is " + kLinks[static_cast<std::size_t>(link)]});
  features.push_back({role + " type " + argument.type});
  if (argument.named) features.push_back({role + " named"});
  if (certainty < 1) features.push_back({role + " doubt", 1 - certainty});
}

std::string kind_of(const std::string& rule) {
  return rule.substr(0, rule.find(':'));
}

}  // namespace

std::optional<ProposedClaim> proposed(const Finding& finding, const Sentence& sentence) {
  const auto relation = model_relation(finding.claim.relation);
  if (!relation) return std::nullopt;
  return proposed(finding, sentence, *relation);
}

std::optional<ProposedClaim> proposed(const Finding& finding, const Sentence& sentence,
                                      std::size_t relation) {
  if (!finding.claim.trigger) return std::nullopt;
  ProposedClaim claim;
  claim.relation = relation;
  claim.trigger = words_of(sentence, finding.claim.trigger->extent);
  if (claim.trigger.first < 0) return std::nullopt;
  claim.subject = words_of(sentence, finding.claim.subject.extent);
  claim.object = words_of(sentence, finding.claim.object.extent);
  return claim;
}

void add_found(const Finding& finding, const Sentence& sentence, std::vector<NamedFeature>& features) {
  const Claim& claim = finding.claim;
  features.push_back({"kind " + kind_of(claim.rule)});
  features.push_back({"rule " + claim.rule});
  features.push_back({claim.relation + " " + to_string(claim.status)});
  add_argument("subject", claim.subject, finding.subject_link, finding.subject_certainty, features);
  add_argument("object", claim.object, finding.object_link, finding.object_certainty, features);
  if (finding.inherited) features.push_back({"inherited"});
  if (finding.place_as_agent) features.push_back({"place as agent"});
  if (sentence.headline) features.push_back({"headline"});
  if (claim.speaker) features.push_back({"speaker"});
}

std::vector<NamedFeature> features_of(const Finding& finding, const Sentence& sentence, double verdict) {
  std::vector<NamedFeature> features;
  const Claim& claim = finding.claim;
  const auto relation = model_relation(claim.relation);
  if (relation && !sentence.claim_scores.empty())
    add_model(finding, {sentence, sentence.claim_scores, *relation, claim.status}, features);
  features.push_back({"verdict", std::clamp(verdict, -kBestVerdict, kBestVerdict)});
  const double rules = confidence_of(finding);
  features.push_back({"rule odds", std::log(rules / (1 - rules))});
  features.push_back({"relation " + claim.relation});
  add_found(finding, sentence, features);
  features.push_back({"length", std::log(static_cast<double>(sentence.tokens.size()))});
  return features;
}

Scorer Scorer::parse(std::string_view json, const std::string& origin) {
  const WeightsOrigin from{"newsgraph scorer", origin, "tools/train/scorer.py"};
  const WeightsFile file = read_weights(json, from);
  const auto least = [&](const char* key) {
    const auto each = file.json.value(key, nlohmann::json());
    Least of_kind{number_in(each, "ruled", from), number_in(each, "learned", from)};
    for (const auto& [rule, unused] : each.items())
      if (rule.find(':') != std::string::npos) of_kind.rules[rule] = number_in(each, rule.c_str(), from);
    return of_kind;
  };
  Scorer scorer;
  scorer.constant_ = number_in(file.json, "constant", from);
  scorer.least_named_ = least("least named");
  scorer.least_unnamed_ = least("least unnamed");
  scorer.weights_ = file.weights;
  return scorer;
}

const Scorer& Scorer::built_in() {
  static const Scorer scorer = parse(NEWSGRAPH_EMBEDDED_TEXT(newsgraph_scorer), "built-in scorer");
  return scorer;
}

bool Scorer::knows(std::string_view relation) const {
  return weights_.contains("relation " + std::string(relation));
}

double Scorer::probability(const std::vector<NamedFeature>& features) const {
  return std::round(100 / (1 + std::exp(-(constant_ + weights_.sum(features))))) / 100;
}

}  // namespace newsgraph
