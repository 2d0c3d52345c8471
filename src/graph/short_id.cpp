#include "graph/short_id.h"

#include <array>
#include <optional>

namespace newsgraph {
namespace {

constexpr std::size_t kDigits = 16;

void append_hex(std::string& out, std::uint64_t number) {
  constexpr const char* kHex = "0123456789abcdef";
  std::array<char, kDigits> digits;
  for (std::size_t i = kDigits; i-- > 0; number >>= 4) digits[i] = kHex[number & 15];
  out.append(digits.data(), digits.size());
}

// Upper-case digits are refused: they would not come back as they were.
std::optional<std::uint64_t> parse_hex(std::string_view digits) {
  std::uint64_t number = 0;
  for (const char c : digits) {
    const bool decimal = c >= '0' && c <= '9';
    if (!decimal && !(c >= 'a' && c <= 'f')) return std::nullopt;
    number = number << 4 | static_cast<unsigned>(decimal ? c - '0' : c - 'a' + 10);
  }
  return number;
}

}  // namespace

ShortId::ShortId(std::string_view text, std::string_view prefix, StringPool& pool) {
  if (text.size() == prefix.size() + kDigits && text.starts_with(prefix)) {
    const auto number = parse_hex(text.substr(prefix.size()));
    if (number && *number < kInPool) {
      value_ = *number;
      return;
    }
  }
  value_ = kInPool | static_cast<std::uint32_t>(pool.intern(text));
}

ShortId ShortId::from_pool(StringId text) noexcept {
  ShortId id;
  id.value_ = kInPool | static_cast<std::uint32_t>(text);
  return id;
}

ShortId ShortId::from_number(std::uint64_t number, std::string_view prefix, StringPool& pool) {
  ShortId id;
  if (number < kInPool) {
    id.value_ = number;
    return id;
  }
  std::string text(prefix);
  append_hex(text, number);
  return ShortId(text, prefix, pool);
}

void ShortId::append_to(std::string& out, std::string_view prefix, const StringPool& pool) const {
  if (in_pool()) {
    out += pool.text(pooled());
    return;
  }
  out += prefix;
  append_hex(out, value_);
}

std::string ShortId::text(std::string_view prefix, const StringPool& pool) const {
  std::string out;
  append_to(out, prefix, pool);
  return out;
}

}  // namespace newsgraph
