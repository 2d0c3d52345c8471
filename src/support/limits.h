// What one input may cost. Beyond a limit an Error says which, and how to raise it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace newsgraph {

struct Limits {
  std::uint64_t input_bytes = std::uint64_t{16} << 30;  // of one input, decompressed (--max-input-size)
  std::size_t document_bytes = std::size_t{16} << 20;   // of one article, record or row (--max-document-size)
  std::uint64_t graph_bytes = std::uint64_t{4} << 30;   // of a graph, which is held whole (--max-graph-size)
  std::size_t json_depth = 64;                          // arrays and objects inside one another (--max-depth)
  std::size_t columns = 4096;                           // of a table (--max-columns)
};

// "16 MiB", "2 GiB", "1000 bytes".
std::string format_size(std::uint64_t bytes);
// Reads "64K", "16M", "2GiB", "1000"; units are powers of 1024. Throws UsageError.
std::uint64_t parse_size(const std::string& text);

}  // namespace newsgraph
