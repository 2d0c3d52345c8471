#include <algorithm>

#include "documents/read_context.h"
#include "support/encoding.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

// C1 controls, U+0080 to U+009F, are C2 80 to C2 9F.
bool starts_c1(std::string_view text, std::size_t at) {
  return text[at] == '\xC2' && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
}

bool is_clean(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_control(text[at]) || starts_c1(text, at)) return false;
  }
  return true;
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \n\t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \n\t") - first + 1);
}

}  // namespace

std::string clean_text(std::string_view text) {
  if (is_clean(text)) return std::string(text);
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (starts_c1(text, at)) {
      // No text has C1 controls; they are Windows-1252 that somebody took for Latin-1 ("it\x92s").
      const DecodedText decoded = decode_text(text.substr(++at, 1), Encoding::kWindows1252);
      if (decoded.repaired == 0) clean += decoded.text;
    } else if (text[at] == '\r') {
      if (at + 1 == text.size() || text[at + 1] != '\n') clean += '\n';
    } else if (!is_control(text[at])) {
      clean += text[at];
    }
  }
  return clean;
}

std::string clean_line(std::string_view text) {
  std::string line = clean_text(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return std::string(trim(line));
}

}  // namespace newsgraph
