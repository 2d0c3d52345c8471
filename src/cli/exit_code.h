// How the program ends, as scripts see it. Help texts and man pages are made from this table.
#pragma once

#include <array>
#include <string_view>

namespace newsgraph::cli {

enum class ExitCode : int { done = 0, partial = 1, usage = 2, failed = 3 };

struct ExitCodeMeaning {
  int code;
  std::string_view meaning;
};

inline constexpr std::array<ExitCodeMeaning, 6> kExitCodes{{
    {0, "done"},
    {1, "done, but some inputs were skipped; each is named on standard error with the reason"},
    {2, "wrong usage: an option, a configuration file or a schema file is not right"},
    {3, "failed; no output file was changed"},
    {130, "interrupted (SIGINT, Ctrl-C); temporary files are removed, no output file was changed"},
    {143, "terminated (SIGTERM); as with 130"},
}};

}  // namespace newsgraph::cli
