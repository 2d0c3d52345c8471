// The recogniser of names that is built into the program, on sentences of the kinds that news has.
#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "language/analyzer.h"
#include "language/document_names.h"
#include "language/model.h"

using namespace newsgraph;

namespace {

// Words parted by spaces, as one sentence; it points into `words`.
Sentence sentence_of(std::string_view words) {
  Sentence sentence;
  std::size_t begin = 0;
  while (begin < words.size()) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    token.form = words.substr(begin, end - begin);
    sentence.tokens.push_back(token);
    begin = end + 1;
  }
  return sentence;
}

std::string text_of(const Sentence& sentence, const Name& name) {
  std::string text;
  for (std::int32_t i = name.first; i <= name.last; ++i) {
    text += (i > name.first ? " " : "") + std::string(sentence.tokens[static_cast<std::size_t>(i)].form);
  }
  return text;
}

using Found = std::vector<std::string>;

// "Norway/place" for each name, in order.
Found found_in(const Sentence& sentence) {
  Found out;
  for (const Name& name : sentence.names) {
    out.push_back(text_of(sentence, name) + "/" + std::string(to_string(name.type)));
    CHECK(name.confidence > 0);
    CHECK(name.confidence <= 1);
  }
  return out;
}

void name_all(std::vector<Sentence>& document) {
  std::vector<Sentence*> sentences;
  for (Sentence& s : document) sentences.push_back(&s);
  Analyzer(Model::built_in()).name(sentences);
}

Found names_in(const std::string& text) {
  std::vector<Sentence> document;
  document.push_back(sentence_of(text));
  name_all(document);
  return found_in(document[0]);
}

bool contains(const Found& found, const std::string& name) {
  return std::find(found.begin(), found.end(), name) != found.end();
}

}  // namespace

TEST_CASE("names of news have their types") {
  const Found found =
      names_in("Angela Merkel met the Chinese ambassador to Germany in Berlin , Reuters reported .");
  CHECK(found == Found{"Angela Merkel/person", "Chinese/group", "Germany/place", "Berlin/place",
                       "Reuters/organization"});
}

TEST_CASE("a headline in capitals has names") {
  const Found found = names_in("FRANCE CONDEMNS ATTACK ON CANADIAN EMBASSY IN SOMALIA");
  CHECK(contains(found, "FRANCE/place"));
  CHECK(contains(found, "CANADIAN/group"));
  CHECK(contains(found, "SOMALIA/place"));
  CHECK(found.size() <= 4);
}

TEST_CASE("a headline that capitalises every word is not one long name") {
  const Found found = names_in("Australia Bans Popular Phone Maker From Government Networks in Canberra");
  CHECK(contains(found, "Australia/place"));
  CHECK(contains(found, "Canberra/place"));
  CHECK(found.size() <= 3);
}

TEST_CASE("small initial letters do not hide a name") {
  CHECK(contains(names_in("He sold his iPhone to a friend of the family ."), "iPhone/product"));
  CHECK(contains(names_in("The attack was claimed by al - Qaeda in Yemen ."), "al - Qaeda/organization"));
  CHECK(contains(names_in("General Charles de Gaulle spoke in London ."), "Charles de Gaulle/person"));
  CHECK(contains(names_in("the president of france left for germany ."), "france/place"));
}

TEST_CASE("a trademark sign is no part of a name") {
  CHECK(contains(names_in("Northwind Motors ™ , a subsidiary of Acme Enterprises , was sold ."),
                 "Northwind Motors/organization"));
}

TEST_CASE("sentences without names have none") {
  CHECK(names_in("The price of bread rose by 3 % on Monday .").empty());
  CHECK(names_in("Ministers said that the talks had failed .").empty());
  CHECK(names_in(".").empty());
}

TEST_CASE("a document agrees on a surname") {
  std::vector<Sentence> document;
  document.push_back(sentence_of("The suspect , Peter Paris , was arrested in Ohio ."));
  document.push_back(sentence_of("Paris denied it ."));
  name_all(document);
  CHECK(contains(found_in(document[0]), "Peter Paris/person"));
  CHECK(found_in(document[1]) == Found{"Paris/person"});
}

TEST_CASE("a document that is named in steps agrees as one that is named at once") {
  const std::vector<std::string> texts{"Paris denied it .",
                                       "The suspect , Peter Paris , was arrested in Ohio .",
                                       "A judge in Paris , Ohio , will hear him ."};
  std::vector<Sentence> once, steps;
  for (const std::string& text : texts) {
    once.push_back(sentence_of(text));
    steps.push_back(sentence_of(text));
    once.back().begin = steps.back().begin = static_cast<std::uint32_t>(100 * once.size());
  }
  name_all(once);
  Analyzer analyzer(Model::built_in());
  DocumentNames names(analyzer);
  for (const std::size_t s : {2U, 0U, 1U}) {
    Sentence* sentence = &steps[s];
    names.add({&sentence, 1});
  }
  for (std::size_t s = 0; s < texts.size(); ++s) {
    CHECK(found_in(steps[s]) == found_in(once[s]));
    CHECK(steps[s].layers.named);
  }
  CHECK(found_in(steps[0]) == Found{"Paris/person"});
}

TEST_CASE("names lie within the sentence, in order, apart") {
  std::string text;
  for (int i = 0; i < 1500; ++i)
    text += (i > 0 ? " " : "") + std::string(i % 3 == 0 ? "United" : i % 3 == 1 ? "Nations" : "and");
  std::vector<Sentence> document;
  document.push_back(sentence_of(text));
  name_all(document);
  std::int32_t next = 0;
  for (const Name& name : document[0].names) {
    CHECK(name.first >= next);
    CHECK(name.last >= name.first);
    next = name.last + 1;
  }
  CHECK(next <= 1500);
  CHECK(document[0].names.size() > 10);
  CHECK(document[0].layers.named);
}

TEST_CASE("named sentences are left alone") {
  std::vector<Sentence> document;
  document.push_back(sentence_of("Norway bans the app ."));
  document[0].layers.named = true;
  name_all(document);
  CHECK(document[0].names.empty());
}

TEST_CASE("names after parsing are those without it") {
  const std::vector<std::string> texts{"Norway bans the app .", "SOME OTHER HEADLINE ABOUT NORWAY",
                                       "The suspect , Peter Paris , was arrested in Ohio ."};
  std::vector<Sentence> named, parsed;
  std::vector<Sentence*> pointers;
  for (const std::string& text : texts) {
    named.push_back(sentence_of(text));
    parsed.push_back(sentence_of(text));
  }
  name_all(named);
  for (Sentence& sentence : parsed) pointers.push_back(&sentence);
  Analyzer analyzer(Model::built_in());
  analyzer.parse(pointers);
  CHECK(parsed[0].names.empty());
  analyzer.name(pointers);
  for (std::size_t s = 0; s < texts.size(); ++s) CHECK(found_in(parsed[s]) == found_in(named[s]));
}
