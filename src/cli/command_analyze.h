// newsgraph analyze: the language analysis of documents as CoNLL-U.
#pragma once

#include <string>

#include "cli/command.h"
#include "cli/input_options.h"

namespace newsgraph::cli {

class AnalyzeCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  InputOptions input_;
  bool conllu_ = false;
};

}  // namespace newsgraph::cli
