// newsgraph export: inputs of any kind to graph files.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/graph_options.h"
#include "cli/input_options.h"
#include "graph/filter.h"
#include "graph/graph.h"

namespace newsgraph {
struct PipelineGraph;
}

namespace newsgraph::cli {

class ExportCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  Graph read(Context& context, const std::vector<std::string>& inputs, PipelineGraph& made,
             FilterReport& cut) const;

  InputOptions input_;
  KnowledgeOptions knowledge_;
  GraphOptions graph_;
  std::vector<std::string> outputs_;
  std::string format_;
  std::string flavor_;
  std::string store_;
};

}  // namespace newsgraph::cli
