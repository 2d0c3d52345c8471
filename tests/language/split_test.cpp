#include <ctime>
#include <string>
#include <vector>

#include "catch.h"
#include "language/split/sentences.h"
#include "language/split/split.h"

using namespace newsgraph;

namespace {

std::vector<std::string> sentences_of(std::string_view text, std::size_t title_end = 0) {
  std::vector<std::string> result;
  for (const Sentence& sentence : split(text, title_end)) {
    result.emplace_back(text.substr(sentence.begin, sentence.end - sentence.begin));
  }
  return result;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("full stops end sentences, abbreviations and decimals do not") {
  CHECK(sentences_of("Mr. Xi met Yahoo Inc. chairman J. Yang at 3 p.m. on Sunday. It cost $3.5 million.") ==
        Strings{"Mr. Xi met Yahoo Inc. chairman J. Yang at 3 p.m. on Sunday.", "It cost $3.5 million."});
  CHECK(sentences_of("Troops left. U.S. troops stayed. UNESCO protested.") ==
        Strings{"Troops left.", "U.S. troops stayed.", "UNESCO protested."});
}

TEST_CASE("quotations stay with who said them") {
  CHECK(sentences_of("\"I will go,\" he said. \"We will stay.\" They did.") ==
        Strings{"\"I will go,\" he said.", "\"We will stay.\"", "They did."});
  CHECK(sentences_of("“Is it banned?” she asked. “No.”") == Strings{"“Is it banned?” she asked.", "“No.”"});
  CHECK(sentences_of("He defended the law.“Nobody wanted this.” She left.") ==
        Strings{"He defended the law.", "“Nobody wanted this.”", "She left."});
}

TEST_CASE("datelines and brackets stay inside their sentence") {
  const std::string dateline = GENERATE(as<std::string>{}, "BEIJING (Reuters) - ", "WASHINGTON -- ",
                                        "washingtonpost.com - ", "LONDON, September 9 (New Ratings) - ");
  const std::string text = dateline + "China banned the app on Monday.";
  CHECK(sentences_of(text) == Strings{text});
  CHECK(sentences_of("It went to the United Nations (UN) General Assembly.").size() == 1);
}

TEST_CASE("a stray full stop before a small letter ends nothing in edited text") {
  const std::string text = "Critics call it unfair “because the ministry. never showed its reasons.”";
  CHECK(sentences_of(text) == Strings{text});
  CHECK(sentences_of("A missing space.The next one.") == Strings{"A missing space.", "The next one."});
}

TEST_CASE("no sentence crosses a blank line or the end of the title") {
  const std::string text = "China bans\nthe app\n\nThe ban\n \t\r\nholds";
  CHECK(sentences_of(text) == Strings{"China bans\nthe app", "The ban", "holds"});
  CHECK(sentences_of("One two three", 7) == Strings{"One two", "three"});
}

TEST_CASE("titles and short lines without a full stop are headlines") {
  const std::string text = "Who banned it? China\n\nBackground\n\nIt did.\n\n“It did so.”";
  const auto sentences = split(text, 20);
  REQUIRE(sentences.size() == 5);
  const std::vector<bool> headlines{sentences[0].headline, sentences[1].headline, sentences[2].headline,
                                    sentences[3].headline, sentences[4].headline};
  CHECK(headlines == std::vector<bool>{true, true, true, false, false});
  CHECK(sentences[0].starts_paragraph);
  CHECK_FALSE(sentences[1].starts_paragraph);
  CHECK(sentences[2].starts_paragraph);
}

TEST_CASE("hard-wrapped lines are joined, lines that stand alone are not") {
  const std::string wrapped =
      "The company said on Monday that it had agreed to buy the whole of the\n"
      "American maker of telephones for two billion dollars in cash, and that\n"
      "Beijing had approved the purchase of the unit, which employs thousands\n"
      "of people.\n";
  CHECK(sentences_of(wrapped).size() == 1);
  CHECK(sentences_of("First paragraph without a stop\nSecond paragraph\r\nThird one\rand so on").size() == 3);
}

TEST_CASE("bullets start sentences") {
  CHECK(sentences_of("The firm owns:\n- the app;\n- the site\n• the name\n1. the rest") ==
        Strings{"The firm owns:", "- the app;", "- the site", "• the name", "1. the rest"});
}

TEST_CASE("offsets and white space are kept") {
  const std::string text = "  TikTok\u00A0’s app , then  done .";
  const auto sentences = split(text);
  REQUIRE(sentences.size() == 1);
  for (const Token& token : sentences[0].tokens) {
    CHECK(token.form == std::string_view(text).substr(token.begin, token.end - token.begin));
    const bool space = token.end == text.size() || text[token.end] == ' ' || text[token.end] == '\xc2';
    CHECK(token.space_after == space);
  }
  CHECK(sentences[0].begin == 2);
  CHECK(sentences[0].end == text.size());
}

TEST_CASE("an abbreviation that ends a sentence gives up its full stop") {
  const auto sentences = split("It was bought by Acme Inc. The price was low.");
  REQUIRE(sentences.size() == 2);
  const auto& tokens = sentences[0].tokens;
  REQUIRE(tokens.size() == 7);
  CHECK(tokens[5].form == "Inc");
  CHECK_FALSE(tokens[5].space_after);
  CHECK(tokens[6].form == ".");
}

TEST_CASE("a company named again behind its abbreviation opens a sentence") {
  CHECK(sentences_of("Orion bid for Vega Pumps Inc. Vega said no.") ==
        Strings{"Orion bid for Vega Pumps Inc.", "Vega said no."});
  CHECK(sentences_of("Orion bid for Vega Inc. Chairman Doe said no.") ==
        Strings{"Orion bid for Vega Inc. Chairman Doe said no."});
}

TEST_CASE("an endless sentence is cut at the limit, at a comma where there is one") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "word word, ";
  const auto sentences = split(text);
  REQUIRE(sentences.size() >= 6000 / kMaxSentenceTokens);
  for (const Sentence& sentence : sentences) {
    CHECK(sentence.tokens.size() <= kMaxSentenceTokens);
    CHECK(sentence.tokens.back().form == ",");
  }
}

TEST_CASE("hostile text takes linear time") {
  const std::string unit =
      GENERATE(as<std::string>{}, "a-", "a.", "Aa.", "a@", "1-", "1.", "'", "\"", "(", "a&", "-=", "a_b.",
               ".", "@", "/", "a/", "[...", "Mr.", "\n-", "\r", "\xe2\x80\x8b", "b'");
  CAPTURE(unit);
  std::string text;
  while (text.size() < 1'000'000) text += unit;
  const std::clock_t start = std::clock();  // of the processor: the machine may have other work
  std::size_t covered = 0;
  for (const Sentence& sentence : split(text)) covered += sentence.end - sentence.begin;
  CHECK(covered <= text.size());
  // A quadratic scan of a megabyte takes minutes.
  CHECK((std::clock() - start) / CLOCKS_PER_SEC < 20);
}

TEST_CASE("nothing comes of nothing") {
  CHECK(split("").empty());
  CHECK(split(" \n\n\t\u00A0", 3).empty());
}
