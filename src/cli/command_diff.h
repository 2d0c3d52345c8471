// newsgraph diff: what changed between two graphs.
#pragma once

#include <string>

#include "cli/command.h"
#include "cli/graph_options.h"
#include "cli/input_options.h"

namespace newsgraph::cli {

class DiffCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  std::string older_;
  std::string newer_;
  KnowledgeOptions knowledge_;
  GraphOptions graph_;
  std::string output_;
  std::string page_;
  bool statements_ = false;
  bool json_ = false;
};

}  // namespace newsgraph::cli
