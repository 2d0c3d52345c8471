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
  const std::vector<Use>& uses() const { return uses_; }

 private:
  std::uint32_t place_of(StringId name, StringId type);

  std::vector<Use> uses_;
  std::vector<std::uint32_t> first_;  // by StringId of the name; 1 more than the place, 0: none
};

}  // namespace newsgraph
