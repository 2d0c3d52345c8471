// The distinct documents of a graph that is being built.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "graph/graph.h"

namespace newsgraph {

class DocumentTable {
 public:
  // Adds to `documents`, which outlives the table and is changed by nothing else meanwhile.
  explicit DocumentTable(std::vector<SourceDocument>& documents);
  std::uint32_t intern(const SourceDocument& document);

 private:
  struct Hash {
    std::size_t operator()(const SourceDocument& document) const noexcept;
  };
  std::vector<SourceDocument>& documents_;
  std::unordered_map<SourceDocument, std::uint32_t, Hash> index_;
  std::uint32_t last_ = 0;  // the statements of a document come one after another
};

// For each document a number that is the same for equal documents: those of the same id or, where
// there is no id, of the same date, URL and title. kUnknownDocument for a document of which nothing but its
// file is known.
constexpr std::uint32_t kUnknownDocument = 0xffff'ffff;
std::vector<std::uint32_t> document_identities(const std::vector<SourceDocument>& documents);

}  // namespace newsgraph
