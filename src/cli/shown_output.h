// Data on a terminal: texts that would act there are written out.
#pragma once

#include <memory>
#include <string>

#include "support/output.h"

namespace newsgraph::cli {

// Hands on what it is given with control characters and marks that turn the direction of writing as JSON
// writes them, "\u001b"; line ends and tabs stay.
class ShownOutput final : public Output {
 public:
  explicit ShownOutput(std::unique_ptr<Output> output) : output_(std::move(output)) {}

  void prepare() override;
  void commit() override { output_->commit(); }

 private:
  void put(std::string_view block) override;

  std::unique_ptr<Output> output_;
  std::string rest_;  // a character of which more is to come
};

}  // namespace newsgraph::cli
