// A set of hashes that takes 9 to 19 bytes for each, where std::unordered_set takes 40 to 56.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace newsgraph {

// For numbers whose lowest bits are as good as random, such as those of hash64(); others may be slow.
class HashSet {
 public:
  // False where it is there already.
  bool insert(std::uint64_t hash);
  std::size_t size() const noexcept { return taken_ + (has_zero_ ? 1 : 0); }

 private:
  bool put(std::uint64_t hash);
  void grow();

  std::vector<std::uint64_t> slots_;  // a power of two of them, or none; 0: free
  std::size_t taken_ = 0;
  bool has_zero_ = false;  // 0 itself, which has no slot
};

}  // namespace newsgraph
