#include "claims/extractor.h"

#include <algorithm>

#include "claims/assemble/assemble.h"
#include "claims/confidence/confidence.h"
#include "claims/discourse/discourse.h"
#include "claims/document_analysis.h"
#include "claims/prefilter/naming_scope.h"
#include "claims/prefilter/prefilter.h"
#include "claims/record/claim_json.h"

namespace newsgraph {

namespace {

// Whether the names near the triggers are so many of all that are needed that it takes less to read all at
// once.
bool nearly_all(const std::vector<bool>& near, const std::vector<bool>& reach) {
  return 5 * std::ranges::count(near, true) >= 4 * std::ranges::count(reach, true);
}

// A headline's "Publishers hit out at scheme" says less than the text that says it again with names.
void drop_vague_headlines(const std::vector<Sentence>& sentences, std::vector<Finding>& findings) {
  const auto in_headline = [&](const Finding& f) {
    return sentences[static_cast<std::size_t>(f.sentence)].headline;
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

}  // namespace

struct ClaimExtractor::Impl {
  const RelationSchema& schema;
  const Knowledge& knowledge;
  Analyzer analyzer;
  Prefilter prefilter;
  const Scorer& scorer = Scorer::built_in();
  ExtractorWork work;

  Impl(const RelationSchema& s, const Knowledge& k, Analyzer a)
      : schema(s), knowledge(k), analyzer(std::move(a)), prefilter(schema) {}

  // What the sentences state by the names that they have.
  std::vector<Finding> find(const Document& document, DocumentAnalysis& analysis, bool all) const {
    auto& sentences = analysis.sentences();
    Discourse discourse(document, sentences, knowledge,
                        [&](const std::vector<Sentence*>& more) { analysis.parse(more); });
    Assembler assembler(discourse, schema);
    std::vector<Finding> findings;
    for (const int s : analysis.stating()) {
      const Sentence& sentence = sentences[static_cast<std::size_t>(s)];
      const std::size_t before = findings.size();
      // Only what was stated can be stated again.
      if (sentence.layers.parsed || assembler.may_repeat(s, findings)) assembler.add_sentence(s, findings);
      weigh(sentence, before, findings);
      if (!all) drop_unlikely(before, findings);
    }
    drop_vague_headlines(sentences, findings);
    return findings;
  }

  std::vector<ClaimFeature> known_of(const Finding& finding, const Sentence& sentence) const {
    const auto claim = proposed(finding, sentence);
    return features_of(finding, sentence, claim ? analyzer.verify(sentence, *claim) : 0);
  }

  void weigh(const Sentence& sentence, std::size_t first, std::vector<Finding>& findings) const {
    for (std::size_t f = first; f < findings.size(); ++f) {
      Finding& finding = findings[f];
      finding.probability = scorer.knows(finding.claim.relation)
                                ? scorer.probability(known_of(finding, sentence))
                                : confidence_of(finding);
    }
  }

  // Drops what is rather no claim from `first` on, so that nothing later in the document builds on it.
  void drop_unlikely(std::size_t first, std::vector<Finding>& findings) const {
    const auto unlikely = [&](const Finding& f) {
      return scorer.knows(f.claim.relation) && f.probability < scorer.least(f.claim.rule);
    };
    findings.erase(
        std::remove_if(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end(), unlikely),
        findings.end());
  }

  // The sentences that state something for all that the model sees. Most that hold a trigger word do not, and
  // nobody needs the names around them. Of relations that the model does not know all may.
  std::vector<int> likely_to_state(const DocumentAnalysis& analysis) const {
    const auto& relations = schema.relations();
    if (!std::ranges::all_of(relations, [&](const Relation& r) { return scorer.knows(r.name); }))
      return analysis.stating();
    std::vector<int> likely;
    for (const int s : analysis.stating()) {
      const auto& words = analysis.sentences()[static_cast<std::size_t>(s)].claim_scores;
      const auto states = [](const WordClaim& word) {
        return *std::ranges::max_element(word.trigger) >= kLeastTrigger;
      };
      const bool repeats = words.empty() && !likely.empty() && s - likely.back() <= kRepeatWindow;
      if (repeats || std::ranges::any_of(words, states)) likely.push_back(s);
    }
    return likely;
  }

  // Most documents that have a trigger state nothing. That shows with the names around it; what the others
  // state is found with the names of the whole document.
  std::vector<Finding> analyse(const Document& document, DocumentAnalysis& analysis, bool all = false) const {
    const std::vector<int> likely = likely_to_state(analysis);
    auto reach = naming_scope(analysis.sentences(), likely);
    auto near = sentences_near(analysis.sentences(), likely);
    for (const int s : analysis.stating()) {  // what is read already costs nothing
      if (!analysis.is_parsed(analysis.sentences()[static_cast<std::size_t>(s)])) continue;
      reach[static_cast<std::size_t>(s)] = near[static_cast<std::size_t>(s)] = true;
    }
    analysis.name(nearly_all(near, reach) ? reach : near);
    auto findings = find(document, analysis, all);
    if (!findings.empty() && analysis.name(reach)) findings = find(document, analysis, all);
    return findings;
  }

  void count(const DocumentAnalysis& analysis) {
    for (const Sentence& sentence : analysis.sentences()) {
      work.words += sentence.tokens.size();
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
      claim.confidence = finding.probability;
      claim.id = claim_id(claim);
      claims.push_back(std::move(claim));
    }
    return claims;
  }
};

ClaimExtractor::ClaimExtractor(const RelationSchema& schema, const Knowledge& knowledge, Analyzer analyzer)
    : impl_(std::make_unique<Impl>(schema, knowledge, std::move(analyzer))) {}
ClaimExtractor::~ClaimExtractor() = default;
ClaimExtractor::ClaimExtractor(ClaimExtractor&&) noexcept = default;
ClaimExtractor& ClaimExtractor::operator=(ClaimExtractor&&) noexcept = default;
const ExtractorWork& ClaimExtractor::work() const {
  return impl_->work;
}

std::vector<ClaimExtractor::Explained> ClaimExtractor::explain(const Document& document) {
  DocumentAnalysis analysis(document, impl_->prefilter, impl_->knowledge, impl_->analyzer);
  std::vector<Explained> explained;
  if (analysis.stating().empty()) return explained;
  auto findings = impl_->analyse(document, analysis, true);
  explained.resize(findings.size());
  for (std::size_t k = 0; k < findings.size(); ++k) {
    const auto& sentence = analysis.sentences()[static_cast<std::size_t>(findings[k].sentence)];
    explained[k].features = impl_->known_of(findings[k], sentence);
  }
  auto claims = impl_->finish(document, findings);
  for (std::size_t k = 0; k < claims.size(); ++k) explained[k].claim = std::move(claims[k]);
  return explained;
}

std::vector<Claim> ClaimExtractor::extract(const Document& document) {
  DocumentAnalysis analysis(document, impl_->prefilter, impl_->knowledge, impl_->analyzer);
  std::vector<Finding> findings;
  if (!analysis.stating().empty()) findings = impl_->analyse(document, analysis);
  impl_->count(analysis);
  return impl_->finish(document, findings);
}

}  // namespace newsgraph
