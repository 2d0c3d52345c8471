#include "decisions/decision_log.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "catch.h"
#include "decisions/decision_file.h"
#include "support/error.h"

using namespace newsgraph;

namespace {

struct Folder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("decision-log-" + std::to_string(::getpid()));
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
};

Decision ignoring(const std::string& name) {
  Decision decision;
  decision.verb = Verb::ignore;
  decision.matter = Matter::names;
  decision.names = {name};
  return decision;
}

}  // namespace

TEST_CASE("decisions are appended, and what was there stays, with or without its line end") {
  const Folder folder;
  const std::string file = (folder.path / "decisions.jsonl").string();
  std::ofstream(file) << R"({"decision":"ignore","names":["Monday"]})";
  DecisionLog(file).append(ignoring("Tuesday"));
  DecisionLog(file).append(ignoring("Friday"));
  const auto all = load_decisions(file);
  REQUIRE(all.size() == 3);
  CHECK(all[0].names.front() == "Monday");
  CHECK(all[2] == ignoring("Friday"));
}

TEST_CASE("two programs do not append to one file at once") {
  const Folder folder;
  const std::string file = (folder.path / "decisions.jsonl").string();
  const DecisionLog first(file);
  CHECK_THROWS_WITH(DecisionLog(file), Catch::Contains("another program"));
}

TEST_CASE("a file that cannot be appended to is an error") {
  const Folder folder;
  CHECK_THROWS_AS(DecisionLog(folder.path.string()), Error);
  CHECK_THROWS_AS(DecisionLog((folder.path / "missing" / "d.jsonl").string()), Error);
}
