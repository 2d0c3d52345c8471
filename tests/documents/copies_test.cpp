#include "documents/copies.h"

#include <algorithm>

#include "catch.h"
#include "documents/collected.h"

using namespace newsgraph;

namespace {

bool alike(std::string_view a, std::string_view b) {
  return are_alike(sketch_of(a), sketch_of(b));
}

constexpr const char* kBan =
    "Norland banned Tabbia on Tuesday. The ministry said that the app collects too much of what its users "
    "write, and gave the company until June to leave. Tabbia called the order a mistake and will appeal.";

}  // namespace

TEST_CASE("texts are alike where much of them is the same") {
  const std::string ban = kBan;
  CHECK(alike(ban, ban));
  CHECK(alike(ban, "Update. " + ban +
                       " A court will hear it on Monday, its spokeswoman told reporters in the evening."));
  CHECK(alike("Norland bans an app", "Norland bans an app"));
  CHECK_FALSE(
      alike(ban,
            "Orlo Group bought Pim Works for two billion crowns, both companies said on Wednesday. The "
            "sale needs the consent of the ministry, which said that it would decide in June."));
  CHECK_FALSE(alike("", ""));
}

TEST_CASE("of the copies of one article the newest is handed on, whatever the order") {
  const auto line = [](const std::string& fields, const std::string& more) {
    return "{" + fields + R"(, "text": ")" + kBan + more + "\"}\n";
  };
  const std::string old_url = R"("url": "https://n.example/a", "title": "T", "date": "2026-05-04")";
  const std::string new_url = R"("url": "https://n.example/a", "title": "T", "date": "2026-05-05")";
  const std::string changed = old_url + R"(, "modified": "2026-05-04T12:00:00Z")";
  const std::string changed_later = old_url + R"(, "dateModified": "2026-05-04T15:00:00+02:00")";
  const std::string old_id = R"("id": "a1", "date": "2026-05-04")";
  const std::string new_id = R"("id": "a1", "date": "2026-05-06")";
  const std::string other_page =
      R"({"url": "https://n.example/a", "date": "2026-05-01", "text": "Orlo owns Pim."})";
  const struct {
    const char* what;
    std::string lines;
    std::vector<bool> replaces;  // of the documents that are handed on
    std::uint64_t older;
  } rows[] = {
      {"a newer one with the same address", line(old_url, "") + line(new_url, " More."), {false, true}, 0},
      {"an older one", line(new_url, "") + line(old_url, " More."), {false}, 1},
      {"changed later", line(changed, "") + line(changed_later, " More."), {false, true}, 0},
      {"changed before", line(changed_later, "") + line(changed, " More."), {false}, 1},
      {"with an id", line(old_id, "") + line(new_id, " More."), {false, true}, 0},
      {"older with an id", line(new_id, "") + line(old_id, " More."), {false}, 1},
      {"three of them", line(old_id, "") + line(new_id, " A.") + line(old_id, " B."), {false, true}, 1},
      {"of one day nobody can tell", line(old_url, "") + line(old_url, " More."), {false, false}, 0},
      {"another text with the same address", line(new_url, "") + other_page + "\n", {false, false}, 0},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const Collected read = collect_file("t.jsonl", row.lines);
    std::vector<bool> replaces;
    for (const Document& document : read.documents) replaces.push_back(!document.replaces.empty());
    CHECK(replaces == row.replaces);
    CHECK(read.report.older == row.older);
    CHECK(read.report.outdated ==
          static_cast<std::uint64_t>(std::count(replaces.begin(), replaces.end(), true)));
    if (replaces.size() > 1 && replaces[1]) CHECK(read.documents[1].replaces == read.documents[0].id);
  }
}

TEST_CASE("a newer copy takes the id that the article brought along") {
  const Collected read = collect_file(
      "t.jsonl", std::string(R"({"id": "a1", "date": "2026-05-04", "text": ")") + kBan + R"("})" + "\n" +
                     R"({"id": "a1", "date": "2026-05-06", "text": ")" + kBan + R"( More."})" + "\n");
  REQUIRE(read.documents.size() == 2);
  CHECK(read.documents[1].id == "a1");
  CHECK(read.report.warnings.empty());
}
