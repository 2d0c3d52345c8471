#include "claims/discourse/naming.h"

#include "catch.h"

using namespace newsgraph;

TEST_CASE("the words of a name leave out articles, dots and company suffixes") {
  CHECK(name_words("The Orion Group Inc.") == std::vector<std::string>{"orion"});
  CHECK(name_words("Banco Sol S.A.") == std::vector<std::string>{"banco", "sol"});
  CHECK(name_words("Ministry of Trade") == std::vector<std::string>{"ministry", "trade"});
  CHECK_FALSE(name_words("Group").empty());
}

TEST_CASE("acronyms with and without small words") {
  CHECK(is_acronym("IAEA", "International Atomic Energy Agency"));
  CHECK(is_acronym("U.N.", "United Nations"));
  CHECK(is_acronym("DARE", "Department of Agriculture, Resources and Energy"));
  CHECK_FALSE(is_acronym("DAR", "Department of Agriculture, Resources and Energy"));
  CHECK_FALSE(is_acronym("IBM", "International Atomic Energy Agency"));
  CHECK_FALSE(is_acronym("Iaea", "International Atomic Energy Agency"));
  CHECK_FALSE(is_acronym("A", "Apple"));
}

TEST_CASE("a surname shortens a person's name, a first word an organisation's") {
  CHECK(shortens({"okafor"}, {"ngozi", "okafor"}, NameType::person));
  CHECK_FALSE(shortens({"ngozi"}, {"ngozi", "okafor"}, NameType::person));
  CHECK(shortens({"santander"}, {"santander", "central", "hispano"}, NameType::organization));
  CHECK_FALSE(shortens({"hispano"}, {"santander", "central", "hispano"}, NameType::organization));
  CHECK_FALSE(shortens({"guinea"}, {"guinea", "bissau"}, NameType::place));
  CHECK_FALSE(shortens({}, {"orion"}, NameType::organization));
}
