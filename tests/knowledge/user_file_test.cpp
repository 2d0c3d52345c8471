// A user's file over the built-in tables.
#include <algorithm>
#include <string>

#include "catch.h"
#include "knowledge/knowledge.h"
#include "knowledge/knowledge_file.h"
#include "support/error.h"
#include "support/temporary_folder.h"

using namespace newsgraph;

namespace {

class UserFile {
 public:
  explicit UserFile(const std::string& json) : path_(folder_.write("my.json", json)) {}
  Knowledge load() const { return Knowledge::with_user_file(path_); }
  std::vector<KnowledgeProblem> check() const { return check_knowledge_file(path_); }

 private:
  TemporaryFolder folder_;
  std::string path_;
};

std::string id_of(const KnownEntity* entity) {
  return entity == nullptr ? "" : entity->id;
}

}  // namespace

TEST_CASE("a file adds entities and names") {
  const Knowledge known = UserFile(R"({"entities": [
    {"name": "Quillon Works", "type": "organization", "aliases": ["QW"], "represents": ["france"]},
    {"name": "TikTok", "aliases": ["the clock app"]}]})")
                              .load();
  CHECK(id_of(known.unambiguous("Quillon Works")) == "quillon-works");
  CHECK(id_of(known.unambiguous("QW")) == "quillon-works");
  CHECK(id_of(known.state_of(*known.find("quillon-works"))) == "france");
  CHECK(id_of(known.unambiguous("the clock app")) == "tiktok");
  CHECK(known.find("tiktok")->type == "product");
}

TEST_CASE("what the file says about a name wins") {
  const Knowledge known =
      UserFile(R"({"entities": [{"id": "washington-person", "name": "Washington", "type": "person"}]})")
          .load();
  REQUIRE(known.look_up("Washington").size() == 1);
  CHECK(known.look_up("Washington")[0].entity->id == "washington-person");
  CHECK(known.state("Washington", true) == nullptr);
  CHECK_FALSE(known.ambiguous("Washington"));
}

TEST_CASE("a name that the file marks ambiguous keeps its other meanings") {
  const Knowledge known =
      UserFile(R"({"entities": [{"id": "paris-person", "name": "Paris", "type": "person"}],
    "ambiguous": ["Paris"]})")
          .load();
  CHECK(known.look_up("Paris").size() == 3);  // the person, the city, its state
  CHECK(known.ambiguous("Paris"));
}

TEST_CASE("an entity is renamed, retyped and linked anew") {
  const Knowledge known =
      UserFile(
          R"({"entities": [{"id": "twitter", "name": "X", "type": "organization"}, {"id": "hong-kong", "part_of": []}]})")
          .load();
  CHECK(known.find("twitter")->name == "X");
  CHECK(known.find("twitter")->type == "organization");
  CHECK(id_of(known.unambiguous("Twitter")) == "twitter");
}

TEST_CASE("two names are made one, by id or name") {
  const Knowledge known = UserFile(R"({"entities": [
    {"name": "Lark Technologies", "same_as": "bytedance"}, {"name": "Toutiao Group", "same_as": "ByteDance"}]})")
                              .load();
  CHECK(id_of(known.unambiguous("Lark Technologies")) == "bytedance");
  CHECK(id_of(known.unambiguous("Toutiao Group")) == "bytedance");
  CHECK(known.find("lark-technologies") == nullptr);
  CHECK(known.find("bytedance")->name == "ByteDance");
}

TEST_CASE("one entity is made two") {
  const Knowledge known =
      UserFile(R"({"never_merge": [["ByteDance", "Bytedance"], ["Kiev", "Kyiv"]]})").load();
  CHECK(known.never_merge("Kyiv", "Kiev"));
  CHECK(known.never_merge("Kiev", "Kyiv"));
  CHECK_FALSE(known.never_merge("Kyiv", "ByteDance"));
  CHECK(id_of(known.unambiguous("Kyiv")) == "kyiv");
  CHECK(known.unambiguous("Kiev") == nullptr);
}

TEST_CASE("names are ignored and marked ambiguous") {
  const Knowledge known = UserFile(R"({"ignore": ["Staff Reporter"], "ambiguous": ["France"]})").load();
  CHECK(known.ignored("Staff Reporter"));
  CHECK_FALSE(known.ignored("Reporter"));
  CHECK(known.unambiguous("France") == nullptr);
  CHECK(id_of(known.state("France")) == "france");
}

TEST_CASE("what does not fit the tables is an error with file and line") {
  const UserFile file(
      "{\"entities\": [\n{\"name\": \"Quillon\", \"type\": \"organization\", \"part_of\": [\"nowhere\"]},\n"
      "{\"name\": \"Nobody\", \"same_as\": \"nobody-knows\"},\n{\"name\": \"Untyped\"}]}");
  const auto problems = file.check();
  REQUIRE(problems.size() == 3);
  const auto has = [&](const char* line, const char* what) {
    return std::any_of(problems.begin(), problems.end(), [&](const KnowledgeProblem& problem) {
      return problem.where.ends_with(line) && problem.what.find(what) != std::string::npos &&
             !problem.remedy.empty();
    });
  };
  CHECK(has("my.json:2", "nowhere"));
  CHECK(has("my.json:3", "nobody-knows"));
  CHECK(has("my.json:4", "type"));
  CHECK_THROWS_AS(file.load(), UsageError);
  CHECK(UserFile("{}").check().empty());
}

TEST_CASE("a later text lies over an earlier one") {
  const Knowledge::Source sources[] = {
      {R"({"entities": [{"name": "Zed", "type": "person"}, {"name": "Zed Land", "type": "place", "aliases": ["Zedia"]}]})",
       "a"},
      {R"({"entities": [{"name": "Zedia", "id": "zedia-firm", "type": "organization"}]})", "b"}};
  const Knowledge known = Knowledge::from_json(sources);
  REQUIRE(known.look_up("Zedia").size() == 1);
  CHECK(known.look_up("Zedia")[0].entity->id == "zedia-firm");
  CHECK(known.look_up("France").empty());
}
