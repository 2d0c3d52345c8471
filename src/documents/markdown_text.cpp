#include "documents/markdown_text.h"

#include <algorithm>

#include "documents/lines.h"
#include "support/ascii.h"

namespace newsgraph {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_alnum(char c) {
  return is_ascii_alphanumeric(c) || !is_ascii(c);
}

bool is_punctuation(char c) {
  return c > ' ' && c < 0x7F && !is_alnum(c);
}

// Marks further apart than this do not belong together; keeps hostile lines from costing quadratic time.
constexpr std::size_t kLongestSpan = 2000;
constexpr int kDeepestLabel = 3;  // links inside the labels of links

// Where the bracket that opens at `at` closes; npos where it does not.
std::size_t closing(std::string_view text, std::size_t at, char open, char close) {
  std::size_t depth = 0;
  for (std::size_t i = at; i < std::min(text.size(), at + kLongestSpan); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == open) {
      ++depth;
    } else if (text[i] == close && --depth == 0) {
      return i;
    }
  }
  return npos;
}

// A link or picture that starts at the bracket at `at`.
struct Link {
  std::string_view label;
  std::size_t end = npos;  // npos: there is none
};

Link link_at(std::string_view line, std::size_t at) {
  const std::size_t close = closing(line, at, '[', ']');
  if (close == npos) return {};
  const std::string_view label = line.substr(at + 1, close - at - 1);
  if (close + 1 < line.size() && line[close + 1] == '(') {
    const std::size_t end = closing(line, close + 1, '(', ')');
    return end == npos ? Link{} : Link{label, end + 1};
  }
  if (close + 1 < line.size() && line[close + 1] == '[') {
    const std::size_t end = line.find(']', close + 1);
    return end == npos ? Link{} : Link{label, end + 1};
  }
  return label.starts_with('^') ? Link{"", close + 1} : Link{};  // a footnote's mark
}

// Emphasis marks stand at the edge of a word: "snake_case" and "2 * 3" keep theirs. `run` is the marks in a
// row from `at` on.
bool is_emphasis(std::string_view line, std::size_t at, std::size_t run) {
  const char mark = line[at];
  if (mark == '~' && run == 1) return false;
  const char before = at > 0 ? line[at - 1] : ' ';
  const char after = at + run < line.size() ? line[at + run] : ' ';
  if (before == ' ' && after == ' ') return false;
  return mark != '_' || !is_alnum(before) || !is_alnum(after);
}

// The end of a tag or an autolink that starts at `at`; npos where there is none.
std::size_t tag_end(std::string_view line, std::size_t at) {
  if (at + 1 >= line.size()) return npos;
  const char next = line[at + 1];
  const bool tag = next == '/' || next == '!' || is_ascii_alphanumeric(next);
  const std::size_t length = tag ? line.substr(at, kLongestSpan).find('>') : npos;
  return length == npos ? npos : at + length;
}

class Inline {
 public:
  Inline(std::string_view line, int depth) : line_(line), depth_(depth) {}

  std::string text() {
    while (at_ < line_.size()) step();
    return std::move(text_);
  }

 private:
  void step() {
    const char c = line_[at_];
    if (c == '\\' && at_ + 1 < line_.size() && is_punctuation(line_[at_ + 1])) {
      text_ += line_[at_ + 1];
      at_ += 2;
    } else if (c == '*' || c == '_' || c == '~') {
      step_marks();
    } else if (c == '`') {
      ++at_;
    } else if (c == '[' || line_.substr(at_).starts_with("![")) {
      step_link();
    } else if (const std::size_t end = c == '<' ? tag_end(line_, at_) : npos; end != npos) {
      const std::string_view tag = line_.substr(at_ + 1, end - at_ - 1);
      if (tag.find("://") != npos && tag.find(' ') == npos) text_ += tag;
      at_ = end + 1;
    } else {
      text_ += c;
      ++at_;
    }
  }

  void step_marks() {
    const std::size_t run = std::min(line_.find_first_not_of(line_[at_], at_), line_.size()) - at_;
    if (!is_emphasis(line_, at_, run)) text_ += line_.substr(at_, run);
    at_ += run;
  }

  void step_link() {
    const bool picture = line_[at_] == '!';
    const Link link = depth_ < kDeepestLabel ? link_at(line_, at_ + (picture ? 1 : 0)) : Link{};
    if (link.end == npos) {
      text_ += line_[at_++];
      return;
    }
    if (!picture) text_ += Inline(link.label, depth_ + 1).text();
    at_ = link.end;
  }

  std::string_view line_;
  int depth_;
  std::size_t at_ = 0;
  std::string text_;
};

bool is_rule(std::string_view line) {
  if (line.empty() || (line[0] != '-' && line[0] != '*' && line[0] != '_' && line[0] != '=')) return false;
  return line.find_first_not_of(std::string{line[0], ' '}) == npos && (line.size() >= 3 || line[0] == '=');
}

bool is_table_rule(std::string_view line) {
  return line.find('|') != npos && line.find('-') != npos && line.find_first_not_of("|-: ") == npos;
}

bool is_link_definition(std::string_view line) {
  return line.starts_with('[') && line.find("]: ") != npos;
}

// Length of "- ", "* ", "+ ", "12. " or "3) " at the start; 0 where there is none.
std::size_t list_mark(std::string_view line) {
  std::size_t digits = 0;
  while (digits < line.size() && digits < 9 && is_ascii_digit(line[digits])) ++digits;
  const std::size_t mark = digits;
  if (mark + 1 >= line.size() || line[mark + 1] != ' ') return 0;
  const bool bullet = digits == 0 && (line[0] == '-' || line[0] == '*' || line[0] == '+');
  const bool number = digits > 0 && (line[mark] == '.' || line[mark] == ')');
  return bullet || number ? mark + 2 : 0;
}

class Blocks {
 public:
  void add(std::string_view raw) {
    std::string_view line = trimmed(raw);
    if (line.starts_with("```") || line.starts_with("~~~")) {
      code_ = !code_;
      return end_paragraph();
    }
    if (code_ || is_link_definition(line)) return;
    while (line.starts_with('>')) line = trimmed(line.substr(1));
    if (line.empty() || is_rule(line) || is_table_rule(line)) return end_paragraph();
    const std::size_t mark = list_mark(line);
    const bool heading = line.starts_with('#');
    const bool row = line.starts_with('|');
    if (mark > 0 || heading || row) end_paragraph();
    line.remove_prefix(heading ? std::min(line.find_first_not_of('#'), line.size()) : mark);
    add_text(row ? cells(line) : markdown_inline(trimmed(line)));
    if (heading || row) end_paragraph();
  }

  std::string take() { return std::move(text_); }

 private:
  static std::string cells(std::string_view line) {
    std::string text = markdown_inline(line);
    std::replace(text.begin(), text.end(), '|', ' ');
    return std::string(trimmed(text));
  }

  void add_text(const std::string& line) {
    if (trimmed(line).empty()) return;
    if (!text_.empty()) text_ += inside_ ? "\n" : "\n\n";
    text_ += line;
    inside_ = true;
  }
  void end_paragraph() { inside_ = false; }

  std::string text_;
  bool inside_ = false;
  bool code_ = false;
};

}  // namespace

std::string markdown_inline(std::string_view line) {
  return Inline(line, 0).text();
}

std::string markdown_text(std::string_view markdown) {
  Blocks blocks;
  while (!markdown.empty()) blocks.add(take_line(markdown));
  return blocks.take();
}

}  // namespace newsgraph
