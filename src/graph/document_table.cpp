#include "graph/document_table.h"

namespace newsgraph {

DocumentTable::DocumentTable(std::vector<SourceDocument>& documents) : documents_(documents) {
  for (std::uint32_t i = 0; i < documents_.size(); ++i) index_.emplace(documents_[i], i);
}

std::uint32_t DocumentTable::intern(const SourceDocument& document) {
  if (last_ < documents_.size() && documents_[last_] == document) return last_;
  const auto [found, added] = index_.try_emplace(document, static_cast<std::uint32_t>(documents_.size()));
  if (added) documents_.push_back(document);
  return last_ = found->second;
}

std::size_t DocumentTable::Hash::operator()(const SourceDocument& document) const noexcept {
  std::uint64_t hash = 0;
  for (const StringId id : {document.id, document.title, document.date, document.url, document.file})
    hash = (hash ^ static_cast<std::uint32_t>(id)) * 0x9e37'79b9'7f4a'7c15;
  return hash ^ hash >> 32;
}

std::vector<std::uint32_t> document_identities(const std::vector<SourceDocument>& documents) {
  std::vector<std::uint32_t> identities(documents.size());
  std::vector<SourceDocument> kept;
  DocumentTable table(kept);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    SourceDocument key = documents[i];
    if (key.id != kNoText) key = {.id = key.id};
    key.file = kNoText;  // an article may lie in two places
    identities[i] = key == SourceDocument{} ? kUnknownDocument : table.intern(key);
  }
  return identities;
}

}  // namespace newsgraph
