#include "claims/extractor.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <span>
#include <string>
#include <tuple>

#include "claims/assemble/assemble.h"
#include "claims/assemble/repeats.h"
#include "claims/confidence/lists.h"
#include "claims/confidence/verdicts.h"
#include "claims/discourse/discourse.h"
#include "claims/document_analysis.h"
#include "claims/prefilter/naming_scope.h"
#include "claims/prefilter/prefilter.h"
#include "claims/record/claim_json.h"

namespace newsgraph {

namespace {

// A headline's "Publishers hit out at scheme" says less than the text that says it again with names.
void drop_vague_headlines(const std::vector<Sentence>& sentences, std::vector<Finding>& findings) {
  const auto in_headline = [&](const Finding& f) {
    return sentences[static_cast<std::size_t>(f.trigger.sentence)].headline;
  };
  const auto said_again = [&](const Finding& vague) {
    return std::ranges::any_of(findings, [&](const Finding& other) {
      return other.claim.relation == vague.claim.relation && !in_headline(other);
    });
  };
  std::vector<Finding> kept;
  for (const Finding& finding : findings) {
    const bool vague = !finding.claim.subject.named || !finding.claim.object.named;
    if (!(vague && in_headline(finding) && said_again(finding))) kept.push_back(finding);
  }
  findings = std::move(kept);
}

// "Rally, part-owned by Vega": of what a sentence says both ways only the likelier holds, for nobody owns his
// owner. States do ban and denounce each other.
void drop_turned(const RelationSchema& schema, std::size_t first, std::vector<Finding>& findings) {
  if (findings.size() < first + 2) return;
  const std::vector<Finding> said(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end());
  const auto turned = [&](const Finding& finding) {
    const Claim& claim = finding.claim;
    const Relation& relation = schema.relation(claim.relation);
    if (!relation.stative || !relation.is_between_names()) return false;
    return std::ranges::any_of(said, [&](const Finding& other) {
      return other.claim.relation == claim.relation && other.claim.subject.name == claim.object.name &&
             other.claim.object.name == claim.subject.name && other.probability > finding.probability;
    });
  };
  findings.erase(
      std::remove_if(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end(), turned),
      findings.end());
}

// The sentences of which something is not said by name, or is missed: it may stand before them.
std::vector<int> vague(const std::vector<int>& stating, const std::vector<Finding>& findings) {
  std::set<int> found, unclear;
  for (const Finding& finding : findings) {
    found.insert(finding.trigger.sentence);
    if (finding.subject_link != Link::name || finding.object_link != Link::name)
      unclear.insert(finding.trigger.sentence);
  }
  std::vector<int> vague;
  std::ranges::copy_if(stating, std::back_inserter(vague),
                       [&](int s) { return !found.contains(s) || unclear.contains(s); });
  return vague;
}

constexpr float kRatherTrigger = -1.1F;  // a probability of one quarter
constexpr double kLeastOfList = 0.45;    // of what the model reads, where it is sure of another of the list

}  // namespace

struct ClaimExtractor::Impl {
  const RelationSchema& schema;
  const Knowledge& knowledge;
  Analyzer analyzer;
  Prefilter prefilter;
  const Scorer& scorer = Scorer::built_in();
  std::shared_ptr<const ExampleScorer> learned;  // or null
  std::optional<double> min_confidence;
  ExtractorWork work;
  std::vector<Finding> left_out{};  // of the document, those that are likely

  Impl(const RelationSchema& s, const Knowledge& k, Analyzer a, std::shared_ptr<const ExampleScorer> l,
       std::optional<double> least)
      : schema(s),
        knowledge(k),
        analyzer(std::move(a)),
        prefilter(schema),
        learned(std::move(l)),
        min_confidence(least) {}

  // Whether the model was taught all relations.
  bool knows_all() const {
    return std::ranges::all_of(schema.relations(), [&](const Relation& r) { return scorer.knows(r.name); });
  }

  // What the sentences state by the names that they have.
  std::vector<Finding> find(const Document& document, DocumentAnalysis& analysis, Verdicts& verdicts,
                            bool all) {
    auto& sentences = analysis.sentences();
    Discourse discourse(document, sentences, knowledge,
                        [&](const std::vector<Sentence*>& more) { analysis.parse(more); });
    const Assembler assembler(discourse, schema);
    std::vector<Finding> findings;
    left_out.clear();
    for (const int s : analysis.stating()) {
      Sentence& sentence = sentences[static_cast<std::size_t>(s)];
      const std::size_t before = findings.size();
      // Only what was stated can be stated again.
      if (sentence.layers.parsed || may_repeat(schema, s, findings)) assembler.add_sentence(s, findings);
      const Sentence* previous = s == 0 ? nullptr : &sentence - 1;
      weigh(sentence, previous, verdicts, before, all, findings);
      if (learned) weigh_own(sentence, previous, verdicts, std::span(findings).subspan(before));
      if (!all) drop_unlikely(sentence, before, findings);
      if (!all) drop_turned(schema, before, findings);
      assembler.conclude(s, findings);
    }
    drop_vague_headlines(sentences, findings);
    return findings;
  }

  // The probabilities of the findings from `first` on. What would be dropped with the best verdict is not
  // read again for one, unless `all` are wanted.
  void weigh(const Sentence& sentence, const Sentence* previous, Verdicts& verdicts, std::size_t first,
             bool all, std::vector<Finding>& findings) {
    std::vector<Finding*> doubtful;
    for (Finding& finding : std::span(findings).subspan(first)) {
      const bool known = scorer.knows(finding.claim.relation);
      finding.probability =
          known ? scorer.probability(features_of(finding, sentence, kBestVerdict)) : confidence_of(finding);
      if (known && (all || !is_unlikely(finding))) doubtful.push_back(&finding);
    }
    const auto logits = verdicts.of(analyzer, sentence, previous, doubtful);
    for (std::size_t k = 0; k < doubtful.size(); ++k) {
      doubtful[k]->probability = scorer.probability(features_of(*doubtful[k], sentence, logits[k]));
      doubtful[k]->weighed = true;
    }
  }

  const ExampleScorer::Learned* learned_of(const Finding& finding) const {
    const std::string& relation = finding.claim.relation;
    return learned && !scorer.knows(relation) ? learned->find(relation) : nullptr;
  }

  // The probabilities of those that the examples of their relation taught to judge.
  void weigh_own(const Sentence& sentence, const Sentence* previous, Verdicts& verdicts,
                 std::span<Finding> findings) {
    std::vector<Finding*> own;
    for (Finding& finding : findings) {
      if (learned_of(finding)) own.push_back(&finding);
    }
    const auto seen = verdicts.impressions(analyzer, sentence, previous, own);
    for (std::size_t k = 0; k < own.size(); ++k) {
      own[k]->probability = newsgraph::probability(
          learned_of(*own[k])->weights, example_features(*own[k], sentence, seen[k]), rule_odds(*own[k]));
    }
  }

  bool is_unlikely(const Finding& finding) const {
    const Claim& claim = finding.claim;
    if (min_confidence) return finding.probability < *min_confidence;
    if (learned_of(finding) && !claim.rule.starts_with("repeat:"))
      return finding.probability < ExampleScorer::kLeast;
    const bool named = claim.subject.named && claim.object.named;
    return scorer.knows(claim.relation) && finding.probability < scorer.least(claim.rule, named);
  }

  // Of an enumeration the model is often sure of one alone: what it says of that one holds for the others.
  bool is_of_likely_list(const Sentence& sentence, const Finding& finding,
                         std::span<const Finding> others) const {
    const bool read = finding.claim.rule.starts_with("learned:") && finding.probability >= kLeastOfList;
    return read && std::ranges::any_of(others, [&](const Finding& other) {
             return !is_unlikely(other) && are_of_one_list(sentence, finding, other);
           });
  }

  // Drops what is rather no claim from `first` on, so that nothing later in the document builds on it.
  void drop_unlikely(const Sentence& sentence, std::size_t first, std::vector<Finding>& findings) {
    const std::span all = std::span(findings).subspan(first);
    std::vector<Finding> kept;
    for (const Finding& f : all) {
      if (!is_unlikely(f) || is_of_likely_list(sentence, f, all))
        kept.push_back(f);
      else if (f.weighed && f.probability * f.guess >= kEven)
        left_out.push_back(f);
    }
    findings.erase(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end());
    std::ranges::move(kept, std::back_inserter(findings));
  }

  // What is kept from another sentence, or is left out twice, is not left out.
  void drop_said(const std::vector<Finding>& kept) {
    std::set<std::tuple<std::string, std::string, std::string>> said;
    const auto is_said = [&](const Claim& claim) {
      return !said.emplace(claim.relation, claim.subject.name, claim.object.name).second;
    };
    for (const Finding& finding : kept) is_said(finding.claim);
    std::erase_if(left_out, [&](const Finding& finding) { return is_said(finding.claim); });
  }

  // The sentences in which something was found or the model sees something, and those that may repeat it. Of
  // relations that the model does not know all may state something.
  std::vector<int> likely_to_state(const DocumentAnalysis& analysis,
                                   const std::vector<Finding>& findings) const {
    if (!knows_all()) return analysis.stating();
    std::set<int> found;
    for (const Finding& finding : findings) found.insert(finding.trigger.sentence);
    std::vector<int> likely;
    for (const int s : analysis.stating()) {
      const auto& words = analysis.sentences()[static_cast<std::size_t>(s)].claim_scores;
      const auto states = [](const WordClaim& word) {
        return *std::ranges::max_element(word.trigger) >= kRatherTrigger;
      };
      const bool repeats = words.empty() && !likely.empty() && s - likely.back() <= kRepeatWindow;
      if (found.contains(s) || repeats || std::ranges::any_of(words, states)) likely.push_back(s);
    }
    return likely;
  }

  // Most documents that have a trigger state nothing. That shows with the names of the sentences that are
  // read anyway; what the others state is found with the names around it, too.
  std::vector<Finding> analyse(const Document& document, DocumentAnalysis& analysis, Verdicts& verdicts,
                               bool all = false) {
    analysis.name(analysis.parsed());
    auto findings = find(document, analysis, verdicts, all);
    const auto likely = likely_to_state(analysis, findings);
    if (likely.empty()) return findings;
    if (analysis.name(naming_scope(analysis.sentences(), likely, vague(likely, findings))))
      findings = find(document, analysis, verdicts, all);
    return findings;
  }

  std::vector<NamedFeature> features(Finding& finding, const Sentence& sentence, const Sentence* previous,
                                     Verdicts& verdicts) {
    Finding* const one = &finding;
    if (!scorer.knows(finding.claim.relation)) {
      const auto seen = verdicts.impressions(analyzer, sentence, previous, {&one, 1});
      return example_features(finding, sentence, seen.front());
    }
    return features_of(finding, sentence, verdicts.of(analyzer, sentence, previous, {&one, 1}).front());
  }

  void count(const DocumentAnalysis& analysis) {
    for (const Sentence& sentence : analysis.sentences()) {
      work.words += sentence.tokens.size();
      if (analysis.is_skimmed(sentence)) work.skimmed += sentence.tokens.size();
      if (analysis.is_parsed(sentence)) work.parsed += sentence.tokens.size();
      if (sentence.layers.named) work.named += sentence.tokens.size();
    }
  }

  std::vector<Claim> finish(const Document& document, std::vector<Finding>& findings) const {
    std::vector<Claim> claims;
    for (Finding& finding : findings) {
      Claim& claim = finding.claim;
      claim.document = {document.id, document.title, document.date, document.url,
                        document.url.empty() ? document.file : std::string()};
      claim.origin = document.source;
      // What is said may be right though it is of somebody else; the scorer does not see how often it is.
      claim.confidence = std::round(100 * finding.probability * finding.guess) / 100;
      claim.id = claim_id(claim);
      claims.push_back(std::move(claim));
    }
    return claims;
  }
};

ClaimExtractor::ClaimExtractor(const RelationSchema& schema, const Knowledge& knowledge, Analyzer analyzer,
                               std::shared_ptr<const ExampleScorer> learned,
                               std::optional<double> min_confidence)
    : impl_(std::make_unique<Impl>(schema, knowledge, std::move(analyzer), std::move(learned),
                                   min_confidence)) {}
ClaimExtractor::~ClaimExtractor() = default;
ClaimExtractor::ClaimExtractor(ClaimExtractor&&) noexcept = default;
ClaimExtractor& ClaimExtractor::operator=(ClaimExtractor&&) noexcept = default;
const ExtractorWork& ClaimExtractor::work() const {
  return impl_->work;
}

std::vector<ClaimExtractor::Explained> ClaimExtractor::explain(const Document& document) {
  DocumentAnalysis analysis(document, impl_->prefilter, impl_->knowledge, impl_->analyzer,
                            impl_->knows_all());
  Verdicts verdicts;
  std::vector<Explained> explained;
  if (analysis.stating().empty()) return explained;
  auto findings = impl_->analyse(document, analysis, verdicts, true);
  explained.resize(findings.size());
  for (std::size_t k = 0; k < findings.size(); ++k) {
    const auto at = static_cast<std::size_t>(findings[k].trigger.sentence);
    const Sentence& sentence = analysis.sentences()[at];
    explained[k].features =
        impl_->features(findings[k], sentence, at == 0 ? nullptr : &sentence - 1, verdicts);
    explained[k].odds = rule_odds(findings[k]);
  }
  auto claims = impl_->finish(document, findings);
  for (std::size_t k = 0; k < claims.size(); ++k) explained[k].claim = std::move(claims[k]);
  return explained;
}

std::size_t ClaimExtractor::unsure() const {
  return impl_->left_out.size();
}

std::vector<Claim> ClaimExtractor::extract(const Document& document) {
  DocumentAnalysis analysis(document, impl_->prefilter, impl_->knowledge, impl_->analyzer,
                            impl_->knows_all());
  Verdicts verdicts;
  std::vector<Finding> findings;
  impl_->left_out.clear();
  if (!analysis.stating().empty()) findings = impl_->analyse(document, analysis, verdicts);
  impl_->drop_said(findings);
  impl_->count(analysis);
  std::vector<Claim> claims = impl_->finish(document, findings);
  if (impl_->min_confidence)
    std::erase_if(claims, [&](const Claim& claim) { return claim.confidence < *impl_->min_confidence; });
  return claims;
}

}  // namespace newsgraph
