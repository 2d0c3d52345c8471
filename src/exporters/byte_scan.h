// Whether text needs escaping at all, eight bytes at a time: most text does not.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace newsgraph {

// Whether all bytes are printable ASCII other than `Special...`.
template <char... Special>
bool is_plain(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101;
  constexpr std::uint64_t kHighs = 0x8080'8080'8080'8080;
  // The high bit of a byte is set where the byte is zero (Mycroft 1987); exact as far as any byte goes.
  const auto zero = [](std::uint64_t word) { return (word - kOnes) & ~word & kHighs; };
  const auto unusual = [&](std::uint64_t word) {
    const std::uint64_t control = (word - kOnes * 0x20) & ~word & kHighs;
    const std::uint64_t special = (zero(word ^ kOnes * static_cast<unsigned char>(Special)) | ...);
    return (control | (word & kHighs) | special) != 0;
  };
  const char* bytes = text.data();
  std::size_t left = text.size();
  for (; left >= 8; bytes += 8, left -= 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes, sizeof word);
    if (unusual(word)) return false;
  }
  std::uint64_t word = kOnes * 'a';
  if (left != 0) std::memcpy(&word, bytes, left);
  return !unusual(word);
}

}  // namespace newsgraph
