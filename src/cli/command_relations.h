// newsgraph relations: prints or checks a relation schema.
#pragma once

#include <string>

#include "cli/command.h"

namespace newsgraph::cli {

class RelationsCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  std::string file_;
  std::string check_;
};

}  // namespace newsgraph::cli
