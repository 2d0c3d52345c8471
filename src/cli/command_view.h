// newsgraph view: the graph as a page in the browser.
#pragma once

#include "cli/command.h"
#include "cli/graph_input.h"

namespace newsgraph::cli {

class ViewCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  GraphInput input_;
  bool no_browser_ = false;
};

}  // namespace newsgraph::cli
