#include "support/iconv_text.h"

#include <iconv.h>

#include <array>
#include <cerrno>

#include "support/utf8.h"

namespace newsgraph {

std::unique_ptr<IconvDecoder> IconvDecoder::open(std::string_view encoding) {
  const iconv_t none = reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr): what it gives
  const iconv_t converter = iconv_open("UTF-8", std::string(encoding).c_str());
  if (converter == none) return nullptr;
  return std::unique_ptr<IconvDecoder>(new IconvDecoder(converter));
}

IconvDecoder::~IconvDecoder() {
  iconv_close(converter_);
}

std::size_t IconvDecoder::decode(std::string_view bytes, bool at_end, std::string& text) {
  std::array<char, 4096> block{};
  char* in = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  while (left > 0) {
    char* out = block.data();
    std::size_t room = block.size();
    const bool stopped = iconv(converter_, &in, &left, &out, &room) == static_cast<std::size_t>(-1);
    const int error = errno;
    text.append(block.data(), out);
    if (!stopped || error == E2BIG) continue;
    if (error == EINVAL && !at_end) break;   // a character that is cut
    utf8::append(text, utf8::kReplacement);  // EILSEQ, or cut at the end
    ++repaired_;
    ++in;
    --left;
  }
  return bytes.size() - left;
}

}  // namespace newsgraph
