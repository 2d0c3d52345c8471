#include "support/limits.h"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "support/ascii.h"
#include "support/error.h"

namespace newsgraph {
namespace {

constexpr std::array<std::pair<char, int>, 4> kUnits = {{{'K', 10}, {'M', 20}, {'G', 30}, {'T', 40}}};

// The power of two that a unit stands for; -1 where it is none.
int shift_of(std::string_view unit) {
  if (unit.empty() || unit == "B" || unit == "b") return 0;
  const std::string_view rest = unit.substr(1);
  if (!rest.empty() && rest != "B" && rest != "iB" && rest != "b") return -1;
  for (const auto& [letter, shift] : kUnits) {
    if (ascii_upper(unit[0]) == letter) return shift;
  }
  return -1;
}

}  // namespace

std::string format_size(std::uint64_t bytes) {
  std::string text = std::to_string(bytes) + " bytes";
  for (const auto& [letter, shift] : kUnits) {  // the largest one that fits is the last
    const std::uint64_t size = std::uint64_t{1} << shift;
    if (bytes >= size && bytes % size == 0) text = std::to_string(bytes / size) + " " + letter + "iB";
  }
  return text;
}

std::uint64_t parse_size(const std::string& text) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, failure] = std::from_chars(text.data(), end, number);
  const int shift = shift_of(std::string_view(rest, static_cast<std::size_t>(end - rest)));
  if (failure != std::errc() || shift < 0 || number << shift >> shift != number) {
    throw UsageError("'" + text + "' is no size", "",
                     "Write a number of bytes, or one with K, M, G or T: 64M.");
  }
  return number << shift;
}

}  // namespace newsgraph
