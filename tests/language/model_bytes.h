// Small model files made in memory.
#pragma once

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace model_bytes {

using Bytes = std::vector<std::byte>;

inline void put(Bytes& bytes, const void* data, std::size_t size) {
  const auto* first = static_cast<const std::byte*>(data);
  bytes.insert(bytes.end(), first, first + size);
}

template <typename Number>
void put(Bytes& bytes, Number number) {
  put(bytes, &number, sizeof number);
}

inline void seal(Bytes& file) {
  const auto sum = static_cast<std::uint32_t>(
      crc32_z(0, reinterpret_cast<const Bytef*>(file.data() + 16), file.size() - 16));
  std::memcpy(file.data() + 12, &sum, sizeof sum);
}

// A whole file, with its checksum.
inline Bytes make(const std::string& header, const Bytes& payload) {
  Bytes file;
  put(file, "NGMODEL\0", 8);
  put(file, std::uint32_t{1});
  put(file, std::uint32_t{0});
  put(file, std::uint64_t{32 + header.size() + payload.size()});
  put(file, std::uint64_t{header.size()});
  put(file, header.data(), header.size());
  file.insert(file.end(), payload.begin(), payload.end());
  seal(file);
  return file;
}

}  // namespace model_bytes
