// newsgraph formats: what can be read and written.
#pragma once

#include "cli/command.h"

namespace newsgraph::cli {

class FormatsCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  bool json_ = false;
};

}  // namespace newsgraph::cli
