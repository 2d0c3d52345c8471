// Text through the C library's iconv().
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace newsgraph {

class IconvDecoder {
 public:
  // Of a name that encoding_of_name() gave. Null where the C library lacks it.
  static std::unique_ptr<IconvDecoder> open(std::string_view encoding);
  ~IconvDecoder();
  IconvDecoder(const IconvDecoder&) = delete;
  IconvDecoder& operator=(const IconvDecoder&) = delete;

  // Appends what `bytes` mean to `text`, valid UTF-8; what is no character becomes U+FFFD. Returns how many
  // bytes were used: not those of a character that is cut at the end, unless `at_end`.
  std::size_t decode(std::string_view bytes, bool at_end, std::string& text);
  // How many became U+FFFD.
  std::size_t repaired() const { return repaired_; }

 private:
  explicit IconvDecoder(void* converter) : converter_(converter) {}
  void* converter_;
  std::size_t repaired_ = 0;
};

}  // namespace newsgraph
