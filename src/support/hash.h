// Hashes that ids are made from: the same bytes give the same number on every platform, for ever.
// XXH3, 64 bits (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md). Not against attackers.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace newsgraph {

std::uint64_t hash64(std::string_view bytes);

// Of several fields; ("ab", "c") and ("a", "bc") differ.
std::uint64_t hash_fields(std::initializer_list<std::string_view> fields);

// 16 lower-case hexadecimal digits.
std::string hex(std::uint64_t value);

}  // namespace newsgraph
