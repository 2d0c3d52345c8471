// Compression, block by block. No names, no dates: the same bytes in give the same bytes out.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace newsgraph {

class Compressor {
 public:
  virtual ~Compressor() = default;
  // Appends what is ready to `out`.
  virtual void add(std::string_view bytes, std::string& out) = 0;
  // Appends the rest; nothing may follow.
  virtual void end(std::string& out) = 0;
};

std::unique_ptr<Compressor> make_gzip();
std::unique_ptr<Compressor> make_zstd();
// By the ending of the name, ".gz" or ".zst"; null for others.
std::unique_ptr<Compressor> make_compressor(std::string_view path);

}  // namespace newsgraph
