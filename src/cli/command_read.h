// newsgraph read: what was understood of each document.
#pragma once

#include "cli/command.h"
#include "cli/input_options.h"

namespace newsgraph::cli {

class ReadCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  InputOptions input_;
};

}  // namespace newsgraph::cli
