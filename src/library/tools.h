// What readers and graphs of the library share, and how errors get out.
#pragma once

#include <newsgraph/newsgraph.h>

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "claims/examples.h"
#include "claims/record/claim.h"
#include "claims/schema/schema.h"
#include "decisions/corrected_claims.h"
#include "decisions/decisions.h"
#include "documents/document.h"
#include "entities/resolver.h"
#include "knowledge/knowledge.h"
#include "language/model.h"
#include "pipeline/pipeline.h"
#include "support/error.h"

namespace newsgraph::api {

// Immutable once made, but for what Decisions marks and what examples teach.
class Tools {
 public:
  explicit Tools(const Options& options);
  // The same with decisions of somebody else, which come before its own.
  Tools(const Tools& tools, std::vector<Decision> before);

  const Knowledge& knowledge() const { return *knowledge_; }
  const RelationSchema& schema() const { return *schema_; }
  std::shared_ptr<const Model> model() const { return model_; }
  // What the examples of the schema teach, learned when somebody asks first.
  std::shared_ptr<const ExampleScorer> learned() const {
    return examples_.get(*schema_, *knowledge_, model_);
  }
  const EntityResolver& resolver() const { return *resolver_; }
  const Decisions& decisions() const { return decisions_; }
  // Resolves claims to entities, with the decisions applied.
  const ClaimCorrector& corrector() const { return *corrector_; }
  std::optional<double> min_confidence() const { return min_confidence_; }
  // For a run of the pipeline. It keeps references.
  PipelineTools pipeline(unsigned jobs) const;

 private:
  void set_up();

  std::string entities_;  // what is in the user's file
  std::string entities_file_;
  std::string decisions_file_;
  std::optional<double> min_confidence_;
  std::vector<Decision> made_;
  Decisions decisions_;
  std::unique_ptr<const Knowledge> own_knowledge_;
  std::shared_ptr<const RelationSchema> own_schema_;
  const Knowledge* knowledge_ = nullptr;
  const RelationSchema* schema_ = nullptr;
  std::shared_ptr<const Model> model_;
  mutable SharedExamples examples_;
  std::optional<EntityResolver> resolver_;
  std::optional<ClaimCorrector> corrector_;
};

// The tools for a run over these inputs: with the decisions that stores among them keep, as the command line
// has them. The same tools where there are none.
std::shared_ptr<const Tools> tools_for(std::shared_ptr<const Tools> tools,
                                       const std::vector<std::string>& inputs);

// Runs `work`; whatever it throws comes out as the public Error.
template <typename Work>
auto guarded(const Work& work) {
  try {
    return work();
  } catch (const newsgraph::Error& error) {
    throw Error(error.message());
  } catch (const Error&) {
    throw;
  } catch (const std::exception& error) {
    throw Error(error.what());
  }
}

// The article as the stages take it; without text where there is none.
Document document_of(const Article& article);
Claim public_claim(const newsgraph::Claim& claim);

}  // namespace newsgraph::api
