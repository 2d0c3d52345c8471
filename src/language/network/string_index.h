// Strings of a model file by their row and, hashed, the row by the string.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "language/network/model_file.h"

namespace newsgraph {

class StringIndex {
 public:
  explicit StringIndex(StringTable strings);

  std::size_t size() const { return strings_.size(); }
  std::string_view operator[](std::size_t i) const { return strings_[i]; }
  // The first row with this string; size() where it is missing.
  std::size_t find(std::string_view wanted) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t row = 0;  // plus 1; 0 for a free slot
  };

  // The place in slots_ of the string, or the free one where it belongs.
  std::size_t slot_of(std::uint32_t hash, std::string_view wanted) const;

  StringTable strings_;
  std::vector<Slot> slots_;  // open addressing, a power of two, half of them free
};

}  // namespace newsgraph
