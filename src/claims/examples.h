// The examples that a relation schema carries: the test of it (`newsgraph relations --check`), and what
// claims of the user's own relations are judged by.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "claims/confidence/example_scorer.h"
#include "claims/extractor.h"
#include "claims/schema/schema.h"

namespace newsgraph {

class Model;

struct ExampleResult {
  std::string relation;
  RelationExample example;
  bool passed = false;
  std::vector<Claim> found;  // claims of the relation that the text gave
};

// Runs every example of the schema through the extractor, in the order of the file. A positive one
// passes where a claim of its relation has its subject, object and status; a negative one where
// there is no claim of its relation.
std::vector<ExampleResult> run_examples(const RelationSchema& schema, ClaimExtractor& extractor);

// What the examples teach of relations that the built-in scorer does not know and that have
// ExampleScorer::kLeastOfEach examples that match and as many that must not. Of what the rules propose in the
// texts, right is what has subject and object of an example, wrong is all in a text that must not match; of
// the rest the examples say nothing. `extractor` has learned nothing itself.
ExampleScorer learn_from_examples(const RelationSchema& schema, ClaimExtractor& extractor);

// Learned once, for all extractors of a run; any thread may ask.
class SharedExamples {
 public:
  std::shared_ptr<const ExampleScorer> get(const RelationSchema& schema, const Knowledge& knowledge,
                                           const std::shared_ptr<const Model>& model);

 private:
  std::mutex mutex_;
  std::shared_ptr<const ExampleScorer> learned_;
};

}  // namespace newsgraph
