#include "language/network/word_pieces.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "language/network/form_text.h"
#include "language/network/word_case.h"
#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::size_t kLongestWord = 100;  // code points; a longer word is unknown
constexpr std::string_view kInside = "##";
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

bool is_dropped(char32_t c) {
  if (c == U'\t' || c == U'\n' || c == U'\r') return false;
  return c == utf8::kReplacement || (c < 0x7F ? c < 0x20 : utf8::is_other(c));
}

// Each of these is a word by itself.
bool is_ideograph(char32_t c) {
  struct Range {
    char32_t first, last;
  };
  static constexpr Range kRanges[] = {{0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xF900, 0xFAFF},
                                      {0x20000, 0x2A6DF}, {0x2A700, 0x2B73F}, {0x2B740, 0x2B81F},
                                      {0x2B920, 0x2CEAF}, {0x2F800, 0x2FA1F}};
  return std::ranges::any_of(kRanges, [&](const Range& r) { return c >= r.first && c <= r.last; });
}

bool is_mark(char32_t c) {
  if (!is_ascii(c)) return utf8::is_punctuation(c);
  return c > 0x20 && c < 0x7F && !is_ascii_alphanumeric(c);
}

// Calls `use` for each word of a form; it returns false to stop.
template <typename Use>
void words_of(std::string_view form, Use use) {
  std::u32string word;
  std::u32string parts;
  const auto flush = [&] {
    const bool goes_on = word.empty() || use(word);
    word.clear();
    return goes_on;
  };
  for (const auto& [c, length, valid] : utf8::code_points(form)) {
    if (is_dropped(c)) continue;
    const bool alone = is_ideograph(c);
    if ((alone || utf8::is_space(c)) && !flush()) return;
    if (utf8::is_space(c)) continue;
    parts.clear();
    if (is_ascii(c)) {
      parts = c;
    } else {
      utf8::append_decomposed(parts, c);
    }
    for (const char32_t part : parts) {
      if (!is_ascii(part) && utf8::is_nonspacing_mark(part)) continue;
      const bool mark = is_mark(part);
      if (mark && !flush()) return;
      // What makes a word too long is not kept.
      if (word.size() <= kLongestWord) word += utf8::to_lower(part);
      if (mark && !flush()) return;
    }
    if (alone && !flush()) return;
  }
  flush();
}

}  // namespace

WordPieces::WordPieces(const ModelFile& file)
    : pieces_(file.index("encoder.pieces")),
      first_(special(file, "[CLS]")),
      behind_(special(file, "[SEP]")),
      unknown_(special(file, "[UNK]")) {}

std::uint32_t WordPieces::special(const ModelFile& file, std::string_view piece) const {
  const std::size_t found = pieces_->find(piece);
  if (found == pieces_->size()) file.fail("its word pieces lack " + std::string(piece));
  return static_cast<std::uint32_t>(found);
}

FormPieces WordPieces::cut(std::string_view form) const {
  FormPieces out;
  out.letters = static_cast<std::uint8_t>(word_case(form));
  words_of(form, [&](std::u32string_view word) {
    cut_word(word, out);
    return out.count < FormPieces::kMost;
  });
  if (out.count == 0) out.ids[out.count++] = unknown_;
  return out;
}

// The pieces of a word go behind those that are there, as far as there is room; a word of which a part is no
// piece is unknown as a whole.
void WordPieces::cut_word(std::u32string_view word, FormPieces& out) const {
  const std::size_t room = FormPieces::kMost - out.count;
  std::array<std::uint32_t, kLongestWord> ids;
  std::size_t count = 0;
  const std::string bytes = encode_form(word);
  for (std::size_t at = 0, length = 0; at < bytes.size() && count < ids.size(); at += length) {
    ids[count] =
        word.size() > kLongestWord ? kNone : longest(std::string_view(bytes).substr(at), at > 0, length);
    if (ids[count] == kNone) {
      ids[0] = unknown_;
      count = 1;
      break;
    }
    ++count;
  }
  std::copy_n(ids.begin(), std::min(room, count), out.ids.begin() + out.count);
  out.count = static_cast<std::uint8_t>(out.count + std::min(room, count));
}

// The longest piece at the start of `rest`, and its length there.
std::uint32_t WordPieces::longest(std::string_view rest, bool inside, std::size_t& length) const {
  std::string key(inside ? kInside : std::string_view());
  const std::size_t prefix = key.size();
  key += rest;
  while (key.size() > prefix) {
    const std::size_t found = pieces_->find(key);
    if (found < pieces_->size()) {
      length = key.size() - prefix;
      return static_cast<std::uint32_t>(found);
    }
    do {
      key.pop_back();
    } while (key.size() > prefix && utf8::is_continuation(rest[key.size() - prefix]));
  }
  return kNone;
}

const FormPieces& WordPieceCache::find(std::string_view form) {
  const auto found = forms_.find(form);
  if (found != forms_.end()) return found->second;
  if (form.size() > kLongest) return long_form_ = pieces_->cut(form);
  if (forms_.size() == kForms) forms_.clear();
  return forms_.emplace(form, pieces_->cut(form)).first->second;
}

}  // namespace newsgraph
