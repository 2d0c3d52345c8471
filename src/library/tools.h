// What readers and graphs of the library share, and how errors get out.
#pragma once

#include <newsgraph/newsgraph.h>
#include <exception>
#include <memory>
#include <optional>

#include "claims/record/claim.h"
#include "claims/schema/schema.h"
#include "documents/document.h"
#include "entities/resolver.h"
#include "knowledge/knowledge.h"
#include "language/model.h"
#include "support/error.h"

namespace newsgraph::api {

// Immutable once made.
class Tools {
 public:
  explicit Tools(const Options& options);

  const Knowledge& knowledge() const { return *knowledge_; }
  const RelationSchema& schema() const { return *schema_; }
  std::shared_ptr<const Model> model() const { return model_; }
  const EntityResolver& resolver() const { return *resolver_; }

 private:
  std::optional<Knowledge> own_knowledge_;
  std::optional<RelationSchema> own_schema_;
  const Knowledge* knowledge_;
  const RelationSchema* schema_;
  std::shared_ptr<const Model> model_;
  std::optional<EntityResolver> resolver_;
};

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
