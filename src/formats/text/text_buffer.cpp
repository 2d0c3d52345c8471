#include "formats/text/text_buffer.h"

#include <algorithm>

namespace newsgraph {

void TextBuffer::grow(std::size_t bytes) {
  const std::size_t used = begin_ ? size() : 0;
  const std::size_t capacity = std::max(used + bytes, 2 * static_cast<std::size_t>(limit_ - begin_.get()));
  auto larger = std::make_unique_for_overwrite<char[]>(capacity);
  if (used != 0) std::memcpy(larger.get(), begin_.get(), used);
  begin_ = std::move(larger);
  end_ = begin_.get() + used;
  limit_ = begin_.get() + capacity;
}

}  // namespace newsgraph
