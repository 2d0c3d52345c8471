// Files for the time of a run.
#pragma once

#include <string>

#include "support/file_descriptor.h"
#include "support/source.h"

namespace newsgraph {

// All that is left of `source` in a new file without a name, which is gone when it is closed; at its
// beginning. It lies in $TMPDIR, or /tmp. `name` says what could not be copied. Throws Error where there is
// no room.
FileDescriptor copy_to_temporary_file(Source& source, const std::string& name);

}  // namespace newsgraph
