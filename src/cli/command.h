// What a verb is: `setup` declares its options and opens nothing, `run` does the work.
#pragma once

#include <memory>
#include <span>
#include <string_view>

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

// One use of a verb.
class Command {
 public:
  Command() = default;
  virtual ~Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  virtual void setup(CLI::App& app) = 0;
  virtual ExitCode run(Context& context) = 0;
};

// A verb, and what its help text and man page say of it.
struct CommandEntry {
  std::string_view name;
  std::string_view summary;      // one line, no full stop
  std::string_view description;  // paragraphs, divided by blank lines
  std::span<const Example> examples;
  std::unique_ptr<Command> (*make)();
  bool hidden = false;  // works, but is not listed in the overview
};

template <typename Verb>
std::unique_ptr<Command> make() {
  return std::make_unique<Verb>();
}

}  // namespace newsgraph::cli
