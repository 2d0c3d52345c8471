#include "support/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace newsgraph {

std::uint64_t hash64(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t hash_fields(std::initializer_list<std::string_view> fields) {
  std::string joined;
  for (const std::string_view field : fields) {
    joined += std::to_string(field.size());
    joined += ':';
    joined += field;
  }
  return hash64(joined);
}

std::string hex(std::uint64_t value) {
  std::string digits(16, '0');
  for (std::size_t i = digits.size(); i-- > 0; value >>= 4) digits[i] = "0123456789abcdef"[value & 0xF];
  return digits;
}

}  // namespace newsgraph
