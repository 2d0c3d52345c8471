#include "catch.h"
#include "documents/collected.h"
#include "documents/markdown_text.h"

using namespace newsgraph;

TEST_CASE("inline marks are reduced to the text that is seen") {
  CHECK(markdown_inline("**Alpha** _bought_ [Beta](https://b.example \"x\") `now`") ==
        "Alpha bought Beta now");
  CHECK(markdown_inline("![a picture](p.png)Text[^1] and ~~gone~~") == "Text and gone");
  CHECK(markdown_inline("snake_case 2 * 3 a[0] 5 < 6") == "snake_case 2 * 3 a[0] 5 < 6");
  CHECK(markdown_inline("\\*kept\\* <b>bold</b> <https://a.example>") == "*kept* bold https://a.example");
  CHECK(markdown_inline("[label][ref] [not closed") == "label [not closed");
}

TEST_CASE("blocks become paragraphs") {
  CHECK(markdown_text(
            "## Head\nOne\ntwo\n\n- item *a*\n- item b\n\n> quoted\n\n---\n```\ncode\n```\n1. first\n") ==
        "Head\n\nOne\ntwo\n\nitem a\n\nitem b\n\nquoted\n\nfirst");
  CHECK(markdown_text("| a | b |\n|---|---|\n| c | d |\n\n[x]: https://x.example\n") == "a   b\n\nc   d");
}

TEST_CASE("front matter and heading make the metadata") {
  const Document article = article_of("a.md",
                                      "---\ntitle: \"Alpha buys Beta\"\ndate: 2023-03-16T10:00:00Z\ntags:\n  "
                                      "- x\nurl: https://a.example\n---\n\n"
                                      "# Alpha buys Beta\n\nAlpha **said** so.\n");
  CHECK(article.title == "Alpha buys Beta");
  CHECK(article.date == "2023-03-16");
  CHECK(article.url == "https://a.example");
  CHECK(article.text == "Alpha buys Beta\n\nAlpha said so.");
}

TEST_CASE("an underlined heading is one, and without front matter all is text") {
  CHECK(collect_file("a.md", "Title\n=====\nText.").documents.at(0).title == "Title");
  CHECK(collect_file("a.md", "---\nnever closed\n").documents.at(0).text == "never closed");
  CHECK(collect_file("a.md", "+++\ntitle = 'T'\n+++\nText.").documents.at(0).text == "T\n\nText.");
}

TEST_CASE("hostile marks take no quadratic time") {
  for (const char mark : {'[', '*', '<', '_', '!', '`', '\\', '>'}) {
    const std::string line(1'000'000, mark);
    CHECK(markdown_text(line).size() <= line.size());
  }
}
