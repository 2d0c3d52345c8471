#include "language/sentence/capitals.h"

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"

using namespace newsgraph;

namespace {

Capitals of(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) words.push_back(word);
  std::vector<Token> tokens(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) tokens[i].form = words[i];
  return capitals_of(tokens);
}

}  // namespace

TEST_CASE("capitals of sentences and headlines are told apart") {
  const auto [text, wanted] = GENERATE(table<std::string, Capitals>({
      {"Norway bans the app from its ministries .", Capitals::normal},
      {"NATO and the EU met in Brussels", Capitals::normal},
      {"Norway Bans Popular Video App From Its Ministries", Capitals::every_word},
      {"Senate Of Poland Condemns Attack on Kyiv", Capitals::every_word},
      {"NORWAY BANS APP FROM MINISTRIES", Capitals::uninformative},
      {"ÉTAT D' URGENCE EN ÎLE DE FRANCE", Capitals::uninformative},
      {"norway bans the app , says oslo", Capitals::uninformative},
      {"NORWAY BANS", Capitals::normal},
      {"", Capitals::normal},
      {"12 % , 13 % !", Capitals::normal},
  }));
  INFO(text);
  CHECK(of(text) == wanted);
}
