#include "exporters/escape.h"

#include <string>

#include "exporters/byte_scan.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_forbidden_in_xml(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

void append_cdata(TextBuffer& out, std::string_view text) {
  constexpr std::string_view kEnd = "]]>";
  out << "<![CDATA[";
  for (std::size_t end; (end = text.find(kEnd)) != std::string_view::npos; text.remove_prefix(end + 2))
    out << text.substr(0, end + 2) << "]]><![CDATA[";
  out << text << kEnd;
}

void append_json_character(TextBuffer& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      out << "\\\"";
      return;
    case '\\':
      out << "\\\\";
      return;
    case '\n':
      out << "\\n";
      return;
    case '\r':
      out << "\\r";
      return;
    case '\t':
      out << "\\t";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x20) {
    out << c;
  } else {
    out << "\\u00" << kHex[byte >> 4] << kHex[byte & 15];
  }
}

}  // namespace

void LossCounts::add_to(Losses& losses) const {
  const auto add = [&losses](const char* what, std::uint64_t count) {
    if (count != 0) losses[what] += count;
  };
  add("control characters dropped", control_characters);
  add("line breaks turned into spaces", line_breaks);
  add("broken UTF-8 sequences replaced", broken_utf8);
  add("numbers left out that are not finite", not_finite);
  add("booleans written as text", booleans);
}

std::string one_line(std::string_view text, LossCounts& counts) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    if (!c.valid) {
      ++counts.broken_utf8;
      result += kReplacement;
    } else if (is_forbidden_in_xml(c.code_point)) {
      ++counts.control_characters;
    } else if (c.code_point == '\n' || c.code_point == '\r') {
      ++counts.line_breaks;
      result += ' ';
      if (text.substr(at).starts_with("\r\n")) ++at;
    } else {
      result += text.substr(at, c.length);
    }
    at += c.length;
  }
  return result;
}

void append_xml_text(TextBuffer& out, std::string_view text, LossCounts& losses) {
  if (is_plain<'&', '<', '>'>(text)) {
    out << text;
    return;
  }
  const std::string clean = one_line(text, losses);
  if (clean.find_first_of("&<>") == std::string::npos)
    out << clean;
  else
    append_cdata(out, clean);
}

void append_xml_attribute(TextBuffer& out, std::string_view text, LossCounts& losses) {
  if (is_plain<'&', '<', '>', '"'>(text)) {
    out << text;
    return;
  }
  for (const char c : one_line(text, losses)) {
    switch (c) {
      case '&':
        out << "&amp;";
        break;
      case '<':
        out << "&lt;";
        break;
      case '>':
        out << "&gt;";
        break;
      case '"':
        out << "&quot;";
        break;
      case '\t':
        out << "&#9;";
        break;
      default:
        out << c;
    }
  }
}

void append_json_string(TextBuffer& out, std::string_view text, LossCounts& losses) {
  out << '"';
  if (is_plain<'"', '\\'>(text)) {
    out << text << '"';
    return;
  }
  while (!text.empty()) {
    const std::string_view good = text.substr(0, utf8::valid_prefix(text));
    for (const char c : good) append_json_character(out, c);
    text.remove_prefix(good.size());
    if (text.empty()) break;
    ++losses.broken_utf8;
    out << kReplacement;
    text.remove_prefix(utf8::decode(text, 0).length);
  }
  out << '"';
}

}  // namespace newsgraph
