#include <memory>
#include <string>

#include "catch.h"
#include "support/encoding.h"
#include "support/utf8.h"

using namespace newsgraph;
using namespace std::string_literals;

namespace {

std::string utf16(std::u16string_view text, bool big_endian, bool mark) {
  std::string bytes;
  const auto add = [&](char16_t unit) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += big_endian ? std::string{high, low} : std::string{low, high};
  };
  if (mark) add(0xFEFF);
  for (const char16_t unit : text) add(unit);
  return bytes;
}

std::string stream(const std::string& bytes, Encoding encoding, std::uint64_t& repaired) {
  Input input("test", decode_stream(std::make_unique<MemorySource>(bytes), encoding, repaired));
  return input.read_all(std::size_t{64} << 20);
}

}  // namespace

TEST_CASE("byte order marks decide, and go") {
  CHECK(decode_text("\xEF\xBB\xBFtext").text == "text");
  for (const bool big_endian : {false, true}) {
    CHECK(decode_text(utf16(u"naïve 😀", big_endian, true)).text == "naïve 😀");
    CHECK(decode_text(utf16(u"plain text without a mark", big_endian, false)).text ==
          "plain text without a mark");
  }
}

TEST_CASE("Windows-1252 is recognised where the bytes are no UTF-8 but read well in it") {
  CHECK(decode_text("caf\xE9, it\x92s \x80 5").text == "café, it’s € 5");
  CHECK(decode_text("caf\xE9").repaired == 0);
}

TEST_CASE("damaged UTF-8 is not taken for Windows-1252") {
  const DecodedText damaged = decode_text("caf\xC3\xA9 na\xC3\xAFve \xE2\x80 end");
  CHECK(damaged.text == "café naïve \uFFFD end");
  CHECK(damaged.repaired == 1);
  CHECK(decode_text("quote \xE2\x80").repaired == 1);            // cut inside a character
  CHECK(decode_text("\xCF\xF0\xE8\xE2\xE5\xF2").repaired == 6);  // Windows-1251
}

TEST_CASE("declared encodings are read as browsers do") {
  CHECK(decode_text("\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251").text == "Привет");
  CHECK(decode_text("it\x92s", "ISO-8859-1").text == "it’s");
  CHECK(decode_text("\xC4\xE3\xBA\xC3", "gb2312").text == "你好");
  CHECK(decode_text("caf\xC3\xA9", "iso-8859-1").text == "café");  // it is UTF-8 after all
  CHECK(decode_text("caf\xE9", "x-unknown-thing").text == "café");
  const DecodedText broken = decode_text("\xC4\xE3\xFF!", "gb2312");
  CHECK(broken.text == "你\uFFFD!");
  CHECK(broken.repaired == 1);
}

TEST_CASE("lone surrogates and half units are repaired") {
  const DecodedText lone = decode_text(utf16(u"abcdef\xD800ghij", false, true));
  CHECK(lone.text == "abcdef\uFFFDghij");
  CHECK(lone.repaired == 1);
  CHECK(decode_text(utf16(u"abc", false, true) + "x").repaired == 1);
}

TEST_CASE("streams decode like whole texts, over the borders of blocks") {
  std::u16string wide(200'001, u'a');
  wide += u"😀é";
  std::uint64_t repaired = 0;
  const std::string decoded = stream(utf16(wide, true, true), Encoding::kUtf16Be, repaired);
  CHECK(decoded == std::string(200'001, 'a') + "😀é");
  CHECK(repaired == 0);
}

TEST_CASE("a file of several encodings is judged line by line") {
  std::uint64_t repaired = 0;
  CHECK(stream("ascii\ncaf\xE9 latin\n", Encoding::kUtf8, repaired) == "ascii\ncafé latin\n");
  CHECK(repaired == 0);
  // After real UTF-8 a broken byte is damage.
  CHECK(stream("naïve\ncaf\xE9 end\n", Encoding::kUtf8, repaired) == "naïve\ncaf\uFFFD end\n");
  CHECK(repaired == 1);
}

TEST_CASE("a long line without an end is decoded in pieces") {
  std::string line;
  while (line.size() < 3'000'000) line += "字";
  std::uint64_t repaired = 0;
  CHECK(stream("\xEF\xBB\xBF" + line, Encoding::kUtf8, repaired) == line);
  CHECK(repaired == 0);
}
