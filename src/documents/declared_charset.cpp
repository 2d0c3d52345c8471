#include "documents/declared_charset.h"

#include <algorithm>

#include "documents/lines.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr auto npos = std::string_view::npos;

// The value behind `name` and "=", in quotes or not; empty where there is none.
std::string value_of(std::string_view text, std::string_view name) {
  for (auto at = text.find(name); at != npos; at = text.find(name, at + 1)) {
    const auto equals = text.find_first_not_of(" \t\r\n", at + name.size());
    if (equals == npos || text[equals] != '=') continue;
    const auto first = text.find_first_not_of(" \t\r\n\"'", equals + 1);
    if (first == npos) return {};
    const auto last = std::min(text.find_first_of(" \t\r\n\"';>/?", first), text.size());
    return std::string(text.substr(first, last - first));
  }
  return {};
}

void drop_comments(std::string& html) {
  for (auto begin = html.find("<!--"); begin != npos; begin = html.find("<!--", begin)) {
    const auto end = html.find("-->", begin + 4);
    html.erase(begin, end == npos ? npos : end + 3 - begin);
  }
}

}  // namespace

std::string xml_charset(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes = bytes.substr(0, 1024);
  const auto first = bytes.find_first_not_of(" \t\r\n");
  if (first == npos || !bytes.substr(first).starts_with("<?xml")) return {};
  const auto end = bytes.find("?>", first);
  return end == npos ? std::string() : value_of(bytes.substr(first, end - first), "encoding");
}

std::string html_charset(std::string_view bytes) {
  constexpr std::size_t kPrescan = std::size_t{16} << 10;
  std::string start = utf8::lower(bytes.substr(0, kPrescan));
  drop_comments(start);
  for (auto meta = start.find("<meta"); meta != npos; meta = start.find("<meta", meta + 5)) {
    const auto end = std::min(start.find('>', meta), start.size());
    const std::string charset = value_of(std::string_view(start).substr(meta, end - meta), "charset");
    if (!charset.empty()) return charset;
  }
  return xml_charset(bytes);
}

}  // namespace newsgraph
