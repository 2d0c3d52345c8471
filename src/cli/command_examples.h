// newsgraph examples: every example of the help texts, for the test that runs them.
#pragma once

#include "cli/command.h"

namespace newsgraph::cli {

class ExamplesCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;
};

}  // namespace newsgraph::cli
