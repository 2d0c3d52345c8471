// The names of one document where it is not known beforehand which of its sentences are needed.
#pragma once

#include <memory>
#include <span>

#include "language/analyzer.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

// Each sentence is read once; which names it has depends on all that were read, for occurrences of a string
// agree. The sentences' tokens have to stay where they are, and their forms as they are.
class DocumentNames {
 public:
  // Works in the memory of the analyzer, which has to outlive this.
  explicit DocumentNames(Analyzer& analyzer);
  ~DocumentNames();
  DocumentNames(DocumentNames&&) noexcept;
  DocumentNames& operator=(DocumentNames&&) noexcept;

  // Reads those of the sentences that have no names yet and writes the names of all that were read so far:
  // the same as if they had come in one call.
  void add(std::span<Sentence* const> sentences);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsgraph
