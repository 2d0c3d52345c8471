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
// Works on `jobs` threads beside the caller's; the bytes do not depend on how many.
std::unique_ptr<Compressor> make_zstd(unsigned jobs = 1);
// By the ending of the name, ".gz" or ".zst"; null for others. gzip works on the caller's thread alone.
std::unique_ptr<Compressor> make_compressor(std::string_view path, unsigned jobs = 1);

}  // namespace newsgraph
