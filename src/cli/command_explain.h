// newsgraph explain: the sentences behind the edges of a graph.
#pragma once

#include "cli/command.h"
#include "cli/graph_input.h"
#include "graph/explain.h"

namespace newsgraph::cli {

class ExplainCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  GraphInput input_;
  ExplainQuery query_;
  bool json_ = false;
  bool table_ = false;
};

}  // namespace newsgraph::cli
