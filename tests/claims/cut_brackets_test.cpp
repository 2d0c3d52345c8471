#include "claims/prepare/prepare.h"

#include "catch.h"
#include "language/split/split.h"

using namespace newsgraph;

namespace {

// The tokens that are left of a text, with spaces between them.
std::string left_of(std::string_view text) {
  auto sentences = split(text);
  cut_brackets(sentences);
  std::string forms;
  for (const Sentence& sentence : sentences) {
    for (const Token& token : sentence.tokens) forms += (forms.empty() ? "" : " ") + std::string(token.form);
  }
  return forms;
}

}  // namespace

TEST_CASE("symbols of stock exchanges, sums and a wire's links are left out of the grammar") {
  CHECK(left_of("Orion (NYSE: ORN) sold Vega.") == "Orion sold Vega .");
  CHECK(left_of("Orion ( ORN.AX : Quote , Profile , Research ) sold Vega.") == "Orion sold Vega .");
  CHECK(left_of("Orion paid 5 euros ($6) for Vega.") == "Orion paid 5 euros for Vega .");
  CHECK(left_of("Orion Corp. ORN.O sold Vega.") == "Orion Corp. sold Vega .");
  CHECK(left_of("UPDATE 2-Orion sells Vega") == "Orion sells Vega");
}

TEST_CASE("brackets that say something stay") {
  CHECK(left_of("The Free Trade Agency (FTA) sued Orion.") == "The Free Trade Agency ( FTA ) sued Orion .");
  CHECK(left_of("Orion (formerly Vega) sued Acme.") == "Orion ( formerly Vega ) sued Acme .");
  CHECK(left_of("The U.S. Army left.") == "The U.S. Army left .");
}

TEST_CASE("what is left keeps its place in the text") {
  const std::string text = "Orion (NYSE: ORN) sold Vega.";
  auto sentences = split(text);
  cut_brackets(sentences);
  REQUIRE(sentences.size() == 1);
  for (const Token& token : sentences[0].tokens)
    CHECK(text.substr(token.begin, token.end - token.begin) == token.form);
}

TEST_CASE("a word is cut at a capital where the rest stands elsewhere as a word") {
  const std::string text =
      "LONDONERS: oldOrion said. Orion grew. LegoAcme is one word, GameORION another. "
      "OldExchange is not the Vega Exchange.";
  auto sentences = split(text);
  cut_joined_names(sentences);
  std::vector<std::string> forms;
  for (const Sentence& sentence : sentences) {
    for (const Token& token : sentence.tokens) forms.emplace_back(token.form);
  }
  const auto has = [&](const char* form) {
    return std::find(forms.begin(), forms.end(), form) != forms.end();
  };
  CHECK(has("LegoAcme"));
  CHECK(has("GameORION"));
  CHECK(has("OldExchange"));  // "Exchange" is no word by itself
}
