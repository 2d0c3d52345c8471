#include <vector>

#include "catch.h"
#include "support/utf8.h"

namespace utf8 = newsgraph::utf8;

TEST_CASE("every code point survives encoding and decoding") {
  for (const char32_t c :
       {U'a', U'\x7F', U'\x80', U'é', U'\x7FF', U'\x800', U'字', U'\xFFFD', U'\x10000', U'😀', U'\x10FFFF'}) {
    const std::string text = utf8::encode(c);
    const utf8::Decoded decoded = utf8::decode(text, 0);
    CHECK(decoded.valid);
    CHECK(decoded.code_point == c);
    CHECK(decoded.length == text.size());
  }
  CHECK(utf8::encode(0xD800) == utf8::encode(utf8::kReplacement));
  CHECK(utf8::encode(0x110000) == utf8::encode(utf8::kReplacement));
}

TEST_CASE("what the standard forbids is not valid") {
  // Overlong forms, surrogates, past the end, lone continuation, cut off.
  for (const char* text : {"\xC0\xAF", "\xE0\x80\xAF", "\xF0\x80\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                           "\x80", "\xE2\x82", "\xFF", "\xF5\x80\x80\x80"}) {
    CHECK_FALSE(utf8::valid(text));
  }
  CHECK(utf8::valid("naïve 字 😀"));
  CHECK(utf8::valid(""));
  CHECK(utf8::valid_prefix("12345678\xFF") == 8);
}

TEST_CASE("broken sequences become one U+FFFD for each maximal subpart") {
  // The example of the Unicode Standard, table 3-8.
  std::string text = "\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64";
  CHECK(utf8::repair(text) == 6);
  CHECK(text == "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd");
  std::string right = "café";
  CHECK(utf8::repair(right) == 0);
  CHECK(right == "café");
}

TEST_CASE("walking yields offsets in bytes") {
  std::vector<std::size_t> offsets;
  const auto points = utf8::code_points("aé字");
  for (auto at = points.begin(); at != points.end(); ++at) offsets.push_back(at.offset());
  CHECK(offsets == std::vector<std::size_t>{0, 1, 3});
  CHECK(utf8::length("aé字") == 3);
}

TEST_CASE("cutting does not split a character") {
  CHECK(utf8::truncate("aé", 2) == "a");
  CHECK(utf8::truncate("aé", 3) == "aé");
  CHECK(utf8::truncate("字", 1).empty());
}

TEST_CASE("names are compared folded") {
  CHECK(utf8::fold("STRASSE") == utf8::fold("Straße"));
  CHECK(utf8::fold("ﬁrm") == "firm");
  CHECK(utf8::fold("ÉCOLE") == utf8::fold("e\u0301cole"));
  CHECK(utf8::fold_marks("São Tomé") == "sao tome");
  CHECK(utf8::lower("ÄRA İ") == "ära i");
  CHECK(utf8::fold("broken \xFF") == "broken \uFFFD");
}

TEST_CASE("slugs are ASCII") {
  CHECK(utf8::slug("São Tomé & Príncipe") == "sao-tome-principe");
  CHECK(utf8::slug("Łódź") == "lodz");
  CHECK(utf8::slug("People’s Republic") == "peoples-republic");
  CHECK(utf8::slug("字 A") == "u5b57-a");
  CHECK(utf8::slug("  --  ").empty());
  CHECK(utf8::slug("Société Générale S.A.") == "societe-generale-s-a");
}

TEST_CASE("characters have their Unicode category") {
  CHECK(utf8::is_letter(U'é'));
  CHECK(utf8::is_letter(U'字'));
  CHECK_FALSE(utf8::is_letter(U'1'));
  CHECK(utf8::is_digit(U'٣'));
  CHECK(utf8::is_upper(U'É'));
  CHECK_FALSE(utf8::is_upper(U'é'));
  CHECK(utf8::is_space(U'\u00A0'));
  CHECK(utf8::is_space(U'\n'));
  CHECK(utf8::is_punctuation(U'“'));
}
