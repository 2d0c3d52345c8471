#include "cli/text_table.h"

#include <cstdlib>

#include "catch.h"

using namespace newsgraph::cli;

namespace {

Terminal narrow_terminal(int columns) {
  ::setenv("COLUMNS", std::to_string(columns).c_str(), 1);
  return Terminal(1, When::never);
}

}  // namespace

TEST_CASE("Display width counts columns, not bytes") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("Société") == 7);
  CHECK(display_width("北京") == 4);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\xff") == 1);
}

TEST_CASE("Colours take no columns") {
  CHECK(display_width("\x1b[1;36mabc\x1b[0m") == 3);
  CHECK(wrap("\x1b[1;36mabc\x1b[0m def", 7, 0) == "\x1b[1;36mabc\x1b[0m def\n");
}

TEST_CASE("What a file says cannot control the terminal") {
  CHECK(printable("a\x1b[2Jb\x07\nc\td\x7f") == "a[2Jb c d");
  CHECK(printable("\xc2\x9b"
                  "31mred \xe5\x8c\x97") == "31mred \xe5\x8c\x97");
  CHECK(printable("\u202Etxt.exe\u202C \u2066a\u2069\u200F\u061C, b\u2028c") == "txt.exe a, b c");
  CHECK(printable("\u0645\u06CC\u200C\u062E, \U0001F469\u200D\U0001F52C") ==
        "\u0645\u06CC\u200C\u062E, \U0001F469\u200D\U0001F52C");
  TextTable table({{"Name"}});
  table.add({"\x1b]0;title\x07Evil"});
  CHECK(table.render(narrow_terminal(80)).find('\x1b') == std::string::npos);
}

TEST_CASE("A text that is cut ends in an ellipsis and never inside a character") {
  CHECK(fit("abcdef", 6) == "abcdef");
  CHECK(fit("abcdef", 4) == "abc…");
  CHECK(fit("北京市", 4) == "北…");
}

TEST_CASE("Wrapped lines stay within the width, and a longer word has its own") {
  CHECK(wrap("one two three", 9, 2) == "  one two\n  three\n");
  CHECK(wrap("a incomprehensible b", 8, 0) == "a\nincomprehensible\nb\n");
}

TEST_CASE("Nothing is cut where nobody says how wide the screen is") {
  ::unsetenv("COLUMNS");
  TextTable table({{"Name"}, {"Count", Align::right}});
  table.add({std::string(300, 'x'), "12"});
  const int no_screen = -1;
  const Terminal terminal(no_screen, When::never);
  CHECK(terminal.width() == 80);
  CHECK(table.render(terminal).find(std::string(300, 'x') + "     12") != std::string::npos);
}

TEST_CASE("A table narrows its widest left column to fit the terminal") {
  TextTable table({{"Name"}, {"Count", Align::right}});
  table.add({"Supreme Court of the United States of America, Washington", "12"});
  table.add({"X", "3"});
  const std::string text = table.render(narrow_terminal(40));
  CHECK(text ==
        "Name                               Count\n"
        "Supreme Court of the United Stat…     12\n"
        "X                                      3\n");
}

TEST_CASE("Lines of a table do not end in blanks") {
  TextTable table({{"A"}, {"B"}});
  table.add({"x", ""});
  CHECK(table.render(narrow_terminal(80)) == "A  B\nx\n");
}

TEST_CASE("A column that wraps loses nothing") {
  TextTable table({{"Name"}, {.title = "What", .wraps = true}});
  table.add({"dot", "a language for graphs, which Graphviz draws"});
  table.add({"csv", "a table"});
  CHECK(table.render(narrow_terminal(40)) ==
        "Name  What\n"
        "dot   a language for graphs, which\n"
        "      Graphviz draws\n"
        "csv   a table\n");
}
