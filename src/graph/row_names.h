// How rows of tables name somebody, each way once.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "graph/string_pool.h"

namespace newsgraph {

class RowNames {
 public:
  // A name with its type, and how many rows have it as somebody who does not act, and who does.
  struct Use {
    StringId name{};
    StringId type{};
    std::array<std::uint32_t, 2> rows{};
    std::uint32_t next = 0;  // the next of the same name, 1 more than its place; 0: none
  };

  // Counts one more row. Returns twice the place of the use, and 1 more where it acts.
  std::uint32_t add(StringId name, StringId type, bool acts);
  // Counts one row less; `added` is what add() returned.
  void remove(std::uint32_t added) { --uses_[added / 2].rows[added % 2]; }
  const std::vector<Use>& uses() const { return uses_; }

  // Hints for add(name): first for where its uses are, later for these.
  void prefetch_place(StringId name) const noexcept {
    if (static_cast<std::uint32_t>(name) < first_.size())
      __builtin_prefetch(&first_[static_cast<std::uint32_t>(name)]);
  }
  void prefetch_use(StringId name) const noexcept {
    if (static_cast<std::uint32_t>(name) >= first_.size()) return;
    if (const std::uint32_t use = first_[static_cast<std::uint32_t>(name)]; use != 0)
      __builtin_prefetch(&uses_[use - 1]);
  }

 private:
  std::uint32_t place_of(StringId name, StringId type);

  std::vector<Use> uses_;
  std::vector<std::uint32_t> first_;  // by StringId of the name; 1 more than the place, 0: none
};

}  // namespace newsgraph
