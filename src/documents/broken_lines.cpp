#include "documents/broken_lines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>
#include <utility>

#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr char32_t kSoftHyphen = 0xAD;

bool is_invisible(char32_t c) {
  return c == kSoftHyphen || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0x034F || c == 0x061C || c == 0x180E;
}

// Emoji and some scripts are joined, or kept apart, by these two.
bool joins_signs(char32_t c, std::string_view before) {
  if (c != 0x200C && c != 0x200D) return false;
  return before.empty() || !is_ascii(before.back());
}

std::string_view plain_form(char32_t c) {
  constexpr std::array<std::string_view, 7> kLigatures = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  if (c >= 0xFB00 && c <= 0xFB06) return kLigatures[c - 0xFB00];
  return c == 0x2010 || c == 0x2011 ? "-" : std::string_view();
}

// Letters, digits and apostrophes before `end`.
std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0) {
    std::size_t at = begin - 1;
    while (at > 0 && utf8::is_continuation(text[at])) --at;
    const char32_t c = utf8::decode(text, at).code_point;
    if (!utf8::is_letter(c) && !utf8::is_digit(c)) break;
    begin = at;
  }
  return text.substr(begin, end - begin);
}

std::string_view word_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    const utf8::Decoded next = utf8::decode(text, end);
    if (!utf8::is_letter(next.code_point) && !utf8::is_digit(next.code_point)) break;
    end += next.length;
  }
  return text.substr(begin, end - begin);
}

// All words of a text, with the hyphens inside.
std::unordered_set<std::string_view> words_of(std::string_view text) {
  const auto in_word = [](char c) {
    return is_ascii_alphanumeric(c) || c == '-' || static_cast<unsigned char>(c) >= 0x80;
  };
  std::unordered_set<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && in_word(text[at])) ++at;
    if (at > begin) words.insert(text.substr(begin, at - begin));
    at += at == begin ? 1 : 0;
  }
  return words;
}

struct Break {
  std::size_t hyphen = 0;  // where the hyphen starts
  std::size_t next = 0;    // where the word goes on
  bool soft = false;
};

// The break at the end of the line that ends at `newline`; nothing where its last character is no hyphen.
std::optional<Break> break_at(std::string_view text, std::size_t newline) {
  Break found;
  std::size_t end = newline;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  if (end >= 2 && text.substr(end - 2, 2) == "\xC2\xAD") {
    found = {end - 2, 0, true};
  } else if (end >= 1 && text[end - 1] == '-') {
    found = {end - 1, 0, false};
  } else {
    return std::nullopt;
  }
  found.next = text.find_first_not_of(" \t", newline + 1);
  if (found.next == npos || found.hyphen == 0) return std::nullopt;
  return found;
}

class Joiner {
 public:
  Joiner(std::string_view text, const KnownWord& known) : text_(text), known_(known) {}

  // What the two halves are together; nothing where they are none of one word.
  std::optional<std::string> joined(const Break& broken) {
    const std::string first(word_before(text_, broken.hyphen));
    const std::string second(word_at(text_, broken.next));
    if (first.empty() || second.empty()) return std::nullopt;
    const std::string whole = first + second;
    if (broken.soft) return whole;
    // "pre- and post-war"
    if (second == "and" || second == "or" || second == "to") return std::nullopt;
    const std::string hyphened = first + "-" + second;
    if (is_known(whole)) return whole;
    if (stands_in_text(hyphened)) return hyphened;
    if (stands_in_text(whole)) return whole;
    if (!utf8::is_lower(utf8::decode(second, 0).code_point)) return hyphened;
    // "twenty-one-\nyear": one of several hyphens.
    const bool more = broken.hyphen > first.size() && text_[broken.hyphen - first.size() - 1] == '-';
    if (more || (is_known(first) && is_known(second))) return hyphened;
    return whole;
  }

 private:
  bool is_known(const std::string& word) const { return known_ && known_(word); }

  bool stands_in_text(const std::string& word) {
    if (words_.empty()) words_ = words_of(text_);
    return words_.contains(word);
  }

  std::string_view text_;
  const KnownWord& known_;
  std::unordered_set<std::string_view> words_;  // of the text, once they are asked for
};

// Behind the last line of the paragraph that starts at `begin`: before a blank line, or at the end.
std::size_t paragraph_end(std::string_view text, std::size_t begin) {
  for (auto newline = text.find('\n', begin); newline != npos; newline = text.find('\n', newline + 1)) {
    const auto next = text.find_first_not_of(" \t", newline + 1);
    if (next == npos || text[next] == '\n') return newline;
  }
  return text.size();
}

struct Joined {
  std::string text;
  std::size_t count = 0;
};

// The paragraph from `begin` to the end of `text`. A word that was broken at the end of a line says that the
// lines are those of a page, so that each line end where the next word had no room becomes a blank.
Joined join_paragraph(std::string_view text, std::size_t begin, Joiner& joiner) {
  std::size_t width = 0;
  for (std::size_t at = begin; at < text.size();) {
    const auto newline = std::min(text.find('\n', at), text.size());
    width = std::max(width, newline - at);
    at = newline + 1;
  }
  Joined joined;
  std::size_t done = begin;
  std::size_t line = begin;
  for (auto newline = text.find('\n', begin); newline != npos; newline = text.find('\n', newline + 1)) {
    const auto broken = break_at(text, newline);
    const auto word = broken ? joiner.joined(*broken) : std::nullopt;
    const std::size_t first = broken ? word_before(text, broken->hyphen).size() : 0;
    const auto next = std::min(text.find_first_not_of(" \t", newline + 1), text.size());
    const auto room = std::min(text.find_first_of(" \n", next), text.size()) - next;
    if (word && broken->hyphen - first >= done) {
      joined.text.append(text, done, broken->hyphen - first - done);
      joined.text += *word;
      done = broken->next + word_at(text, broken->next).size();
      ++joined.count;
    } else if (newline - line + 1 + room > width && newline >= done) {
      joined.text.append(text, done, newline - done);
      joined.text += ' ';
      done = next;
    }
    line = newline + 1;
  }
  joined.text.append(text, done);
  return joined;
}

}  // namespace

void drop_invisible(std::string& text) {
  if (all_ascii(text)) return;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text, at);
    const std::size_t end = at + next.length;
    const std::string_view plain = plain_form(next.code_point);
    const bool at_line_end = next.code_point == kSoftHyphen && end < text.size() && text[end] == '\n';
    if (!plain.empty()) {
      out += plain;
    } else if (!is_invisible(next.code_point) || at_line_end || joins_signs(next.code_point, out)) {
      out.append(text, at, next.length);
    }
    at = end;
  }
  text = std::move(out);
}

std::size_t join_hyphens(std::string& text, const KnownWord& known) {
  Joiner joiner(text, known);
  std::string out;
  std::size_t count = 0;
  std::size_t done = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = paragraph_end(text, begin);
    if (const auto joined = join_paragraph(std::string_view(text).substr(0, end), begin, joiner);
        joined.count > 0) {
      out.append(text, done, begin - done);
      out += joined.text;
      done = end;
      count += joined.count;
    }
    begin = end + 1;
  }
  if (count > 0) text = out.append(text, done);
  return count;
}

}  // namespace newsgraph
