// From the command line to the verb that does the work.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/manual.h"

namespace CLI {
class App;
}

namespace newsgraph::cli {

// All verbs with their options, as one parser.
class Program {
 public:
  Program();
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // Parses and runs. Prints help and versions; throws Error and UsageError.
  ExitCode run(int argc, const char* const* argv);

  // Of the program itself, then of every verb, hidden ones included.
  std::vector<Manual> manuals() const;

 private:
  struct Verb {
    const CommandEntry* entry;
    std::unique_ptr<Command> command;
    CLI::App* app;
  };

  std::unique_ptr<CLI::App> app_;
  CommonOptions common_;
  bool version_ = false;
  std::vector<Verb> verbs_;

  void add(const CommandEntry& entry);
  const Verb* parse(int argc, const char* const* argv);
  Manual overview() const;
};

}  // namespace newsgraph::cli
