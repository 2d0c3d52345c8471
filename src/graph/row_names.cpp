#include "graph/row_names.h"

#include <algorithm>

namespace newsgraph {

std::uint32_t RowNames::add(StringId name, StringId type, bool acts) {
  const std::uint32_t place = place_of(name, type);
  ++uses_[place].rows[acts];
  return 2 * place + acts;
}

std::uint32_t RowNames::place_of(StringId name, StringId type) {
  const auto index = static_cast<std::uint32_t>(name);
  if (index >= first_.size()) first_.resize(std::max<std::size_t>(index + 1, first_.size() * 2));
  for (std::uint32_t next = first_[index]; next != 0; next = uses_[next - 1].next)
    if (uses_[next - 1].type == type) return next - 1;
  uses_.push_back({name, type, {}, first_[index]});
  first_[index] = static_cast<std::uint32_t>(uses_.size());
  return first_[index] - 1;
}

}  // namespace newsgraph
