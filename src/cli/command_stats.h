// newsgraph stats: what is in a graph.
#pragma once

#include "cli/command.h"
#include "cli/graph_input.h"

namespace newsgraph::cli {

class StatsCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  GraphInput input_;
  std::size_t top_ = 10;
  bool json_ = false;
};

}  // namespace newsgraph::cli
