#include "formats/import/xml_reader.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>

#include "support/error.h"
#include "support/json.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::size_t kDeepest = 512;  // readers recurse
constexpr std::string_view kCdata = "<![CDATA[";
constexpr std::string_view kCdataEnd = "]]>";

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}
bool ends_name(char c) {
  return is_space(c) || c == '=' || c == '/' || c == '>' || c == '<' || c == '"' || c == '\'';
}

std::string_view local_name(std::string_view name) {
  return name.substr(name.rfind(':') + 1);
}

}  // namespace

XmlReader::XmlReader(std::string_view text, std::string origin, std::string_view whole)
    : text_(text), whole_(whole.empty() ? text : whole), origin_(std::move(origin)) {
  if (starts_with("\xEF\xBB\xBF")) at_ = 3;
}

XmlReader::Token XmlReader::next() {
  attributes_.clear();
  if (ended_) {
    ended_ = false;
    name_ = local_name(open_.back());
    open_.pop_back();
    return Token::end;
  }
  while (true) {
    at_ = text_.find('<', at_);
    if (at_ == std::string_view::npos) {
      at_ = text_.size();
      if (!open_.empty()) fail("the file ends inside <" + std::string(open_.back()) + ">");
      return Token::finished;
    }
    const char after = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (after == '!' || after == '?') {
      skip_markup();
    } else if (after == '/') {
      read_end_tag();
      return Token::end;
    } else {
      read_start_tag();
      return Token::start;
    }
  }
}

std::string_view XmlReader::attribute(std::string_view name) {
  for (const RawAttribute& attribute : attributes_)
    if (attribute.name == name) return decoded(attribute.value, attribute_scratch_, true);
  return {};
}

bool XmlReader::has_attribute(std::string_view name) const {
  return std::any_of(attributes_.begin(), attributes_.end(),
                     [name](const RawAttribute& a) { return a.name == name; });
}

std::string_view XmlReader::text() {
  if (ended_) return {};
  std::string_view only;  // most text is a single piece, which needs no copy
  bool joined = false;
  std::string piece;
  const auto add = [&](std::string_view more) {
    if (more.empty()) return;
    if (only.empty() && !joined) {
      only = more;
      return;
    }
    if (!joined) text_scratch_.assign(only);
    joined = true;
    text_scratch_ += more;
  };
  while (true) {
    const std::size_t tag = text_.find('<', at_);
    if (tag == std::string_view::npos) fail("the file ends inside <" + std::string(open_.back()) + ">");
    const std::string_view raw = text_.substr(at_, tag - at_);
    if (raw.find('&') != std::string_view::npos || raw.find('\r') != std::string_view::npos) {
      // A copy, for `add` keeps views of the file only.
      const std::string_view clean = decoded(raw, piece, false);
      if (!joined) text_scratch_.assign(only);
      joined = true;
      text_scratch_ += clean;
    } else {
      add(raw);
    }
    at_ = tag;
    if (starts_with(kCdata)) {
      const std::size_t start = at_ + kCdata.size();
      skip_past(kCdataEnd, "CDATA section");
      add(text_.substr(start, at_ - kCdataEnd.size() - start));
    } else if (starts_with("<!--") || starts_with("<?")) {
      skip_markup();
    } else {
      return joined ? std::string_view(text_scratch_) : only;
    }
  }
}

void XmlReader::skip_element() {
  const std::size_t depth = open_.size();
  while (open_.size() >= depth)
    if (next() == Token::finished) return;
}

std::string XmlReader::place() const {
  const auto start = static_cast<std::size_t>(text_.data() - whole_.data());
  const TextPosition position = position_of(whole_, start + std::min(at_, text_.size()));
  return origin_ + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

void XmlReader::fail(const std::string& what) const {
  throw Error(what, place(), "Is this well-formed XML? `xmllint` tells.");
}

void XmlReader::skip_markup() {
  if (starts_with("<!--"))
    skip_past("-->", "comment");
  else if (starts_with(kCdata))
    skip_past(kCdataEnd, "CDATA section");
  else if (starts_with("<?"))
    skip_past("?>", "processing instruction");
  else
    skip_doctype();
}

// <!DOCTYPE name "id" [ declarations ]>
void XmlReader::skip_doctype() {
  std::size_t depth = 0;
  for (; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '"' || c == '\'') {
      at_ = text_.find(c, at_ + 1);
      if (at_ == std::string_view::npos) break;
    } else if (c == '<' || c == '[') {
      ++depth;
    } else if (c == ']') {
      --depth;
    } else if (c == '>' && --depth == 0) {
      ++at_;
      return;
    }
  }
  at_ = text_.size();
  fail("the DOCTYPE does not end");
}

void XmlReader::skip_past(std::string_view end, const char* what) {
  const std::size_t found = text_.find(end, at_);
  if (found == std::string_view::npos) fail(std::string("a ") + what + " does not end");
  at_ = found + end.size();
}

void XmlReader::read_start_tag() {
  ++at_;
  open_.push_back(read_name());
  if (open_.size() > kDeepest)
    fail("elements are nested deeper than " + std::to_string(kDeepest) + " levels");
  name_ = local_name(open_.back());
  while (true) {
    skip_space();
    if (at_ >= text_.size()) fail("a tag does not end");
    if (text_[at_] == '>') {
      ++at_;
      return;
    }
    if (starts_with("/>")) {
      at_ += 2;
      ended_ = true;
      return;
    }
    read_attribute();
  }
}

void XmlReader::read_end_tag() {
  at_ += 2;
  const std::string_view name = read_name();
  if (open_.empty() || open_.back() != name)
    fail("</" + std::string(name) + "> closes nothing" +
         (open_.empty() ? "" : ", <" + std::string(open_.back()) + "> is open"));
  skip_space();
  if (!starts_with(">")) fail("an end tag does not end");
  ++at_;
  name_ = local_name(name);
  open_.pop_back();
}

std::string_view XmlReader::read_name() {
  const std::size_t start = at_;
  while (at_ < text_.size() && !ends_name(text_[at_])) ++at_;
  if (at_ == start) fail("a name is missing");
  return text_.substr(start, at_ - start);
}

void XmlReader::read_attribute() {
  const std::string_view name = read_name();
  skip_space();
  if (!starts_with("=")) fail("the attribute " + std::string(name) + " has no value");
  ++at_;
  skip_space();
  const char quote = at_ < text_.size() ? text_[at_] : '\0';
  if (quote != '"' && quote != '\'') fail("the value of " + std::string(name) + " is not quoted");
  const std::size_t end = text_.find(quote, at_ + 1);
  if (end == std::string_view::npos) fail("the value of " + std::string(name) + " does not end");
  attributes_.push_back({name, text_.substr(at_ + 1, end - at_ - 1)});
  at_ = end + 1;
}

void XmlReader::skip_space() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
}

// References replaced, line ends made "\n"; in an attribute white space becomes spaces (XML 1.0, 2.11 and
// 3.3.3). A text without any of these is returned as it is.
std::string_view XmlReader::decoded(std::string_view raw, std::string& into, bool is_attribute) {
  if (raw.find_first_of(is_attribute ? "&\r\n\t" : "&\r") == std::string_view::npos) return raw;
  into.clear();
  for (std::size_t i = 0; i < raw.size();) {
    if (raw[i] == '&') {
      append_reference(raw, i, into);
      continue;
    }
    const bool carriage = raw[i] == '\r';
    if (carriage && raw.substr(i).starts_with("\r\n")) ++i;
    const char c = carriage ? '\n' : raw[i];
    into += is_attribute && is_space(c) ? ' ' : c;
    ++i;
  }
  return into;
}

void XmlReader::append_reference(std::string_view raw, std::size_t& at, std::string& into) {
  const std::size_t end = raw.find(';', at);
  if (end == std::string_view::npos) fail("an & stands for nothing");
  const std::string_view name = raw.substr(at + 1, end - at - 1);
  at = end + 1;
  if (name == "amp")
    into += '&';
  else if (name == "lt")
    into += '<';
  else if (name == "gt")
    into += '>';
  else if (name == "quot")
    into += '"';
  else if (name == "apos")
    into += '\'';
  else if (name.starts_with('#')) {
    const bool hex = name.starts_with("#x");
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t code_point = 0;
    const auto result =
        std::from_chars(digits.data(), digits.data() + digits.size(), code_point, hex ? 16 : 10);
    if (digits.empty() || result.ptr != digits.data() + digits.size())
      fail("&" + std::string(name) + "; is no character");
    utf8::append(into, code_point);
  } else {
    fail("the entity &" + std::string(name) + "; is not known");
  }
}

}  // namespace newsgraph
