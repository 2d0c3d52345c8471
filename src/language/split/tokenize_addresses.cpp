// URLs, e-mail addresses, host and file names, news groups: one token each, without the
// punctuation that the sentence puts after them.
#include "language/split/tokenize_scanner.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// Bounds on what is looked at before it is clear that there is an address: they keep the time linear.
constexpr std::size_t kLongestLocalPart = 64;  // RFC 5321, section 4.5.3.1.1
constexpr int kMostHostParts = 16;

bool is_mail_char(char c) {
  return is_ascii_alphanumeric(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

bool is_host_char(char c) {
  return is_mail_char(c) && c != '+' && c != '%';
}

bool ends_url(const Glyph& g) {
  return is_blank(g.cls) || g.code == '<' || g.code == '>' || g.cls == CharClass::quote ||
         (!is_ascii(g.code) && (g.cls == CharClass::open || g.cls == CharClass::close));
}

bool is_sentence_mark(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '\'' || c == '*';
}

bool equal_ignoring_case(std::string_view a, std::string_view lower) {
  if (a.size() != lower.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (ascii_lower(a[i]) != lower[i]) return false;
  }
  return true;
}

}  // namespace

// Takes the sentence's punctuation off the end; a closing bracket stays where it was opened inside.
std::size_t Scanner::trimmed(std::size_t begin, std::size_t end) const {
  std::ptrdiff_t open_brackets = 0;
  for (const char c : slice(begin, end))
    open_brackets += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
  while (end > begin + 1) {
    const char last = text_[end - 1];
    if (last == ')' || last == ']') {
      if (open_brackets >= 0) break;
      ++open_brackets;
    } else if (!is_sentence_mark(last)) {
      break;
    }
    --end;
  }
  return end;
}

std::size_t Scanner::url_end(std::size_t at) const {
  const std::size_t begin = at;
  while (at < text_.size()) {
    const Glyph g = glyph_at(text_, at);
    if (ends_url(g)) break;
    at += g.length;
  }
  return trimmed(begin, at);
}

// The end of an e-mail address that starts at pos_, or 0.
std::size_t Scanner::mail_end() const {
  std::size_t at = pos_;
  const std::size_t limit = pos_ + kLongestLocalPart;
  while (at < limit && is_mail_char(byte(at))) ++at;
  if (byte(at) != '@' || !word_at(at + 1)) return 0;
  std::size_t end = at + 1;
  while (is_host_char(byte(end))) ++end;
  return trimmed(at, end);
}

// The end of "example.com", "report.pdf" or "misc.consumers.house" whose first part ends at
// `word_end`, with the path that may follow it, or 0.
std::size_t Scanner::host_end(std::size_t word_end) const {
  std::size_t last = pos_;
  std::size_t end = word_end;
  int parts = 1;
  bool lower = glyph(pos_).cls == CharClass::lower;
  while (byte(end) == '.' && word_at(end + 1) && parts < kMostHostParts) {
    last = end + 1;
    end = letters_end(last);
    while (byte(end) == '-' && word_at(end + 1)) end = letters_end(end + 1);
    lower = lower && glyph(last).cls == CharClass::lower;
    ++parts;
  }
  if (parts == 1) return 0;
  const bool www = equal_ignoring_case(slice(pos_, word_end), "www");
  const bool known = lexicon_.domains.contains(slice(last, end));
  const bool news_group = parts >= 3 && lower && word_end - pos_ > 1;
  if (!www && !known && !news_group) return 0;
  return byte(end) == '/' && word_at(end + 1) ? url_end(pos_) : end;
}

// Emits the address that starts at pos_, if there is one; its first word ends at `word_end`.
bool Scanner::address(std::size_t word_end) {
  const char after = byte(word_end);
  std::size_t end = 0;
  if (after == ':') {
    const bool scheme = byte(word_end + 1) == '/' && byte(word_end + 2) == '/';
    const bool mail = equal_ignoring_case(slice(pos_, word_end), "mailto");
    if (scheme || mail) end = url_end(pos_);
  } else if (is_mail_char(after) || after == '@') {
    if (after == '@' || after == '.' || word_at(word_end + 1)) end = mail_end();
    if (end == 0 && after == '.' && word_at(word_end + 1)) end = host_end(word_end);
  }
  if (end == 0) return false;
  emit(end, TokenKind::address);
  return true;
}

}  // namespace newsgraph
