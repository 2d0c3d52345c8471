// What the model reads once more to judge a claim: names in front, the sentence before, and where the claim's
// words stand in it.
#include "claims/confidence/once_more.h"

#include <string>

#include "catch.h"
#include "language/split/split.h"

using namespace newsgraph;

namespace {

std::string text_of(const Sentence& sentence) {
  std::string text;
  for (const Token& token : sentence.tokens) {
    if (!text.empty()) text += ' ';
    text += token.form;
  }
  return text;
}

std::string words(const OnceMore& once, const ProposedClaim::Span& span) {
  std::string text;
  for (auto t = span.first; t >= 0 && t <= span.last; ++t)
    text.append(text.empty() ? "" : " ").append(once.sentence.token(t).form);
  return text;
}

Finding finding(const std::string& subject, const std::string& object) {
  Finding result;
  result.claim.subject.name = subject;
  result.claim.object.name = object;
  return result;
}

// "He called the move a mistake."
const ProposedClaim kCalled{2, {1, 1}, {0, 0}, {2, 3}};

}  // namespace

TEST_CASE("names that a sentence does not have stand in front of it and of the one before") {
  const std::string text = "The house voted for the plan.", next = "He called the move a mistake.";
  const auto before = split(text), sentence = split(next);
  const Finding found = finding("Mara Doe", "House of Assembly");
  const OnceMore once = once_more(found, kCalled, sentence.front(), &before.front());
  CHECK(text_of(once.sentence) ==
        "Mara Doe ; House of Assembly ; The house voted for the plan . He called the move a mistake .");
  CHECK(words(once, once.claim.subject_name) == "Mara Doe");
  CHECK(words(once, once.claim.object_name) == "House of Assembly");
  CHECK(words(once, once.claim.trigger) == "called");
  CHECK(words(once, once.claim.subject) == "He");
  CHECK(words(once, once.claim.object) == "the move");
  CHECK(once.claim.relation == 2);
}

TEST_CASE("a name of which the sentence has a word is not repeated") {
  const std::string text = "Doe called the Orion move a mistake.";
  const auto sentence = split(text);
  const Finding found = finding("Mara Doe", "the Orion move");
  const OnceMore once = once_more(found, {2, {1, 1}, {0, 0}, {2, 4}}, sentence.front(), nullptr);
  CHECK(text_of(once.sentence) == "Doe called the Orion move a mistake .");
  CHECK(once.claim.subject_name.first == -1);
  CHECK(once.claim.object_name.first == -1);
}

TEST_CASE("who is elsewhere is told by name alone") {
  const std::string text = "He called the move a mistake.";
  const auto sentence = split(text);
  const Finding found = finding("Mara Doe", "the move");
  const OnceMore once = once_more(found, {2, {1, 1}, {}, {2, 3}}, sentence.front(), nullptr);
  CHECK(words(once, once.claim.subject_name) == "Mara Doe");
  CHECK(once.claim.subject.first == -1);
}

TEST_CASE("of long names and sentences before only so much is read") {
  std::string name, text;
  for (int k = 0; k < 50; ++k) {
    name += (k == 0 ? "Vega" : " Vega");
    text += "word ";
  }
  const std::string next = "He called the move a mistake.";
  const auto before = split(text), sentence = split(next);
  const Finding found = finding(name, "the move");
  const OnceMore once = once_more(found, kCalled, sentence.front(), &before.front());
  CHECK(once.claim.subject_name.last == 7);
  CHECK(once.sentence.size() == 8 + 1 + 2 + 1 + 32 + 7);
}
