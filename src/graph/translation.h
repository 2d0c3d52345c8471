// Texts, documents and attributes of one graph in the terms of another.
#pragma once

#include <vector>

#include "graph/document_table.h"
#include "graph/graph.h"

namespace newsgraph {

// Copies what bundles of `from` name into the pool and the documents of another graph, each text once.
class Translation {
 public:
  Translation(const GraphData& from, StringPool& pool, DocumentTable& documents);

  // Copies every text, which is faster than one by one where all of them are used.
  void take_all_texts();

  StringId operator()(StringId id);
  ShortId operator()(ShortId id);
  Attributes operator()(const Attributes& attributes);
  Statement operator()(const Statement& statement);
  // Ids, texts and dates; the places of statements and attributes are the caller's to set.
  Edge operator()(const Edge& edge);

 private:
  const GraphData& from_;
  StringPool& pool_;
  DocumentTable& documents_;
  std::vector<StringId> texts_;                 // by id in `from`; kNoText: not yet, or the empty text
  std::vector<std::uint32_t> known_documents_;  // likewise, 1 more than the place
};

}  // namespace newsgraph
