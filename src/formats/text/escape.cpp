#include "formats/text/escape.h"

#include <string>

#include "formats/text/byte_scan.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_forbidden_in_xml(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

// Whether one_line() would change the text. `kinds` are its kinds of bytes.
bool is_one_line(std::string_view text, const ByteKinds& kinds) {
  if (kinds.control) return false;
  if (!kinds.beyond_ascii) return true;
  // U+FFFE and U+FFFF are valid UTF-8, but no characters.
  return utf8::valid(text) && text.find("\xEF\xBF\xBE") == std::string_view::npos &&
         text.find("\xEF\xBF\xBF") == std::string_view::npos;
}

void append_cdata(TextBuffer& out, std::string_view text) {
  constexpr std::string_view kEnd = "]]>";
  out << "<![CDATA[";
  for (std::size_t end; (end = text.find(kEnd)) != std::string_view::npos; text.remove_prefix(end + 2))
    out << text.substr(0, end + 2) << "]]><![CDATA[";
  out << text << kEnd;
}

// What stands for the character in an attribute; empty for one that stands for itself.
std::string_view xml_reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    default:
      return {};
  }
}

// A quotation mark, a backslash or a control character.
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
  out << "\\u00" << kHex[byte >> 4] << kHex[byte & 15];
}

// Well-formed UTF-8.
void append_json_characters(TextBuffer& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20) continue;
    out << text.substr(done, i - done);
    append_json_character(out, c);
    done = i + 1;
  }
  out << text.substr(done);
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

LossCounts& LossCounts::operator+=(const LossCounts& other) {
  control_characters += other.control_characters;
  line_breaks += other.line_breaks;
  broken_utf8 += other.broken_utf8;
  not_finite += other.not_finite;
  booleans += other.booleans;
  return *this;
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
  const ByteKinds kinds = byte_kinds<'&', '<', '>'>(text);
  std::string cleaned;
  if (!is_one_line(text, kinds)) text = cleaned = one_line(text, losses);
  if (kinds.special)
    append_cdata(out, text);
  else
    out << text;
}

void append_xml_attribute(TextBuffer& out, std::string_view text, LossCounts& losses) {
  if (is_plain<'&', '<', '>', '"'>(text)) {
    out << text;
    return;
  }
  std::string cleaned;
  const ByteKinds kinds = byte_kinds<'&', '<', '>', '"'>(text);
  if (!is_one_line(text, kinds)) text = cleaned = one_line(text, losses);
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view reference = xml_reference(text[i]);
    if (reference.empty()) continue;
    out.append(text.substr(done, i - done), reference);
    done = i + 1;
  }
  out << text.substr(done);
}

void append_json_string(TextBuffer& out, std::string_view text, LossCounts& losses) {
  if (is_plain<'"', '\\'>(text)) {
    out.append("\"", text, "\"");
    return;
  }
  out << '"';
  while (!text.empty()) {
    const std::string_view good = text.substr(0, utf8::valid_prefix(text));
    append_json_characters(out, good);
    text.remove_prefix(good.size());
    if (text.empty()) break;
    ++losses.broken_utf8;
    out << kReplacement;
    text.remove_prefix(utf8::decode(text, 0).length);
  }
  out << '"';
}

}  // namespace newsgraph
