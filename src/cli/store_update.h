// New inputs into a store.
#pragma once

#include <optional>
#include <string>

#include "cli/input_options.h"

namespace newsgraph::cli {

class Context;

// Throws UsageError where the path is none for a store: there is a file of another kind or a folder, or the
// name goes by another format.
void refuse_no_store(const std::string& path);

// Adds the claims of the inputs to the store at `path`, which is made where it is missing. Articles that are
// in it with the same content are passed over; one that has changed takes the place of the old. The claims
// are stored as they were found, the decisions beside them. All or nothing: what ends the run leaves the
// store as it was. `min_confidence` as in PipelineTools.
void update_store(Context& context, const std::string& path, const InputOptions& input,
                  const KnowledgeOptions& knowledge, std::optional<double> min_confidence);

}  // namespace newsgraph::cli
