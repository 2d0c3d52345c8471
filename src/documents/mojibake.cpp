#include "documents/text_mending.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "support/ascii.h"
#include "support/encoding.h"
#include "support/iconv_text.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

// An encoding of one byte a character, for which the text was taken.
struct CodePage {
  std::vector<std::pair<char32_t, unsigned char>> bytes;  // of characters beyond ASCII, sorted
  std::string dash;      // how the bytes E2 80, which start quotation marks and dashes, look in it
  std::string accented;  // how the byte C3 looks, which starts "é" and its like
  bool letters = false;  // whether "Ã©" and its like are certain, too

  // 0 where the character is none of it.
  unsigned char byte_of(char32_t character) const {
    const auto found =
        std::lower_bound(bytes.begin(), bytes.end(), std::pair(character, static_cast<unsigned char>(0)));
    return found != bytes.end() && found->first == character ? found->second : 0;
  }
};

char32_t character_of(std::string_view text) {
  return utf8::decode(text, 0).code_point;
}

CodePage make_page(std::string_view encoding, bool letters) {
  CodePage page;
  page.letters = letters;
  std::array<std::string, 256> shown;
  for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
    const std::string one(1, static_cast<char>(byte));
    std::string& text = shown[byte];
    if (encoding == "WINDOWS-1252") {
      text = decode_text(one, Encoding::kWindows1252).text;
      // Programs that take it for Latin-1 leave these, and those that find no character what stands there.
      if (byte < 0xA0) page.bytes.emplace_back(byte, static_cast<unsigned char>(byte));
    } else if (const auto decoder = IconvDecoder::open(encoding)) {
      decoder->decode(one, true, text);
    }
    const char32_t character = text.empty() ? utf8::kReplacement : character_of(text);
    if (character != utf8::kReplacement) page.bytes.emplace_back(character, static_cast<unsigned char>(byte));
  }
  std::sort(page.bytes.begin(), page.bytes.end());
  page.dash = shown[0xE2] + shown[0x80];
  page.accented = shown[0xC3];
  return page;
}

const std::vector<CodePage>& pages() {
  static const std::vector<CodePage> all = [] {
    std::vector<CodePage> made;
    made.push_back(make_page("WINDOWS-1252", true));
    made.push_back(make_page("CP1250", true));
    made.push_back(make_page("MACINTOSH", true));
    made.push_back(make_page("CP437", true));
    made.push_back(make_page("CP1251", false));
    made.push_back(make_page("CP850", false));
    return made;
  }();
  return all;
}

struct Candidate {
  std::string meaning;
  std::size_t length = 0;  // bytes of the text that it stands for
};

// The characters at `at` as bytes of the page, if these are one character of UTF-8.
std::optional<Candidate> candidate_at(std::string_view text, std::size_t at, const CodePage& page) {
  const utf8::Decoded first = utf8::decode(text, at);
  const unsigned char lead = page.byte_of(first.code_point);
  const std::size_t count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (count == 0) return std::nullopt;
  std::string bytes(1, static_cast<char>(lead));
  std::size_t end = at + first.length;
  while (bytes.size() < count && end < text.size()) {
    const utf8::Decoded next = utf8::decode(text, end);
    const unsigned char byte = page.byte_of(next.code_point);
    if (byte < 0x80 || byte > 0xBF) break;
    bytes += static_cast<char>(byte);
    end += next.length;
  }
  if (bytes.size() == count && utf8::valid(bytes)) return Candidate{bytes, end - at};
  // The closing quotation mark, E2 80 9D, ends with a byte that Windows-1252 has no character for.
  if (&page == pages().data() && bytes == "\xE2\x80") {
    const bool marked = end < text.size() && utf8::decode(text, end).code_point == utf8::kReplacement;
    return Candidate{"”", end - at + (marked ? utf8::decode(text, end).length : 0)};
  }
  return std::nullopt;
}

// Whether nobody would have written it so. Capital letters with accents stand before quotation marks in
// French ("DÉCIDÉ»"), so that of pairs only those count that start like the letters of Western Europe.
bool certain(std::string_view bytes, const CodePage& page) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const auto second = static_cast<unsigned char>(bytes.size() > 1 ? bytes[1] : '\0');
  if (bytes == "”" || (lead == 0xE2 && second >= 0x80 && second <= 0x86)) return true;
  if (!page.letters) return false;
  return lead == 0xC3 || lead == 0xC2 || lead >= 0xF0 || (lead == 0xEF && second >= 0xAC);
}

std::size_t mend_all(std::string& text, const CodePage& page) {
  std::string out;
  std::size_t count = 0;
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii(text[at])) {
      ++at;
      continue;
    }
    const auto candidate = candidate_at(text, at, page);
    if (!candidate || !certain(candidate->meaning, page)) {
      at += utf8::decode(text, at).length;
      continue;
    }
    out.append(text, done, at - done);
    out += candidate->meaning;
    done = at += candidate->length;
    ++count;
  }
  if (count > 0) text = out.append(text, done);
  return count;
}

// Where quotation marks show that the text was taken for this page, its letters are certain, too.
std::size_t mend_once(std::string& text, const CodePage& page) {
  const std::size_t count = mend_all(text, page);
  if (count == 0 || page.letters) return count;
  CodePage sure = page;
  sure.letters = true;
  return count + mend_all(text, sure);
}

bool may_be(const std::string& text, const CodePage& page) {
  const auto has = [&](const std::string& what) {
    return !what.empty() && text.find(what) != std::string::npos;
  };
  if (has(page.dash)) return true;
  // Of Windows-1252 all of its own, for "Â" and emoji; else the letter alone.
  const bool first = &page == pages().data();
  return page.letters &&
         (has(page.accented) || (first && (has("Â") || has("â\u0080") || has("ð") || has("ï"))));
}

// "à " and the blank that does not break end with the byte A0, which programs make a blank: said of a text
// that has such faults only.
std::size_t mend_lost_blanks(std::string& text) {
  std::string out;
  std::size_t count = 0;
  std::size_t done = 0;
  for (auto at = text.find('\xC3'); at != std::string::npos; at = text.find('\xC3', at + 1)) {
    const std::string_view letter = std::string_view(text).substr(at, 3);
    if (letter != "Ã " && letter != "Â ") continue;
    out.append(text, done, at - done);
    // The blank is the letter's, unless white space was collapsed on the way.
    const bool own = letter == "Ã " && at + 3 < text.size() && text[at + 3] == ' ';
    out += letter == "Â " ? " " : own ? "à" : "à ";
    done = at + 3;
    ++count;
  }
  if (count > 0) text = out.append(text, done);
  return count;
}

}  // namespace

std::size_t mend_mojibake(std::string& text) {
  constexpr int kMostTimes = 3;
  if (all_ascii(text)) return 0;
  std::size_t count = 0;
  for (int time = 0; time < kMostTimes; ++time) {
    std::size_t mended = 0;
    for (const CodePage& page : pages()) {
      if (may_be(text, page)) mended += mend_once(text, page);
    }
    count += mended;
    if (mended == 0) break;
  }
  return count == 0 ? 0 : count + mend_lost_blanks(text);
}

}  // namespace newsgraph
