// The progress bar of verbs that read documents.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "documents/reader.h"
#include "support/progress.h"

namespace newsgraph::cli {

class Context;

class ReadingProgress {
 public:
  // Makes the readers count their bytes in the bar.
  ReadingProgress(Context& context, const std::vector<std::string>& inputs, ReadOptions& options);
  ~ReadingProgress();
  ReadingProgress(const ReadingProgress&) = delete;
  ReadingProgress& operator=(const ReadingProgress&) = delete;

  void add_document();
  // Removes the bar.
  void stop();

 private:
  Context& context_;
  std::unique_ptr<Progress> bar_;
};

}  // namespace newsgraph::cli
