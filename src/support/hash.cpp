#include "support/hash.h"

#include <algorithm>
#include <array>
#include <charconv>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace newsgraph {

std::uint64_t hash64(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t hash_fields(std::initializer_list<std::string_view> fields) {
  constexpr std::size_t kLongestLength = 20;
  std::size_t most = 0;
  for (const std::string_view field : fields) most += field.size() + kLongestLength + 1;
  std::array<char, 1024> usual;  // millions of ids are made so
  std::string longer;
  if (most > usual.size()) longer.resize(most);
  char* const joined = most > usual.size() ? longer.data() : usual.data();
  char* at = joined;
  for (const std::string_view field : fields) {
    at = std::to_chars(at, joined + most, field.size()).ptr;
    *at++ = ':';
    at = std::copy(field.begin(), field.end(), at);
  }
  return hash64({joined, static_cast<std::size_t>(at - joined)});
}

std::string hex(std::uint64_t value) {
  std::string digits(16, '0');
  for (std::size_t i = digits.size(); i-- > 0; value >>= 4) digits[i] = "0123456789abcdef"[value & 0xF];
  return digits;
}

}  // namespace newsgraph
