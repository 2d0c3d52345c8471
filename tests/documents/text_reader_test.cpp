#include "catch.h"
#include "documents/collected.h"

using namespace newsgraph;

TEST_CASE("the first line is the title where a blank line follows it") {
  const Document document =
      article_of("a.txt", "Alpha buys Beta\r\n\r\n\r\nAlpha said on Monday\r\nthat it did.\r\n");
  CHECK(document.title == "Alpha buys Beta");
  CHECK(document.text == "Alpha buys Beta\n\nAlpha said on Monday\nthat it did.");
  CHECK(document.text.substr(document.body) == "Alpha said on Monday\nthat it did.");
  CHECK(document.id.starts_with("d-"));
}

TEST_CASE("a text without a title has none") {
  for (const std::string& text :
       {std::string("One line only."), std::string("First line\nsecond line\n\nMore."),
        std::string("First line\nNote: no metadata.\n\nMore."), std::string(251, 'x') + "\n\nMore."}) {
    const Document article = article_of("a.txt", text);
    CHECK(article.title.empty());
    CHECK(article.body == 0);
    CHECK(article.text == text);
  }
}

TEST_CASE("metadata lines are understood before and behind the title") {
  for (const char* text :
       {"Title: Alpha buys Beta\nDate: 16 March 2023\nURL: https://a.example/1\nAuthor: Ann Lee\n\nThe text.",
        "Alpha buys Beta\nDate: 2023-03-16\nURL: https://a.example/1\n\nThe text.",
        "Alpha buys Beta\n\nDate: 2023-03-16\nSource: https://a.example/1\nBy-line: x\n",
        "Alpha buys Beta\n\nDate: 2023-03-16\nURL: https://a.example/1\nAuthor: Ann Lee\n\nThe text."}) {
    const Document article = article_of("a.txt", text);
    CHECK(article.title == "Alpha buys Beta");
    CHECK(article.date == "2023-03-16");
    CHECK(article.url == "https://a.example/1");
  }
}

TEST_CASE("a line that only looks like metadata is text") {
  const Document article = article_of("a.txt", "Note: this is the first line.\nAnd the second.");
  CHECK(article.text == "Note: this is the first line.\nAnd the second.");
}

TEST_CASE("control characters go, tabs and line ends stay") {
  std::string text = "A\tb\x01\x1B[0mc_d\x7F\rline \xC2\x92quoted";
  text[text.find('_')] = '\0';
  const std::string rest(400, 'x');
  const Document article = article_of("a.txt", text + rest);
  CHECK(article.text == "A\tb[0mcd\nline ’quoted" + rest);
}

TEST_CASE("a megabyte without a line end is one text") {
  std::string text;
  while (text.size() < 1'000'000) text += "word ";
  const Document article = article_of("a.txt", text + "end");
  CHECK(article.text == text + "end");
}

TEST_CASE("a text over the limit is named, with the way to raise it") {
  ReadOptions options;
  options.limits.document_bytes = 1000;
  const Collected all = collect_file("a.txt", std::string(1001, 'x'), options);
  CHECK(all.documents.empty());
  CHECK(all.skipped().find("--max-document-size") != std::string::npos);
}
