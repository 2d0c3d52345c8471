// newsgraph claims: documents to claims, streaming.
#pragma once

#include <cstdint>
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
  void refuse_other_format() const;
  // Everything that the claims depend on but the content of the inputs.
  std::uint64_t job(const Context& context, const LoadedKnowledge& loaded) const;

  InputOptions input_;
  KnowledgeOptions knowledge_;
  std::string output_ = "-";
  bool resume_ = false;
  Form form_ = Form::json;
  bool form_given_ = false;
};

}  // namespace newsgraph::cli
