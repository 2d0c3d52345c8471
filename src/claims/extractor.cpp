#include "claims/extractor.h"

#include <deque>

#include "claims/asides.h"
#include "claims/assemble.h"
#include "claims/claim_json.h"
#include "claims/clause_mending.h"
#include "claims/confidence.h"
#include "claims/coordination_mending.h"
#include "claims/dateline.h"
#include "claims/discourse.h"
#include "claims/gate.h"
#include "claims/headline_case.h"
#include "claims/joined_names.h"
#include "claims/known_names.h"
#include "claims/long_sentences.h"
#include "claims/name_mending.h"
#include "claims/participle_mending.h"
#include "claims/quotations.h"
#include "claims/reach.h"
#include "claims/valency_mending.h"

namespace newsgraph {

struct ClaimExtractor::Impl {
  const RelationSchema& schema;
  const Knowledge& knowledge;
  Analyzer analyzer;
  TriggerGate gate;

  Impl(const RelationSchema& s, const Knowledge& k, Analyzer a)
      : schema(s), knowledge(k), analyzer(std::move(a)), gate(schema) {}

  void name(std::vector<Sentence>& sentences, const std::vector<bool>& wanted) {
    std::vector<Sentence*> named;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      if (wanted[s]) named.push_back(&sentences[s]);
    }
    analyzer.name(named);
    for (Sentence* sentence : named) add_known_names(knowledge, *sentence);
  }

  std::vector<Claim> finish(const Document& document, std::vector<Finding>& findings) const {
    std::vector<Claim> claims;
    for (Finding& finding : findings) {
      Claim& claim = finding.claim;
      claim.document = {document.id, document.title, document.date, document.url};
      claim.origin = document.source;
      claim.confidence = confidence_of(finding);
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

std::vector<Claim> ClaimExtractor::extract(const Document& document) {
  auto sentences = split(document.text, document.body);
  cut_long_sentences(sentences);
  cut_datelines(sentences);
  cut_asides(sentences);
  cut_joined_names(sentences);
  std::deque<std::string> lowered;
  lower_triggers(sentences, {&impl_->gate.triggers(), &impl_->gate.light_verbs()}, lowered);
  const auto quoted = quoted_sentences(sentences);
  std::vector<int> stating;  // or stating again
  std::vector<Sentence*> to_parse;
  for (int s = 0; s < static_cast<int>(sentences.size()); ++s) {
    Sentence& sentence = sentences[static_cast<std::size_t>(s)];
    const bool states = impl_->gate.may_state(sentence, quoted[static_cast<std::size_t>(s)]);
    const bool repeats = !states && !stating.empty() && s - stating.back() <= kRepeatWindow &&
                         impl_->gate.may_repeat(sentence);
    if (states || repeats) stating.push_back(s);
    if (states) to_parse.push_back(&sentence);
  }
  if (stating.empty()) return {};
  impl_->analyzer.parse(to_parse);
  impl_->name(sentences, sentences_in_reach(sentences, stating));
  const auto mend = [](Sentence& sentence) {
    mend_names(sentence);
    mend_valency(sentence);
    mend_coordination(sentence);
    mend_participles(sentence);
    mend_clauses(sentence);
  };
  for (Sentence* sentence : to_parse) mend(*sentence);
  Discourse discourse(document, sentences, impl_->knowledge, [&](const std::vector<Sentence*>& more) {
    impl_->analyzer.parse(more);
    for (Sentence* sentence : more) mend(*sentence);
  });
  Assembler assembler(discourse, impl_->schema);
  std::vector<Finding> findings;
  for (const int s : stating) {
    // Only what was stated can be stated again.
    if (sentences[static_cast<std::size_t>(s)].layers.parsed || assembler.may_repeat(s, findings))
      assembler.add_sentence(s, findings);
  }
  return impl_->finish(document, findings);
}

}  // namespace newsgraph
