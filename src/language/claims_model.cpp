#include "language/claims_model.h"

#include "language/model_layers.h"
#include "language/sentence.h"

namespace newsgraph {

ClaimsModel::ClaimsModel(const ModelFile& file, std::size_t states, const std::vector<std::int16_t>& root)
    : trigger(read_layer(file, "claims.trigger", kClaimRelations.size(), states, kStateStep)),
      status(read_layer(file, "claims.status", kClaimStatuses.size(), states, kStateStep)),
      subject(file, "claims.subject.", states, root),
      object(file, "claims.object.", states, root) {
  check_labels(file, "claims", "relations", kClaimRelations);
  check_labels(file, "claims", "statuses", kClaimStatuses);
}

}  // namespace newsgraph
