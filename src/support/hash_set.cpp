#include "support/hash_set.h"

#include <utility>

namespace newsgraph {
namespace {

constexpr std::size_t kFewest = 64;

}  // namespace

bool HashSet::insert(std::uint64_t hash) {
  if (hash == 0) return !std::exchange(has_zero_, true);
  if (taken_ >= slots_.size() / 8 * 7) grow();
  if (!put(hash)) return false;
  ++taken_;
  return true;
}

// Into its slot or the next that is free: there is one, for an eighth of them always is.
bool HashSet::put(std::uint64_t hash) {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    if (slots_[at] == hash) return false;
    if (slots_[at] != 0) continue;
    slots_[at] = hash;
    return true;
  }
}

void HashSet::grow() {
  std::vector<std::uint64_t> larger(slots_.empty() ? kFewest : slots_.size() * 2);
  const std::vector<std::uint64_t> before = std::exchange(slots_, std::move(larger));
  for (const std::uint64_t hash : before) {
    if (hash != 0) put(hash);
  }
}

}  // namespace newsgraph
