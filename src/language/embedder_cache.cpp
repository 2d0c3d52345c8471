#include "language/embedder_cache.h"

#include <algorithm>
#include <functional>

#include "language/kernels.h"

namespace newsgraph {

EmbedderCache::EmbedderCache(const Embedder& embedder, std::vector<float> added)
    : embedder_(&embedder),
      width_(embedder.width()),
      added_(std::move(added)),
      variants_(added_.size() / width_) {}

void EmbedderCache::find(std::span<const std::string_view> forms, std::vector<std::uint32_t>& rows) {
  if (rows_.size() + forms.size() > kForms) {
    rows_.clear();
    codes_.clear();
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
  add_missing();
}

void EmbedderCache::add_missing() {
  vectors_.resize(missing_.size() * width_);
  embedder_->embed(missing_, vectors_);
  std::size_t end = codes_.size();
  codes_.resize(rows_.size() * variants_ * width_);
  std::vector<float> sum(width_);
  for (std::size_t m = 0; m < missing_.size(); ++m) {
    const auto vector = std::span(vectors_).subspan(m * width_, width_);
    for (std::size_t v = 0; v < variants_; ++v, end += width_) {
      const auto added = std::span(added_).subspan(v * width_, width_);
      std::ranges::transform(vector, added, sum.begin(), std::plus<>());
      kernels::quantise(sum, kWordStep, codes_.data() + end);
    }
  }
}

}  // namespace newsgraph
