#include "support/ascii.h"

#include "catch.h"

using namespace newsgraph;

TEST_CASE("A byte is in the classes that its letter says, and beyond ASCII in none") {
  struct Row {
    char byte;
    bool ascii, upper, lower, digit, hex_digit;
  };
  for (const Row& row :
       {Row{'A', true, true, false, false, true}, Row{'f', true, false, true, false, true},
        Row{'g', true, false, true, false, false}, Row{'Z', true, true, false, false, false},
        Row{'0', true, false, false, true, true}, Row{'9', true, false, false, true, true},
        Row{'@', true, false, false, false, false}, Row{'[', true, false, false, false, false},
        Row{'{', true, false, false, false, false}, Row{'\x7F', true, false, false, false, false},
        Row{'\x80', false, false, false, false, false}, Row{'\xFF', false, false, false, false, false}}) {
    INFO("byte " << static_cast<int>(row.byte));
    CHECK(is_ascii(row.byte) == row.ascii);
    CHECK(is_ascii_upper(row.byte) == row.upper);
    CHECK(is_ascii_lower(row.byte) == row.lower);
    CHECK(is_ascii_digit(row.byte) == row.digit);
    CHECK(is_ascii_hex_digit(row.byte) == row.hex_digit);
  }
}

TEST_CASE("Case changes in ASCII letters alone") {
  CHECK(ascii_upper('z') == 'Z');
  CHECK(ascii_lower('Z') == 'z');
  CHECK(ascii_upper('1') == '1');
  CHECK(ascii_lowered("Ö-TON 2") == "Ö-ton 2");
  CHECK(ascii_letters_and_digits("Source_Name (2)") == "sourcename2");
  CHECK(ascii_letters_and_digits("è").empty());
  CHECK(equals_ignoring_case("TikTok", "tiktok"));
  CHECK_FALSE(equals_ignoring_case("TikTok", "tikto"));
  CHECK(all_ascii("plain"));
  CHECK_FALSE(all_ascii("na\xC3\xAFve"));
}
