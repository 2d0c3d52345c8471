// newsgraph completion: shell completions, from the same table as --help.
#pragma once

#include <string>

#include "cli/command.h"

namespace newsgraph::cli {

class CompletionCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  std::string shell_;
};

}  // namespace newsgraph::cli
