// A source that hands out its bytes in pieces, as a pipe may.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "support/source.h"

class Pieces final : public newsgraph::Source {
 public:
  Pieces(std::string_view bytes, std::size_t piece) : bytes_(bytes), piece_(piece) {}
  std::size_t read(char* bytes, std::size_t size) override {
    const std::size_t taken = bytes_.copy(bytes, std::min(size, piece_));
    bytes_.remove_prefix(taken);
    return taken;
  }

 private:
  std::string_view bytes_;
  std::size_t piece_;
};

// All that is in the source, asked for `asked` bytes at a time.
inline std::string read_by(newsgraph::Source& source, std::size_t asked) {
  std::string all;
  std::string bytes(asked, ' ');
  while (const std::size_t taken = source.read(bytes.data(), asked)) all.append(bytes, 0, taken);
  return all;
}
