// The weights of the sentence classifier, read once from data/language/boundaries.tsv, which is
// built into the program.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace newsgraph {

class BoundaryWeights {
 public:
  static const BoundaryWeights& get();
  // Lines of "weight<tab>feature"; lines that start with # are comments. The feature "bias" is
  // added to every gap. Throws Error on anything else.
  explicit BoundaryWeights(std::string_view table);

  int bias() const { return bias_; }
  // 0 for a feature that is not in the table.
  int weight(std::uint64_t hash) const noexcept {
    const auto key = static_cast<std::uint32_t>(hash >> 32U);
    for (std::size_t slot = hash & mask_; slots_[slot].weight != 0; slot = (slot + 1) & mask_) {
      if (slots_[slot].key == key) return slots_[slot].weight;
    }
    return 0;
  }

 private:
  // Eight bytes, so that the table stays in the second-level cache. The low bits of the hash choose
  // the slot, its upper half is the key.
  struct Slot {
    std::uint32_t key = 0;
    std::int32_t weight = 0;  // 0 marks a free slot
  };
  void insert(std::uint64_t hash, int weight);

  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  int bias_ = 0;
};

}  // namespace newsgraph
