#include <string>

#include "catch.h"
#include "knowledge/name_key.h"

using namespace newsgraph;

namespace {

std::string words(const char* name) {
  return std::string(NameKey(name).words());
}
std::string lookup(const char* name) {
  return std::string(NameKey(name).lookup());
}

}  // namespace

TEST_CASE("spellings of one name have one key") {
  CHECK(words("U.S.") == "us");
  CHECK(words("the United Kingdom") == "united-kingdom");
  CHECK(words("China's") == "china");
  CHECK(words("China’s") == "china");
  CHECK(words("Côte d’Ivoire") == words("Cote d'Ivoire"));
  CHECK(words("Recep Tayyip Erdoğan") == "recep-tayyip-erdogan");
  CHECK(words("Radosław") == "radoslaw");
  CHECK(words("J. K. Rowling") == words("J.K. Rowling"));
  CHECK(words("JK Rowling") == words("J.K. Rowling"));
  CHECK(words("Johnson & Johnson") == words("Johnson and Johnson"));
  CHECK(words("  Al  Qaeda ") == words("al-Qaeda"));
  CHECK(words("AT&T") == "at-t");
}

TEST_CASE("a name that differs has another key") {
  CHECK(words("Niger") != words("Nigeria"));
  CHECK(words("George W. Bush") != words("George Bush"));
  CHECK(words("Therese") == "therese");  // "The" is only dropped as a word
  CHECK(words("The") == "the");
}

TEST_CASE("case tells acronyms, names and common words apart") {
  CHECK(lookup("US") != lookup("us"));
  CHECK(lookup("US") != lookup("Us"));
  CHECK(lookup("U.S.") == lookup("US"));
  CHECK(lookup("Apple") != lookup("apple"));
  CHECK(lookup("NATO") == lookup("Nato"));
  CHECK(lookup("CHINA") == lookup("China"));
}

TEST_CASE("a name without letters has an empty key") {
  CHECK(NameKey("").empty());
  CHECK(NameKey(" – ").empty());
  CHECK(NameKey("'").empty());
  CHECK_FALSE(NameKey("50501").empty());
}

TEST_CASE("scripts without case and long names have keys, too") {
  CHECK(words("字节跳动") != words("字节"));
  const std::string name(1000, 'x');
  CHECK(NameKey(name).words() == name);
}
