// What people have made by hand, and nothing can make again.
#pragma once

#include <optional>
#include <string>

namespace newsgraph::cli {

struct Handwork {
  std::string what;    // "3 decisions", "a relation schema"
  std::string remedy;  // how not to lose it
};

// What of it a file holds: decisions, verdicts, a gold standard, a relation schema or entities. The file is
// opened once; nothing where it cannot be read.
std::optional<Handwork> handwork_in(const std::string& path);

}  // namespace newsgraph::cli
