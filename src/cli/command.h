// What a verb is: `setup` declares its options and opens nothing, `run` does the work.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.h"

namespace CLI {
class App;
}

namespace newsgraph::cli {

class Context;

// A command line that works as it stands, and what it does. The tests run every one of them.
struct Example {
  std::string_view command;
  std::string_view what;
};

class Command {
 public:
  Command() = default;
  virtual ~Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  // Paragraphs for the help text and the man page, divided by blank lines.
  virtual std::string_view description() const = 0;
  virtual std::vector<Example> examples() const = 0;
  virtual void setup(CLI::App& app) = 0;
  virtual ExitCode run(Context& context) = 0;
};

// A row of the table of verbs (commands.cpp).
struct CommandEntry {
  std::string_view name;
  std::string_view summary;  // one line, no full stop
  std::unique_ptr<Command> (*make)();
  bool hidden = false;  // works, but is not listed in the overview
};

}  // namespace newsgraph::cli
