// newsgraph examples: every example of the help texts, for the test that runs them.
#include <array>

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/program.h"

namespace newsgraph::cli {
namespace {

class ExamplesCommand final : public Command {
 public:
  void setup(CLI::App&) override {}

  ExitCode run(Context& context) override {
    for (const Manual& manual : Program().manuals()) {
      for (const Example& example : manual.examples) context.print(std::string(example.command) + "\n");
    }
    return ExitCode::done;
  }
};

constexpr std::array<Example, 1> kExamplesExamples{{{"newsgraph examples", "All of them."}}};

}  // namespace

constinit const CommandEntry kExamplesCommand{
    "examples",
    "print the examples of all help texts",
    "Prints the command lines of all examples, verb by verb, so that a test can run every one of them.",
    kExamplesExamples,
    make<ExamplesCommand>,
    true};

}  // namespace newsgraph::cli
