// The options that every verb takes.
#pragma once

#include <string>
#include <vector>

#include "cli/log.h"
#include "cli/terminal.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace newsgraph::cli {

struct CommonOptions {
  bool quiet = false;
  bool strict = false;
  When progress = When::automatic;
  When color = When::automatic;
  LogLevel log_level = LogLevel::info;
  unsigned jobs = 0;  // 0: as many as the machine has cores
  std::string model;  // file; empty: the built-in model
};

void add_common_options(CLI::App& app, CommonOptions& options);

// Threads to run: what the user asked for, or one a core.
unsigned threads(const CommonOptions& options);

}  // namespace newsgraph::cli
