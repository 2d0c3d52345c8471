// The files of an archive as inputs.
#pragma once

#include <memory>
#include <string>

#include "documents/read_context.h"
#include "support/archive.h"
#include "support/source.h"

namespace newsgraph {

// The current file of `archive`, decompressed where it is compressed once more. Its bytes count against the
// limit of the whole input. `archive` and `context` outlive it.
std::unique_ptr<Input> open_entry(Archive& archive, const std::string& name, ReadContext& context);

}  // namespace newsgraph
