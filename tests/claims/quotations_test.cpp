#include "claims/discourse/quotations.h"

#include "catch.h"
#include "language/split/split.h"

using namespace newsgraph;

namespace {

std::string quoted_text(const std::vector<Sentence>& sentences, const Quotation& quotation,
                        const std::string& text) {
  const auto& first =
      sentences[static_cast<std::size_t>(quotation.first.sentence)].token(quotation.first.token);
  const auto& last = sentences[static_cast<std::size_t>(quotation.last.sentence)].token(quotation.last.token);
  return text.substr(first.begin, last.end - first.begin);
}

}  // namespace

TEST_CASE("a quotation goes on over sentences") {
  const std::string text = "\"It is wrong. It is a disgrace,\" said Mara. She left.";
  const auto sentences = split(text);
  const auto found = find_quotations(sentences);
  REQUIRE(found.size() == 1);
  CHECK(quoted_text(sentences, found[0], text) == "It is wrong. It is a disgrace,");
  const auto quoted = quoted_sentences(sentences);
  CHECK(quoted.front());
  CHECK_FALSE(quoted.back());
}

TEST_CASE("a mark that is never closed ends with its paragraph") {
  const std::string text = "\"It is wrong.\n\nThe firm said nothing.";
  const auto sentences = split(text);
  const auto found = find_quotations(sentences);
  REQUIRE(found.size() == 1);
  CHECK(quoted_text(sentences, found[0], text) == "It is wrong.");
}

TEST_CASE("curly marks, and nothing between marks") {
  const std::string text = "Mara called it “a scam”. Then “” came.";
  const auto sentences = split(text);
  const auto found = find_quotations(sentences);
  REQUIRE(found.size() == 1);
  CHECK(quoted_text(sentences, found[0], text) == "a scam");
}
