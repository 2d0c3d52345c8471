// Several texts interned together, as a claim or an edge has them.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "graph/string_pool.h"

namespace newsgraph {

// As StringPool::intern() for each, but the memory that each needs is asked for before the first is looked
// up: in a large pool most of the time is waiting for memory.
class InternBatch {
 public:
  explicit InternBatch(StringPool& pool) : pool_(pool) {}

  // `text` and `into` have to live until finish(), which sets `into`.
  void add(std::string_view text, StringId& into) {
    if (count_ == kMost) finish();
    texts_[count_] = text;
    into_[count_++] = &into;
  }
  void finish() {
    std::array<StringId, kMost> ids;
    pool_.intern_all(std::span(texts_).first(count_), ids.data());
    for (std::size_t i = 0; i < count_; ++i) *into_[i] = ids[i];
    count_ = 0;
  }

 private:
  static constexpr std::size_t kMost = StringPool::kMostTogether;
  StringPool& pool_;
  std::array<std::string_view, kMost> texts_;
  std::array<StringId*, kMost> into_{};
  std::size_t count_ = 0;
};

}  // namespace newsgraph
