#include "claims/claim_json.h"

#include "catch.h"
#include "claims/claim_csv.h"
#include "support/error.h"

using namespace newsgraph;

namespace {

Claim full_claim() {
  Claim claim;
  claim.id = "c-0123456789abcdef";
  claim.document = {"d-1", "A \"title\"\n", "2023-03-16", "https://example.org/a?b=1&c=2"};
  claim.subject = {"United Kingdom",  "place", "The UK", "n_united-kingdom",
                   {"Britain", "UK"}, true,    {10, 16}};
  claim.relation = "bans";
  claim.object = {"TikTok", "product", "the app", "n_tiktok", {}, true, {24, 31}};
  claim.status = Status::planned;
  claim.scope = "on government devices";
  claim.speaker = Argument{"Oliver Dowden", "person", "he", "n_oliver-dowden", {}, true, {1, 3}};
  claim.confidence = 0.93;
  claim.trigger = Trigger{"ban", {20, 23}};
  claim.rule = "verb:ban";
  claim.evidence = {"The UK will ban the app \xF0\x9F\x98\x80.", {10, 40}};
  return claim;
}

std::string complaint(const std::string& line) {
  try {
    claim_from_json(line, "claims.jsonl:7");
  } catch (const Error& error) {
    CHECK(error.where() == "claims.jsonl:7");
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("A claim that is written and read is the same, byte for byte") {
  const std::string line = claim_to_json(full_claim());
  CHECK(line.find('\n') == std::string::npos);
  const std::optional<Claim> read = claim_from_json(line, "x:1");
  REQUIRE(read);
  CHECK(claim_to_json(*read) == line);
  CHECK(read->subject.aliases == std::vector<std::string>{"Britain", "UK"});
  CHECK(read->trigger->extent == Extent{20, 23});
  CHECK(read->status == Status::planned);
}

TEST_CASE("A rejected claim is dropped") {
  CHECK_FALSE(claim_from_json(R"({"verdict": "reject", "subject": 7})", "x:1"));
  CHECK(claim_from_json(R"({"verdict": "ok", "subject": "A", "relation": "owns", "object": "B"})", "x:1"));
}

TEST_CASE("Three plain strings are a claim") {
  const auto claim =
      claim_from_json(R"({"subject": "A", "relation": "owns", "object": "B", "extra": [1]})", "x:1");
  REQUIRE(claim);
  CHECK(claim->subject.name == "A");
  CHECK(claim->subject.named);
  CHECK(claim->status == Status::asserted);
  CHECK(claim->confidence == 1);
  CHECK(claim->id.size() == 18);
}

TEST_CASE("Every fault is named with its line") {
  CHECK(complaint("{") == "the claim is no JSON: byte 2 of the line");
  CHECK(complaint("[]") == "the claim is no JSON object");
  CHECK(complaint(std::string(100, '[')) == "the claim is nested too deeply");
  CHECK(complaint(R"({"relation": "owns", "object": "B"})") == "the claim has no \"subject\"");
  CHECK(complaint(R"({"subject": "A", "object": "B"})") == "the claim has no \"relation\"");
  CHECK(complaint(R"({"subject": 3, "relation": "owns", "object": "B"})") ==
        "the claim has a \"subject\" that is neither a text nor an object");
  CHECK(complaint(R"({"subject": {"name": "A", "type": "planet"}, "relation": "owns", "object": "B"})") ==
        "the claim has a subject of unknown type \"planet\"");
  CHECK(complaint(R"({"subject": {"name": "A", "start": -1}, "relation": "owns", "object": "B"})") ==
        "the claim has a \"subject\" whose \"start\" is no byte offset");
  CHECK(complaint(R"({"subject": {"name": "A", "start": 5, "end": 4}, "relation": "owns", "object": "B"})") ==
        "the claim has a \"subject\" that ends before it starts");
  CHECK(complaint(R"({"subject": "A", "relation": "owns", "object": "B", "status": "maybe"})") ==
        "the claim has the unknown status \"maybe\"; it is asserted, planned, ended or denied");
  CHECK(complaint(R"({"subject": "A", "relation": "owns", "object": "B", "confidence": 2})") ==
        "the claim has a \"confidence\" that is no number from 0 to 1");
}

TEST_CASE("A cell that a spreadsheet would run is made harmless, and quotes are doubled") {
  CHECK(csv_cell("plain") == "plain");
  CHECK(csv_cell("=1+1") == "'=1+1");
  CHECK(csv_cell("-2") == "'-2");
  CHECK(csv_cell("@x") == "'@x");
  CHECK(csv_cell("a, \"b\"") == "\"a, \"\"b\"\"\"");
  CHECK(csv_cell("two\nlines") == "\"two\nlines\"");
}
