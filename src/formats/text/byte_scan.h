// Whether text needs escaping at all: most text does not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace newsgraph {

// What kinds of bytes a text has.
struct ByteKinds {
  bool control = false;  // below U+0020
  bool beyond_ascii = false;
  bool special = false;  // one of those that were asked for
};

// One pass without branches, which the compiler turns into vector instructions.
template <char... Special>
ByteKinds byte_kinds(std::string_view text) {
  unsigned char control = 0;
  unsigned char high = 0;
  unsigned char special = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    control |= static_cast<unsigned char>(byte < 0x20);
    high |= byte;
    special |= static_cast<unsigned char>((static_cast<unsigned char>(c == Special) | ...));
  }
  return {control != 0, (high & 0x80) != 0, special != 0};
}

// Whether all bytes are printable ASCII other than `Special...`.
template <char... Special>
bool is_plain(std::string_view text) {
  // Blocks of a fixed size become vector instructions; between them the scan can end early.
  constexpr std::size_t kBlock = 64;
  const auto plain = [](std::string_view part) {
    const ByteKinds kinds = byte_kinds<Special...>(part);
    return !kinds.control && !kinds.beyond_ascii && !kinds.special;
  };
  for (; text.size() >= kBlock; text.remove_prefix(kBlock))
    if (!plain(std::string_view(text.data(), kBlock))) return false;

  // The rest, eight bytes at a time. A byte's high bit is set where it is zero (Mycroft 1987).
  constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101;
  constexpr std::uint64_t kHighs = 0x8080'8080'8080'8080;
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
