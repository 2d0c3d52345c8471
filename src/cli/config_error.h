// What is wrong with a configuration file, said so that it can be mended.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace newsgraph::cli {

// The parser says no more than the name that it does not know: "junk", "export.junk", "exprot.++". Throws
// UsageError with the line where it stands and the name that may be meant.
[[noreturn]] void refuse_config(const CLI::App& program, const std::string& file, const std::string& name);

}  // namespace newsgraph::cli
