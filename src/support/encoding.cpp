#include "support/encoding.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "support/ascii.h"
#include "support/iconv_text.h"
#include "support/utf16.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

// Windows-1252, bytes 80 to 9F (WHATWG Encoding Standard, index windows-1252); 0: not a character.
constexpr std::array<char32_t, 32> kWindows1252High = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t windows1252(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? kWindows1252High[byte - 0x80u] : byte;
}

// Text in Windows-1252 has single high bytes between ASCII letters ("café", "it’s"). Several in a row, or
// sequences that are right as UTF-8 or are cut off, rather mean another encoding or damaged UTF-8.
bool looks_like_windows1252(std::string_view text) {
  constexpr std::size_t kMostInARow = 2;
  constexpr std::size_t kByChance = 20;  // so many of its letters for one pair that is right as UTF-8
  std::size_t broken = 0;
  std::size_t utf8 = 0;
  std::size_t row = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    row = decoded.valid ? 0 : row + decoded.length;
    if (!decoded.valid && (windows1252(static_cast<unsigned char>(text[at])) == 0 || row > kMostInARow))
      return false;
    broken += decoded.valid ? 0 : 1;
    utf8 += decoded.length > 1 ? 1 : 0;
    at += decoded.length;
  }
  return broken > utf8 * kByChance;
}

// Latin text in UTF-16 has a zero in every other byte.
std::optional<Encoding> utf16_by_zeros(std::string_view start) {
  const std::size_t pairs = std::min<std::size_t>(start.size(), 512) / 2;
  std::size_t low = 0;
  std::size_t high = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    high += start[2 * i] == '\0' && start[2 * i + 1] != '\0' ? 1 : 0;
    low += start[2 * i] != '\0' && start[2 * i + 1] == '\0' ? 1 : 0;
  }
  if (pairs < 2) return std::nullopt;
  if (low * 10 > pairs * 7 && high == 0) return Encoding::kUtf16Le;
  if (high * 10 > pairs * 7 && low == 0) return Encoding::kUtf16Be;
  return std::nullopt;
}

DecodedText from_windows1252(std::string_view bytes) {
  DecodedText decoded;
  for (const char c : bytes) {
    const char32_t code_point = windows1252(static_cast<unsigned char>(c));
    const bool missing = code_point == 0 && c != '\0';
    decoded.repaired += missing ? 1 : 0;
    utf8::append(decoded.text, missing ? utf8::kReplacement : code_point);
  }
  return decoded;
}

DecodedText from_utf16(std::string_view bytes, bool big_endian) {
  DecodedText decoded;
  Utf16Decoder decoder{big_endian};
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) decoder.add(decoder.unit(bytes, at), decoded.text);
  decoder.flush(decoded.text);
  if (bytes.size() % 2 != 0) decoder.broken(decoded.text);
  decoded.repaired = decoder.repaired;
  return decoded;
}

// Null where the C library does not know the encoding.
std::optional<DecodedText> from_charset(std::string_view bytes, std::string_view encoding) {
  const auto decoder = IconvDecoder::open(encoding);
  if (!decoder) return std::nullopt;
  DecodedText decoded;
  decoder->decode(bytes, true, decoded.text);
  decoded.repaired = decoder->repaired() + utf8::repair(decoded.text);
  return decoded;
}

// So many characters of several bytes that are right as UTF-8 are no chance, but in the encodings of East
// Asia, where two characters of two bytes may look like it.
bool surely_utf8(std::string_view bytes, std::string_view declared) {
  constexpr std::size_t kChance = 3;
  if (!utf8::valid(bytes)) return false;
  const bool two_bytes = declared == "GB18030" || declared == "BIG5-HKSCS" || declared == "CP932" ||
                         declared == "CP949" || declared == "EUC-JP-MS";
  if (!two_bytes) return true;
  std::size_t count = 0;
  for (const auto& [code_point, length, valid] : utf8::code_points(bytes))
    count += length > 1 ? length - 1 : 0;
  return count == 0 || count > kChance;
}

// The first kilobytes of something longer may end inside a character.
std::string_view without_cut_end(std::string_view start) {
  constexpr std::size_t kKilobytes = 4096;
  if (start.size() < kKilobytes) return start;
  const std::size_t valid = utf8::valid_prefix(start);
  return start.substr(0, valid + 4 > start.size() ? valid : start.size());
}

constexpr std::string_view kWindows1252Name = "WINDOWS-1252";
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LeMark("\xFF\xFE", 2);
constexpr std::string_view kUtf16BeMark("\xFE\xFF", 2);

}  // namespace

Encoding guess_encoding(std::string_view start) {
  if (start.starts_with(kUtf8Mark)) return Encoding::kUtf8;
  if (start.starts_with(kUtf16LeMark)) return Encoding::kUtf16Le;
  if (start.starts_with(kUtf16BeMark)) return Encoding::kUtf16Be;
  if (const auto utf16 = utf16_by_zeros(start)) return *utf16;
  if (utf8::valid(start) || !looks_like_windows1252(start)) return Encoding::kUtf8;
  return Encoding::kWindows1252;
}

DecodedText decode_text(std::string_view bytes) {
  return decode_text(bytes, guess_encoding(bytes));
}

DecodedText decode_text(std::string_view bytes, Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf16Le:
      return from_utf16(bytes.substr(bytes.starts_with(kUtf16LeMark) ? 2 : 0), false);
    case Encoding::kUtf16Be:
      return from_utf16(bytes.substr(bytes.starts_with(kUtf16BeMark) ? 2 : 0), true);
    case Encoding::kWindows1252:
      return from_windows1252(bytes);
    case Encoding::kUtf8:
      break;
  }
  DecodedText decoded{std::string(bytes.substr(bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0)), 0};
  decoded.repaired = utf8::repair(decoded.text);
  return decoded;
}

DecodedText decode_text(std::string_view bytes, const std::string& charset) {
  const std::string_view declared = declared_encoding(bytes, charset);
  if (declared.empty()) return decode_text(bytes);
  if (declared == kWindows1252Name) return from_windows1252(bytes);
  if (auto decoded = from_charset(bytes, declared)) return *std::move(decoded);
  return decode_text(bytes);
}

std::string_view declared_encoding(std::string_view start, std::string_view charset) {
  const std::string_view name = encoding_of_name(charset);
  if (name.empty() || name == "UTF-8") return {};
  const Encoding guess = guess_encoding(start);
  const bool marked =
      start.starts_with(kUtf8Mark) || guess == Encoding::kUtf16Le || guess == Encoding::kUtf16Be;
  if (marked) return {};
  // Its characters are ASCII between escapes.
  if (name == "ISO-2022-JP") return name;
  // Many say that they are in Latin-1 and are not: what is right as UTF-8 is UTF-8.
  return !all_ascii(start) && surely_utf8(without_cut_end(start), name) ? std::string_view() : name;
}

}  // namespace newsgraph
