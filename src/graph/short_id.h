// Identifiers such as "e_0f3a6c2b9d81e475" in 8 bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/string_pool.h"

namespace newsgraph {

// A prefix of at most four characters and 16 lower-case hexadecimal digits is held as its number; any other
// text (another tool's edge id) is held in the pool. Which prefix is meant, the place says: "e_" for
// edges, "c-" for claims. The default is the empty identifier.
class ShortId {
 public:
  ShortId() = default;
  ShortId(std::string_view text, std::string_view prefix, StringPool& pool);
  // A text of the pool that is known not to be of that form.
  static ShortId from_pool(StringId text) noexcept;
  // The identifier that is spelt prefix + hexadecimal `number`.
  static ShortId from_number(std::uint64_t number, std::string_view prefix, StringPool& pool);

  bool empty() const noexcept { return value_ == kInPool; }
  // The spelling, in `buffer` or in the pool; valid as long as both.
  using Buffer = std::array<char, 20>;
  std::string_view view(Buffer& buffer, std::string_view prefix, const StringPool& pool) const;
  std::string text(std::string_view prefix, const StringPool& pool) const;

  friend bool operator==(ShortId, ShortId) = default;
  // Orders numbers as their spelling is ordered; the order of texts in the pool is not theirs.
  std::uint64_t number() const noexcept { return value_; }
  bool in_pool() const noexcept { return value_ >= kInPool; }
  StringId pooled() const noexcept { return static_cast<StringId>(static_cast<std::uint32_t>(value_)); }

 private:
  static constexpr std::uint64_t kInPool = 0xffff'ffff'0000'0000;  // the low half is a StringId
  std::uint64_t value_ = kInPool;
};

}  // namespace newsgraph
