// newsgraph export: inputs of any kind to graph files.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/graph_options.h"
#include "cli/input_options.h"

namespace newsgraph::cli {

class ExportCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  InputOptions input_;
  KnowledgeOptions knowledge_;
  GraphOptions graph_;
  std::vector<std::string> outputs_;
  std::string format_;
  std::string flavor_;
};

}  // namespace newsgraph::cli
