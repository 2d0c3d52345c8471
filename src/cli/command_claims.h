// newsgraph claims: documents to claims, streaming.
#pragma once

#include <string>

#include "cli/command.h"
#include "cli/input_options.h"

namespace newsgraph::cli {

class ClaimsCommand final : public Command {
 public:
  std::string_view description() const override;
  std::vector<Example> examples() const override;
  void setup(CLI::App& app) override;
  ExitCode run(Context& context) override;

 private:
  enum class Form { json, csv };
  InputOptions input_;
  KnowledgeOptions knowledge_;
  std::string output_ = "-";
  Form form_ = Form::json;
  bool form_given_ = false;
};

}  // namespace newsgraph::cli
