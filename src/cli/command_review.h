// newsgraph review: claims one after another, each decided with a key.
#pragma once

#include <string>

#include "cli/command.h"
#include "cli/input_options.h"

namespace newsgraph::cli {

class ReviewCommand : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  InputOptions input_;
  KnowledgeOptions knowledge_;
  std::string decisions_ = "decisions.jsonl";
  bool list_ = false;
};

}  // namespace newsgraph::cli
