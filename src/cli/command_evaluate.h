// newsgraph evaluate: claims against a gold standard.
#pragma once

#include <string>

#include "cli/command.h"

namespace newsgraph::cli {

class EvaluateCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  std::string gold_;
  std::string claims_;
  std::string show_;
  bool json_ = false;
};

}  // namespace newsgraph::cli
