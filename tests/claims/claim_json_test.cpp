#include "claims/record/claim_json.h"

#include "catch.h"
#include "claims/record/claim_csv.h"
#include "claims/record/claim_table.h"
#include "support/error.h"
#include "support/input_file.h"

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
  CHECK(claim_from_json(R"({"verdict": "", "subject": "A", "relation": "owns", "object": "B"})", "x:1"));
}

TEST_CASE("An accepted claim stays accepted, and a verdict that there is not is said") {
  const std::string line = R"({"subject": "A", "relation": "owns", "object": "B", "verdict": "accept"})";
  CHECK(claim_to_json(*claim_from_json(line, "x:1")).ends_with(R"(,"verdict":"accept"})"));
  CHECK(complaint(R"({"verdict": "rejected", "subject": "A", "relation": "owns", "object": "B"})") ==
        "the claim has the unknown verdict \"rejected\"; it is accept or reject. Did you mean \"reject\"?");
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
        "the claim has a subject of unknown type \"planet\". Did you mean \"place\"?");
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
  CHECK(csv_cell("  =1") == "'  =1");
  CHECK(without_guard(csv_cell("'  =1")) == "'  =1");
  CHECK(csv_cell("  1") == "  1");
  CHECK(csv_cell("a, \"b\"") == "\"a, \"\"b\"\"\"");
  CHECK(csv_cell("two\nlines") == "\"two\nlines\"");
}

namespace {

// The claim of a table with this header and this row.
std::optional<Claim> claim_of(const std::string& header, const std::string& row, char delimiter = ',') {
  const std::string text = header + row;
  const auto input = open_source(std::make_unique<MemorySource>(text), "claims.csv");
  TableSource source(*input, delimiter, Limits());
  TableRow cells;
  REQUIRE(source.next(cells));
  const ClaimTable table(cells.fields, "claims.csv");
  CHECK(table.unused().empty());
  REQUIRE(source.next(cells));
  return table.read(cells, "claims.csv:2");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("A claim goes through a table without loss") {
  Claim claim = full_claim();
  claim.document.title = "'=1+1";
  claim.verdict = "accept";
  claim.object.named = false;
  const auto read = claim_of(claim_csv_header(), claim_to_csv(claim));
  REQUIRE(read);
  CHECK(claim_to_json(*read) == claim_to_json(claim));
}

TEST_CASE("What a spreadsheet does to a table changes nothing") {
  const Claim claim = full_claim();
  std::string header = claim_csv_header();
  std::string row = claim_to_csv(claim);
  for (const auto& [from, to] :
       {std::pair("2023-03-16", "16.03.23"), {",0.93,", ",\"0,93\","}, {",true,true,", ",TRUE,WAHR,"}})
    row = replaced(row, from, to);
  CHECK(claim_to_json(*claim_of(header, row)) == claim_to_json(claim));
}

TEST_CASE("What a person changes in a table is taken over, and the entity with it") {
  const Claim claim = full_claim();
  const std::string row = replaced(claim_to_csv(claim), ",bans,TikTok,", ",owns,Orla,");
  const auto read = claim_of(claim_csv_header(), row);
  CHECK(read->id == claim.id);
  CHECK(read->relation == "owns");
  CHECK(read->object.name == "Orla");
  CHECK(read->object.entity.empty());
  CHECK(read->object.text == "the app");
  CHECK(read->object.extent == claim.object.extent);
  CHECK(read->subject.entity == "n_united-kingdom");
  CHECK_FALSE(claim_of(claim_csv_header(), "Reject" + claim_to_csv(claim)));
  CHECK_THROWS_WITH(claim_of(claim_csv_header(), "no" + claim_to_csv(claim)),
                    Catch::Contains("accept or reject"));
}

TEST_CASE("Details that are none are said") {
  CHECK_THROWS_WITH(claim_of("source,relation,target,details\n", "A,owns,B,[\n"),
                    Catch::Contains("no JSON object"));
}
