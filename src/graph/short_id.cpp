#include "graph/short_id.h"

#include <algorithm>
#include <optional>

#include "support/ascii.h"

namespace newsgraph {
namespace {

constexpr std::size_t kDigits = 16;

// 16 digits from `out` on.
void write_hex(char* out, std::uint64_t number) {
  constexpr const char* kHex = "0123456789abcdef";
  for (std::size_t i = kDigits; i-- > 0; number >>= 4) out[i] = kHex[number & 15];
}

// Upper-case digits are refused: they would not come back as they were.
std::optional<std::uint64_t> parse_hex(std::string_view digits) {
  std::uint64_t number = 0;
  for (const char c : digits) {
    if (!is_ascii_hex_digit(c) || is_ascii_upper(c)) return std::nullopt;
    number = number << 4 | static_cast<unsigned>(is_ascii_digit(c) ? c - '0' : c - 'a' + 10);
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
  text.resize(prefix.size() + kDigits);
  write_hex(text.data() + prefix.size(), number);
  return ShortId(text, prefix, pool);
}

std::string_view ShortId::view(Buffer& buffer, std::string_view prefix, const StringPool& pool) const {
  if (in_pool()) return pool.text(pooled());
  std::copy(prefix.begin(), prefix.end(), buffer.begin());
  write_hex(buffer.data() + prefix.size(), value_);
  return {buffer.data(), prefix.size() + kDigits};
}

std::string ShortId::text(std::string_view prefix, const StringPool& pool) const {
  Buffer buffer;
  return std::string(view(buffer, prefix, pool));
}

}  // namespace newsgraph
