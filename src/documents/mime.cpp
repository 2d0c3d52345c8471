#include "documents/mime.h"

#include <utility>

#include "documents/lines.h"
#include "documents/mime_text.h"
#include "support/error.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr auto npos = std::string_view::npos;

// The text before the next line "--boundary", taken off `text` together with that line; `last` is set by
// "--boundary--". Where there is no such line, all of it.
std::string_view take_part(std::string_view& text, const std::string& mark, bool& last) {
  for (std::size_t at = 0; at != npos; at = text.find(mark, at + 1)) {
    if (text.compare(at, mark.size(), mark) != 0 || (at > 0 && text[at - 1] != '\n')) continue;
    std::string_view rest = text.substr(at);
    const std::string_view line = trimmed(take_line(rest).substr(mark.size()));
    if (!line.empty() && line != "--") continue;
    std::string_view part = text.substr(0, at);
    if (part.ends_with('\n')) part.remove_suffix(1);
    if (part.ends_with('\r')) part.remove_suffix(1);
    last = line == "--";
    text = rest;
    return part;
  }
  last = true;
  return std::exchange(text, {});
}

class Parser {
 public:
  Parser(const std::string& where, const MimeLimits& limits) : where_(where), limits_(limits) {}

  MimePart parse(std::string_view text, std::size_t depth, std::string_view default_type) {
    if (depth > limits_.depth) {
      fail("parts of a mail lie more than " + std::to_string(limits_.depth) + " levels inside one another");
    }
    if (++count_ > limits_.parts) fail("a mail of more than " + std::to_string(limits_.parts) + " parts");
    MimePart part;
    part.headers = Headers::take(text);
    const std::string_view type = part.headers.get("content-type");
    part.type = type.empty() ? std::string(default_type) : header_token(type);
    part.content = text;
    const std::string boundary = header_parameter(type, "boundary");
    if (part.type.starts_with("multipart/") && !boundary.empty()) {
      const bool digest = part.type == "multipart/digest";
      read_parts(part, text, "--" + boundary, depth, digest ? "message/rfc822" : "text/plain");
    }
    return part;
  }

 private:
  void read_parts(MimePart& part, std::string_view text, const std::string& mark, std::size_t depth,
                  std::string_view default_type) {
    bool last = false;
    take_part(text, mark, last);  // before the first one: for programs that know no parts
    while (!last) {
      const std::string_view inner = take_part(text, mark, last);
      if (last && trimmed(inner).empty()) break;  // cut behind a mark
      part.parts.push_back(parse(inner, depth + 1, default_type));
    }
  }

  [[noreturn]] void fail(const std::string& what) const { throw Error(what, where_); }

  const std::string& where_;
  const MimeLimits& limits_;
  std::size_t count_ = 0;
};

}  // namespace

std::string MimePart::bytes() const {
  const std::string encoding = header_token(headers.get("content-transfer-encoding"));
  if (encoding == "base64") return decode_base64(content);
  if (encoding == "quoted-printable") return decode_quoted_printable(content);
  return std::string(content);
}

std::string MimePart::charset() const {
  return header_parameter(headers.get("content-type"), "charset");
}

std::string MimePart::file_name() const {
  std::string name = header_parameter(headers.get("content-disposition"), "filename");
  if (name.empty()) name = header_parameter(headers.get("content-type"), "name");
  name = utf8::without_controls(decode_header(name));
  return name.substr(name.find_last_of("/\\") == npos ? 0 : name.find_last_of("/\\") + 1);
}

bool MimePart::attached() const {
  return header_token(headers.get("content-disposition")) == "attachment";
}

MimePart parse_mime(std::string_view mail, const std::string& where, const MimeLimits& limits) {
  return Parser(where, limits).parse(mail, 0, "text/plain");
}

}  // namespace newsgraph
