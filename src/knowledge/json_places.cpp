#include "knowledge/json_places.h"

#include <algorithm>

namespace newsgraph {
namespace {

// Walks over valid JSON, one token at a time, and keeps count of lines and nesting.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  // Moves to the next token that is no blank, comma or colon; false at the end.
  bool next() {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') ++line_;
      if (c != '\n' && c != ' ' && c != '\t' && c != '\r' && c != ',' && c != ':') break;
    }
    if (at_ >= text_.size()) return false;
    read_token();
    return true;
  }

  std::string_view token() const { return token_; }
  std::size_t line() const { return line_; }
  // Arrays and objects that are open after the token.
  int depth() const { return depth_; }
  bool opens() const { return token_ == "[" || token_ == "{"; }

 private:
  void read_token() {
    const std::size_t begin = at_;
    const char c = text_[at_++];
    if (c == '[' || c == '{') {
      ++depth_;
    } else if (c == ']' || c == '}') {
      --depth_;
    } else if (c == '"') {
      while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
      at_ = std::min(at_ + 1, text_.size());
    } else {
      at_ = std::min(text_.find_first_of(",]}: \t\r\n", at_), text_.size());
    }
    token_ = text_.substr(begin, at_ - begin);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  int depth_ = 0;
  std::string_view token_;
};

// A string token's content is compared as it is written: no key of ours needs escapes.
bool is_key(std::string_view token, std::string_view key) {
  return token.size() == key.size() + 2 && token.front() == '"' && token.substr(1, key.size()) == key;
}

}  // namespace

std::vector<std::size_t> element_lines(std::string_view text, std::string_view key) {
  std::vector<std::size_t> lines;
  Walk walk(text);
  bool found = false, inside = false;
  while (walk.next()) {
    if (found && walk.token() == "[" && walk.depth() == 2) {
      lines.clear();  // of two arrays of one key the parser keeps the second
      inside = true;
      continue;
    }
    if (walk.depth() == 0) break;  // what stands behind, after a zero byte, is not read by the parser
    found = walk.depth() == 1 && is_key(walk.token(), key);
    inside = inside && walk.depth() >= 2;
    if (inside && walk.depth() == (walk.opens() ? 3 : 2) && walk.token() != "]" && walk.token() != "}") {
      lines.push_back(walk.line());
    }
  }
  return lines;
}

}  // namespace newsgraph
