#include "language/embedder_cache.h"

namespace newsgraph {

void EmbedderCache::find(std::span<const std::string_view> forms, std::vector<std::uint32_t>& rows) {
  if (rows_.size() + forms.size() > kForms) {
    rows_.clear();
    vectors_.clear();
  }
  rows.clear();
  missing_.clear();
  for (const std::string_view form : forms) {
    auto found = rows_.find(form);
    if (found == rows_.end()) {
      found = rows_.emplace(form, static_cast<std::uint32_t>(rows_.size())).first;
      missing_.push_back(found->first);
    }
    rows.push_back(found->second);
  }
  const std::size_t known = vectors_.size();
  vectors_.resize(rows_.size() * embedder_->width());
  embedder_->embed(missing_, std::span(vectors_).subspan(known));
}

}  // namespace newsgraph
