// Shell completions, made from the table of verbs and options.
#pragma once

#include <string>
#include <vector>

#include "cli/manual.h"

namespace newsgraph::cli {

// `manuals` as Program::manuals() gives them: the program first, then its verbs.
std::string bash_completion(const std::vector<Manual>& manuals);
std::string zsh_completion(const std::vector<Manual>& manuals);
std::string fish_completion(const std::vector<Manual>& manuals);

}  // namespace newsgraph::cli
