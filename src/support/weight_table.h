// A table of features and whole weights that was learned elsewhere and is read at every start: a view of its
// text, no copies.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), over bytes that come one after the other.
class FeatureHash {
 public:
  void add(char c) { hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 1099511628211U; }
  void add(std::string_view bytes) {
    for (const char c : bytes) add(c);
  }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 14695981039346656037U;
};

class WeightTable {
 public:
  // Lines of "weight<tab>feature", weights of up to a million; lines that start with # are comments. The
  // feature "bias" is added to every sum, of several lines for another the first counts. Throws Error on
  // anything else; `name` names the table in messages.
  WeightTable(std::string_view table, const std::string& name);

  int bias() const { return bias_; }
  // 0 for a feature that is not in the table. By the FeatureHash of its name.
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
