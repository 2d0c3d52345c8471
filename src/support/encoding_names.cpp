#include "support/ascii.h"
#include "support/encoding.h"

#include <algorithm>
#include <array>

namespace newsgraph {
namespace {

struct Name {
  std::string_view name;  // letters and digits only, without "x" or "cs" in front
  std::string_view encoding;
};

// After the WHATWG Encoding Standard, 4.2 "Names and labels", with the spellings of other programs.
constexpr std::array kNames = std::to_array<Name>({
    {"utf8", "UTF-8"},
    {"unicode11utf8", "UTF-8"},
    {"unicode20utf8", "UTF-8"},
    {"utf8mb4", "UTF-8"},
    {"utf16", "UTF-8"},
    {"utf16le", "UTF-8"},
    {"utf16be", "UTF-8"},
    {"unicode", "UTF-8"},
    {"ucs2", "UTF-8"},
    {"iso10646ucs2", "UTF-8"},
    {"ascii", "WINDOWS-1252"},
    {"usascii", "WINDOWS-1252"},
    {"ansix341968", "WINDOWS-1252"},
    {"cp819", "WINDOWS-1252"},
    {"ibm819", "WINDOWS-1252"},
    {"isoir100", "WINDOWS-1252"},
    {"iso88591", "WINDOWS-1252"},
    {"iso885911987", "WINDOWS-1252"},
    {"isolatin1", "WINDOWS-1252"},
    {"l1", "WINDOWS-1252"},
    {"latin1", "WINDOWS-1252"},
    {"iso88592", "ISO-8859-2"},
    {"iso885921987", "ISO-8859-2"},
    {"isolatin2", "ISO-8859-2"},
    {"isoir101", "ISO-8859-2"},
    {"l2", "ISO-8859-2"},
    {"latin2", "ISO-8859-2"},
    {"iso88593", "ISO-8859-3"},
    {"latin3", "ISO-8859-3"},
    {"iso88594", "ISO-8859-4"},
    {"latin4", "ISO-8859-4"},
    {"iso88595", "ISO-8859-5"},
    {"cyrillic", "ISO-8859-5"},
    {"iso88596", "ISO-8859-6"},
    {"arabic", "ISO-8859-6"},
    {"iso88597", "ISO-8859-7"},
    {"greek", "ISO-8859-7"},
    {"iso88598", "ISO-8859-8"},
    {"iso88598i", "ISO-8859-8"},
    {"hebrew", "ISO-8859-8"},
    {"iso88599", "CP1254"},
    {"latin5", "CP1254"},
    {"isolatin5", "CP1254"},
    {"l5", "CP1254"},
    {"iso885910", "ISO-8859-10"},
    {"latin6", "ISO-8859-10"},
    {"iso885911", "CP874"},
    {"tis620", "CP874"},
    {"dos874", "CP874"},
    {"windows874", "CP874"},
    {"iso885913", "ISO-8859-13"},
    {"iso885914", "ISO-8859-14"},
    {"iso885915", "ISO-8859-15"},
    {"latin9", "ISO-8859-15"},
    {"isolatin9", "ISO-8859-15"},
    {"l9", "ISO-8859-15"},
    {"iso885916", "ISO-8859-16"},
    {"latin10", "ISO-8859-16"},
    {"koi", "KOI8-R"},
    {"koi8", "KOI8-R"},
    {"koi8r", "KOI8-R"},
    {"koi8u", "KOI8-U"},
    {"koi8ru", "KOI8-U"},
    {"ibm866", "CP866"},
    {"cp866", "CP866"},
    {"866", "CP866"},
    {"ibm437", "CP437"},
    {"cp437", "CP437"},
    {"ibm850", "CP850"},
    {"cp850", "CP850"},
    {"ibm852", "CP852"},
    {"cp852", "CP852"},
    {"mac", "MACINTOSH"},
    {"macintosh", "MACINTOSH"},
    {"macroman", "MACINTOSH"},
    {"maccyrillic", "MAC-CYRILLIC"},
    {"macukrainian", "MAC-CYRILLIC"},
    {"chinese", "GB18030"},
    {"gb2312", "GB18030"},
    {"gb231280", "GB18030"},
    {"iso58gb231280", "GB18030"},
    {"euccn", "GB18030"},
    {"gbk", "GB18030"},
    {"cp936", "GB18030"},
    {"gb18030", "GB18030"},
    {"big5", "BIG5-HKSCS"},
    {"big5hkscs", "BIG5-HKSCS"},
    {"cnbig5", "BIG5-HKSCS"},
    {"xbig5", "BIG5-HKSCS"},
    {"cp950", "BIG5-HKSCS"},
    {"eucjp", "EUC-JP-MS"},
    {"eucpkdfmtjapanese", "EUC-JP-MS"},
    {"iso2022jp", "ISO-2022-JP"},
    {"shiftjis", "CP932"},
    {"sjis", "CP932"},
    {"mskanji", "CP932"},
    {"ms932", "CP932"},
    {"windows31j", "CP932"},
    {"cp932", "CP932"},
    {"euckr", "CP949"},
    {"korean", "CP949"},
    {"ksc5601", "CP949"},
    {"ksc56011987", "CP949"},
    {"ksc56011989", "CP949"},
    {"cp949", "CP949"},
    {"uhc", "CP949"},
    {"windows949", "CP949"},
});

constexpr std::array<std::string_view, 9> kWindows = {"CP1250", "CP1251", "WINDOWS-1252", "CP1253", "CP1254",
                                                      "CP1255", "CP1256", "CP1257",       "CP1258"};

std::string_view in_table(std::string_view name) {
  // "windows-1251", "cp1251", "win1251", "ansi-1251".
  if (name.size() > 4 && name.substr(name.size() - 4, 3) == "125" && name.back() <= '8' &&
      name.back() >= '0') {
    const std::string_view front = name.substr(0, name.size() - 4);
    if (front == "windows" || front == "cp" || front == "win" || front == "ansi" || front == "ms") {
      return kWindows[static_cast<std::size_t>(name.back() - '0')];
    }
  }
  const auto found =
      std::find_if(kNames.begin(), kNames.end(), [&](const Name& row) { return row.name == name; });
  return found == kNames.end() ? std::string_view() : found->encoding;
}

}  // namespace

std::string_view encoding_of_name(std::string_view name) {
  constexpr std::size_t kLongest = 40;
  if (name.size() > kLongest) return {};
  const std::string plain = ascii_letters_and_digits(name);
  if (const auto encoding = in_table(plain); !encoding.empty()) return encoding;
  const std::size_t prefix = plain.starts_with("cs") ? 2 : plain.starts_with("x") ? 1 : 0;
  return prefix == 0 ? std::string_view() : in_table(std::string_view(plain).substr(prefix));
}

}  // namespace newsgraph
