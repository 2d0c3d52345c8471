// newsgraph entities: prints, looks up or checks entity tables.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace newsgraph::cli {

class EntitiesCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  std::vector<std::string> names_;
  std::string file_;
  std::string check_;
  bool json_ = false;
};

}  // namespace newsgraph::cli
