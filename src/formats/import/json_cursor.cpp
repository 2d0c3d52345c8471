#include "formats/import/json_cursor.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "support/utf8.h"

namespace newsgraph {
namespace {

char32_t hex_digits(std::string_view raw, std::size_t at) {
  std::uint32_t value = 0;
  if (at + 4 > raw.size()) throw JsonMismatch();
  const auto result = std::from_chars(raw.data() + at, raw.data() + at + 4, value, 16);
  if (result.ptr != raw.data() + at + 4) throw JsonMismatch();
  return value;
}

}  // namespace

std::string_view JsonCursor::text() {
  const std::string_view raw = raw_string();
  std::size_t at = raw.find('\\');
  if (at == std::string_view::npos) return raw;
  scratch_.assign(raw.substr(0, at));
  while (at < raw.size()) {
    if (raw[at] == '\\') {
      append_escape(raw, at);
      continue;
    }
    const std::size_t next = std::min(raw.find('\\', at), raw.size());
    scratch_ += raw.substr(at, next - at);
    at = next;
  }
  return scratch_;
}

void JsonCursor::append_escape(std::string_view raw, std::size_t& at) {
  const char kind = raw[at + 1];  // raw_string() has seen to it that there is one
  at += 2;
  switch (kind) {
    case 'n':
      scratch_ += '\n';
      return;
    case 'r':
      scratch_ += '\r';
      return;
    case 't':
      scratch_ += '\t';
      return;
    case 'b':
      scratch_ += '\b';
      return;
    case 'f':
      scratch_ += '\f';
      return;
    case '"':
    case '\\':
    case '/':
      scratch_ += kind;
      return;
    case 'u':
      break;
    default:
      throw JsonMismatch();
  }
  char32_t code_point = hex_digits(raw, at);
  at += 4;
  const bool high = code_point >= 0xD800 && code_point < 0xDC00;
  if (high && raw.substr(at).starts_with("\\u")) {
    const char32_t low = hex_digits(raw, at + 2);
    if (low >= 0xDC00 && low < 0xE000) {
      code_point = 0x10000 + ((code_point - 0xD800) << 10) + (low - 0xDC00);
      at += 6;
    }
  }
  utf8::append(scratch_, code_point);
}

double JsonCursor::number() {
  skip_space();
  double value = 0;
  const auto result = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
  if (result.ec != std::errc()) throw JsonMismatch();
  at_ = static_cast<std::size_t>(result.ptr - text_.data());
  return value;
}

void JsonCursor::skip() {
  std::size_t depth = 0;
  do {
    skip_space();
    if (at_ >= text_.size()) throw JsonMismatch();
    const char c = text_[at_];
    if (c == '"') {
      raw_string();
    } else if (c == '[' || c == '{') {
      ++depth, ++at_;
    } else if (c == ']' || c == '}') {
      if (depth == 0) throw JsonMismatch();
      --depth, ++at_;
    } else if (c == ',' || c == ':') {
      ++at_;
    } else {
      const std::size_t start = at_;
      at_ = std::min(text_.find_first_of(",:]} \n\r\t\"[{", at_), text_.size());
      if (at_ == start) throw JsonMismatch();
    }
  } while (depth != 0);
}

bool JsonCursor::at_end() {
  skip_space();
  return at_ == text_.size();
}

void JsonCursor::skip_space() {
  while (at_ < text_.size() &&
         (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t'))
    ++at_;
}

bool JsonCursor::take(char c) {
  skip_space();
  if (at_ >= text_.size() || text_[at_] != c) return false;
  ++at_;
  return true;
}

void JsonCursor::expect(char c) {
  if (!take(c)) throw JsonMismatch();
}

std::string_view JsonCursor::raw_string() {
  expect('"');
  const std::size_t start = at_;
  std::size_t quote = text_.find('"', at_);
  while (quote != std::string_view::npos) {
    const std::size_t backslash = text_.substr(0, quote).find('\\', at_);
    if (backslash == std::string_view::npos) {
      at_ = quote + 1;
      return text_.substr(start, quote - start);
    }
    at_ = backslash + 2;
    if (at_ > quote) quote = text_.find('"', at_);  // that one was escaped
  }
  throw JsonMismatch();
}

}  // namespace newsgraph
