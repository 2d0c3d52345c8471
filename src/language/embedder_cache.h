// The vectors of the forms that an analyzer met, so that each is made once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/embedder.h"

namespace newsgraph {

// At most kForms forms; when that many are in it, it starts anew. Not for two threads at once.
class EmbedderCache {
 public:
  static constexpr std::size_t kForms = 16384;

  explicit EmbedderCache(const Embedder& embedder) : embedder_(&embedder) {}

  // rows[i] becomes the row of forms[i], valid until the next call. At most kForms forms at once.
  void find(std::span<const std::string_view> forms, std::vector<std::uint32_t>& rows);
  std::span<const float> vector(std::uint32_t row) const {
    return std::span(vectors_).subspan(row * embedder_->width(), embedder_->width());
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view form) const { return std::hash<std::string_view>()(form); }
  };

  const Embedder* embedder_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> rows_;
  std::vector<float> vectors_;
  std::vector<std::string_view> missing_;  // views of the map's keys, which stay where they are
};

}  // namespace newsgraph
