#include "cli/command_examples.h"

#include "cli/context.h"
#include "cli/program.h"

namespace newsgraph::cli {

std::string_view ExamplesCommand::description() const {
  return "Prints the command lines of all examples, verb by verb, so that a test can run every one of them.";
}

std::vector<Example> ExamplesCommand::examples() const {
  return {{"newsgraph examples", "All of them."}};
}

void ExamplesCommand::setup(CLI::App&) {}

ExitCode ExamplesCommand::run(Context& context) {
  for (const Manual& manual : Program().manuals()) {
    for (const Example& example : manual.examples) context.print(std::string(example.command) + "\n");
  }
  return ExitCode::done;
}

}  // namespace newsgraph::cli
