// Sets and maps of lower-case words that are looked up without regard to ASCII case.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace newsgraph {

struct IgnoreCaseHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const noexcept;
};

struct IgnoreCaseEqual {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const noexcept;
};

template <typename Value>
using WordMap = std::unordered_map<std::string, Value, IgnoreCaseHash, IgnoreCaseEqual>;

}  // namespace newsgraph
