// The claims stage as its callers see it: a document in, its claims out.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "claims/confidence/example_scorer.h"
#include "claims/confidence/scorer.h"
#include "claims/record/claim.h"
#include "claims/schema/schema.h"
#include "documents/document.h"
#include "knowledge/knowledge.h"
#include "language/analyzer.h"

namespace newsgraph {

// How much of the documents was analysed, in words.
struct ExtractorWork {
  std::size_t words = 0;
  std::size_t skimmed = 0;  // by the first layers at least
  std::size_t parsed = 0;
  std::size_t named = 0;
};

// Of claims of which this or more is the probability, and which are left out all the same, the user is told.
inline constexpr double kEven = 0.5;

// Finds the claims of one document after another. Only sentences with a trigger word, and those
// that their pronouns may refer to, are parsed. One extractor serves one thread; schema and
// knowledge may be shared and have to outlive it. `learned` is what the schema's examples teach (examples.h);
// without it, claims of the user's own relations have the confidence of their rules. `min_confidence`, 0 to
// 1, is what a claim has to have; where it is missing, the scorer says how sure claims of each kind have to
// be.
class ClaimExtractor {
 public:
  ClaimExtractor(const RelationSchema& schema, const Knowledge& knowledge, Analyzer analyzer,
                 std::shared_ptr<const ExampleScorer> learned = nullptr,
                 std::optional<double> min_confidence = std::nullopt);
  ~ClaimExtractor();
  ClaimExtractor(ClaimExtractor&&) noexcept;
  ClaimExtractor& operator=(ClaimExtractor&&) noexcept;

  // In the order of the text. Argument::entity is still empty: entities/ fills it.
  std::vector<Claim> extract(const Document& document);
  // How many claims of the last document were left out that are as likely right as wrong, or likelier: of
  // those that were read once more. What would be left out with the best verdict, too, is not.
  std::size_t unsure() const;

  // All that the rules and the model propose, also what extract() would leave out, with what is known of
  // each; for learning the weights of the scorers.
  struct Explained {
    Claim claim;
    std::vector<NamedFeature> features;  // features_of(), or example_features() of the user's own relations
    double odds = 0;                     // rule_odds()
  };
  std::vector<Explained> explain(const Document& document);

  // Of all documents so far.
  const ExtractorWork& work() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsgraph
