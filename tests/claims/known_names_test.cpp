#include "claims/prepare/prepare.h"

#include "catch.h"
#include "claims/prepare/headline_case.h"
#include "language/split/split.h"

using namespace newsgraph;

namespace {

std::vector<std::string> names_of(const Sentence& sentence, const std::string& text) {
  std::vector<std::string> names;
  for (const Name& name : sentence.names) {
    const auto begin = sentence.token(name.first).begin;
    names.push_back(text.substr(begin, sentence.token(name.last).end - begin));
  }
  return names;
}

// The sentence with the names that a recogniser would have found, given by their tokens.
Sentence named(const std::string& text, std::vector<Name> names) {
  auto sentences = split(text);
  Sentence sentence = sentences.front();
  sentence.names = std::move(names);
  add_known_names(Knowledge::built_in(), sentence);
  return sentence;
}

}  // namespace

TEST_CASE("known names are found where the recogniser is silent") {
  const std::string text = "Human Rights Watch accused Trinidad and Tobago.";
  CHECK(names_of(named(text, {}), text) ==
        std::vector<std::string>{"Human Rights Watch", "Trinidad and Tobago"});
}

TEST_CASE("a known name replaces its parts, a longer name stays") {
  const std::string text = "He praised Human Rights Watch Berlin.";
  CHECK(names_of(named(text, {{3, 4, NameType::work, 1}}), text) ==
        std::vector<std::string>{"Human Rights Watch"});
  CHECK(names_of(named(text, {{2, 5, NameType::organization, 1}}), text) ==
        std::vector<std::string>{"Human Rights Watch Berlin"});
}

TEST_CASE("what is joined by a hyphen is one name") {
  const std::string text = "They met Zor-Quill Maur and Han Tol-soo in Lima.";
  const Sentence sentence =
      named(text, {{2, 2, NameType::place, 1}, {4, 5, NameType::person, 1}, {7, 8, NameType::person, 1}});
  CHECK(names_of(sentence, text) == std::vector<std::string>{"Zor-Quill Maur", "Han Tol-soo"});
}

TEST_CASE("an owner and what he owns are two names") {
  struct Row {
    std::string text;  // all of it one name
    std::vector<std::string> names;
  };
  const auto row = GENERATE(values<Row>({
      {"Rupert Murdoch's News Corp", {"Rupert Murdoch", "News Corp"}},
      {"Lord Rothermere's Daily Mail", {"Lord Rothermere", "Daily Mail"}},
      {"Facebook's Instagram", {"Facebook", "Instagram"}},
      {"Amazon's Twitch", {"Amazon", "Twitch"}},
      {"Hollander's Wharf", {"Hollander's Wharf"}},
      {"Moody's Analytics", {"Moody's Analytics"}},
      {"St. John's College", {"St. John's College"}},
      {"Mary Quill's of Orlo", {"Mary Quill's of Orlo"}},
  }));
  Sentence sentence = split(row.text).front();
  sentence.names = {{0, sentence.size() - 1, NameType::organization, 1}};
  cut_possessors(Knowledge::built_in(), sentence);
  CHECK(names_of(sentence, row.text) == row.names);
}

TEST_CASE("triggers of headlines in title case are written small") {
  const std::string text = "Vega Slams Orion Over Delay\n\nVega Slams is a firm that bans cars.";
  auto sentences = split(text);
  REQUIRE(sentences.front().headline);
  CHECK(in_title_case(sentences.front()));
  const std::vector<std::string> triggers{"slams"};
  std::deque<std::string> forms;
  const TriggerScanner scanner(triggers);
  lower_triggers(sentences, {&scanner}, forms);
  CHECK(sentences[0].tokens[1].form == "slams");
  CHECK(sentences[1].tokens[1].form == "Slams");
}

TEST_CASE("a company named after a place is one name") {
  const std::string company = "They owned Cleveland-Cliffs.";
  CHECK(names_of(named(company, {{2, 2, NameType::place, 1}, {4, 4, NameType::place, 1}}), company) ==
        std::vector<std::string>{"Cleveland-Cliffs"});
  const std::string pair = "The Russia-Ukraine war.";
  CHECK(names_of(named(pair, {{1, 1, NameType::place, 1}, {3, 3, NameType::place, 1}}), pair).size() == 2);
}
