#include "language/sentence/labels.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "catch.h"

using namespace newsgraph;

namespace {

// Every label reads back as itself, and no two are the same.
template <typename Label>
void check_all(int count, std::optional<Label> (*parse)(std::string_view) noexcept) {
  std::set<std::string> seen;
  for (int i = 0; i < count; ++i) {
    const auto label = static_cast<Label>(i);
    CHECK(parse(to_string(label)) == label);
    CHECK(seen.insert(std::string(to_string(label))).second);
  }
  CHECK_FALSE(parse("nothing of the kind").has_value());
  CHECK_FALSE(parse("").has_value());
}

}  // namespace

TEST_CASE("Labels read back as themselves") {
  check_all<Upos>(kUposCount, parse_upos);
  check_all<Xpos>(kXposCount, parse_xpos);
  check_all<Deprel>(kDeprelCount, parse_deprel);
  check_all<NameType>(kNameTypeCount, parse_name_type);
}

TEST_CASE("Labels are written as the treebanks write them") {
  CHECK(to_string(Upos::propn) == "PROPN");
  CHECK(to_string(Xpos::prp_poss) == "PRP$");
  CHECK(to_string(Xpos::quote_open) == "``");
  CHECK(to_string(Deprel::nsubj_pass) == "nsubj:pass");
  CHECK(to_string(NameType::organization) == "organization");
}

TEST_CASE("A relation without its subtype is the universal one") {
  CHECK(universal(Deprel::nsubj_pass) == Deprel::nsubj);
  CHECK(universal(Deprel::acl_relcl) == Deprel::acl);
  CHECK(universal(Deprel::obj) == Deprel::obj);
}
