// newsgraph decide: what a person did to a file of claims, as decisions.
#pragma once

#include <string>

#include "cli/command.h"
#include "cli/input_options.h"

namespace newsgraph::cli {

class DecideCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  std::string before_;
  std::string after_;
  std::string output_ = "-";
  std::string by_;
  KnowledgeOptions knowledge_;
};

}  // namespace newsgraph::cli
