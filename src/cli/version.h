// What --version says.
#pragma once

#include <string>

namespace newsgraph::cli {

class Context;

// The program's version alone: "0.1.0".
const char* version() noexcept;

// Version, language model and licences, for --version.
std::string version_text(const Context& context);

}  // namespace newsgraph::cli
