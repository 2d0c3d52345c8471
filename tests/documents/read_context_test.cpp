#include "catch.h"
#include "documents/collected.h"

using namespace newsgraph;

TEST_CASE("the same text twice is one document") {
  const TemporaryFolder folder;
  const Collected all =
      collect({folder.write("a.txt", "The same text."), folder.write("b.txt", "The same text."),
               folder.write("c.txt", "Another text.")});
  CHECK(all.documents.size() == 2);
  CHECK(all.report.documents == 2);
  CHECK(all.report.duplicates == 1);
}

TEST_CASE("an article keeps its own id; a clash is told apart and named") {
  const Collected all = collect_file("a.jsonl", R"({"id":"7","text":"One."}
{"id":"7","text":"Two."}
{"id":8,"text":"Three."}
)");
  REQUIRE(all.documents.size() == 3);
  CHECK(all.documents[0].id == "7");
  CHECK(all.documents[1].id.starts_with("7-"));
  CHECK(all.documents[2].id == "8");
  REQUIRE(all.report.warnings.size() == 1);
  CHECK(all.report.warnings[0].find("a.jsonl:2") != std::string::npos);
}

TEST_CASE("clashes of ids beyond twenty are counted, not listed") {
  std::string lines;
  for (int i = 0; i < 31; ++i) lines += R"({"id":"7","text":"Number )" + std::to_string(i) + ".\"}\n";
  const Collected all = collect_file("a.jsonl", lines);
  CHECK(all.documents.size() == 31);
  REQUIRE(all.report.warnings.size() == 21);
  CHECK(all.report.warnings[19].find("a.jsonl:21") != std::string::npos);
  CHECK(all.report.warnings[20].ends_with(": 10"));
}

TEST_CASE("an id made from the text depends on the text only") {
  const std::string first = collect_file("a.txt", "Some text.").documents.at(0).id;
  CHECK(collect_file("b/c.jsonl", R"({"text":"Some text."})").documents.at(0).id == first);
  CHECK(collect_file("a.txt", "Some other text.").documents.at(0).id != first);
}

TEST_CASE("unreadable dates are counted") {
  const Collected all = collect_file("a.jsonl", R"({"text":"One.","date":"03/04/2023"}
{"text":"Two.","date":"2023-04-03"}
{"text":"Three."}
)");
  CHECK(all.report.unread_dates == 1);
  CHECK(all.documents.at(0).date.empty());
  CHECK(all.documents.at(1).date == "2023-04-03");
}
