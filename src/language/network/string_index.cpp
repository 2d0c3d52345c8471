#include "language/network/string_index.h"

#include <bit>
#include <functional>

namespace newsgraph {

namespace {

std::uint32_t hash_of(std::string_view text) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
}

}  // namespace

StringIndex::StringIndex(StringTable strings)
    : strings_(strings), slots_(std::bit_ceil(2 * strings.size() + 1)) {
  for (std::size_t row = 0; row < strings_.size(); ++row) {
    const std::uint32_t hash = hash_of(strings_[row]);
    Slot& slot = slots_[slot_of(hash, strings_[row])];
    if (slot.row == 0) slot = {hash, static_cast<std::uint32_t>(row + 1)};
  }
}

std::size_t StringIndex::slot_of(std::uint32_t hash, std::string_view wanted) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].row != 0 && (slots_[at].hash != hash || strings_[slots_[at].row - 1] != wanted))
    at = (at + 1) & mask;
  return at;
}

std::size_t StringIndex::find(std::string_view wanted) const {
  const std::uint32_t row = slots_[slot_of(hash_of(wanted), wanted)].row;
  return row == 0 ? size() : row - 1;
}

}  // namespace newsgraph
