// What the forms that an analyzer met are to its encoder, so that each is made once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/embedder.h"

namespace newsgraph {

// The vectors of forms, each with something added, as bytes in steps of kWordStep. At most kForms forms; when
// that many are in it, it starts anew. Not for two threads at once.
class EmbedderCache {
 public:
  static constexpr std::size_t kForms = 16384;

  // `added` holds embedder.width() values for each variant of a vector.
  EmbedderCache(const Embedder& embedder, std::vector<float> added);

  // rows[i] becomes the row of forms[i], valid until the next call. At most kForms forms at once.
  void find(std::span<const std::string_view> forms, std::vector<std::uint32_t>& rows);
  std::span<const std::uint8_t> codes(std::uint32_t row, std::size_t variant) const {
    return std::span(codes_).subspan((row * variants_ + variant) * width_, width_);
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view form) const { return std::hash<std::string_view>()(form); }
  };

  void add_missing();

  const Embedder* embedder_;
  std::size_t width_;
  std::vector<float> added_;
  std::size_t variants_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> rows_;
  std::vector<std::uint8_t> codes_;
  std::vector<std::string_view> missing_;  // views of the map's keys, which stay where they are
  std::vector<float> vectors_;             // of the missing ones
};

}  // namespace newsgraph
