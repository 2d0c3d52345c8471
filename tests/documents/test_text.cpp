#include "catch.h"
#include "documents/collected.h"

using namespace newsgraph;

TEST_CASE("the first line is the title where a blank line follows it") {
  const Collected all =
      collect_file("a.txt", "Alpha buys Beta\r\n\r\n\r\nAlpha said on Monday\r\nthat it did.\r\n");
  REQUIRE(all.documents.size() == 1);
  const Document& document = all.documents[0];
  CHECK(document.title == "Alpha buys Beta");
  CHECK(document.text == "Alpha buys Beta\n\nAlpha said on Monday\nthat it did.");
  CHECK(document.text.substr(document.body) == "Alpha said on Monday\nthat it did.");
  CHECK(document.id.starts_with("d-"));
}

TEST_CASE("a text without a title has none") {
  for (const std::string& text :
       {std::string("One line only."), std::string("First line\nsecond line\n\nMore."),
        std::string(251, 'x') + "\n\nMore."}) {
    const Collected all = collect_file("a.txt", text);
    REQUIRE(all.documents.size() == 1);
    CHECK(all.documents[0].title.empty());
    CHECK(all.documents[0].body == 0);
    CHECK(all.documents[0].text == text);
  }
}

TEST_CASE("metadata lines are understood before and behind the title") {
  for (const char* text :
       {"Title: Alpha buys Beta\nDate: 16 March 2023\nURL: https://a.example/1\nAuthor: Ann Lee\n\nThe text.",
        "Alpha buys Beta\n\nDate: 2023-03-16\nSource: https://a.example/1\nBy-line: x\n",
        "Alpha buys Beta\n\nDate: 2023-03-16\nURL: https://a.example/1\nAuthor: Ann Lee\n\nThe text."}) {
    const Collected all = collect_file("a.txt", text);
    REQUIRE(all.documents.size() == 1);
    CHECK(all.documents[0].title == "Alpha buys Beta");
    CHECK(all.documents[0].date == "2023-03-16");
    CHECK(all.documents[0].url == "https://a.example/1");
  }
}

TEST_CASE("a line that only looks like metadata is text") {
  const Collected all = collect_file("a.txt", "Note: this is the first line.\nAnd the second.");
  REQUIRE(all.documents.size() == 1);
  CHECK(all.documents[0].text == "Note: this is the first line.\nAnd the second.");
}

TEST_CASE("control characters go, tabs and line ends stay") {
  std::string text = "A\tb\x01\x1B[0mc_d\x7F\rline \xC2\x92quoted";
  text[text.find('_')] = '\0';
  const std::string rest(400, 'x');
  const Collected all = collect_file("a.txt", text + rest);
  REQUIRE(all.documents.size() == 1);
  CHECK(all.documents[0].text == "A\tb[0mcd\nline ’quoted" + rest);
}

TEST_CASE("a megabyte without a line end is one text") {
  std::string text;
  while (text.size() < 1'000'000) text += "word ";
  const Collected all = collect_file("a.txt", text + "end");
  REQUIRE(all.documents.size() == 1);
  CHECK(all.documents[0].text == text + "end");
}

TEST_CASE("a text over the limit is named, with the way to raise it") {
  ReadOptions options;
  options.limits.document_bytes = 1000;
  const Collected all = collect_file("a.txt", std::string(1001, 'x'), options);
  CHECK(all.documents.empty());
  CHECK(all.skipped().find("--max-document-size") != std::string::npos);
}
