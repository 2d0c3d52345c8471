#include "decisions/decision_json.h"

#include "catch.h"
#include "decisions/decision_file.h"
#include "support/error.h"
#include "support/input_file.h"

using namespace newsgraph;

namespace {

std::string complaint(const std::string& line) {
  try {
    decision_from_json(line, "decisions.jsonl:3");
  } catch (const Error& error) {
    return error.message();
  }
  return {};
}

}  // namespace

TEST_CASE("a decision that was written comes back as it was, byte for byte") {
  for (
      const std::string line :
      {R"({"decision":"reject","claim":"c-0123456789abcdef","sentence":"Orla bought Pim.","subject":"Orla","relation":"owns","object":"Pim"})",
       R"({"decision":"edit","claim":"c-1","set":{"subject":"Pim","relation":"bans","object":"Orla","scope":""},"at":"2025-03-04","by":"kl","note":"turned round"})",
       R"({"decision":"accept","sentence":"Orla bought Pim."})",
       R"({"decision":"edit","edge":{"subject":"Orla","relation":"owns","object":"Pim","status":"planned"},"set":{"status":"ended"}})",
       R"({"decision":"reject","edge":{"subject":"n_orla","relation":"owns","object":"Pim"}})",
       R"({"decision":"merge","names":["Orla Ltd","Orla Group"],"into":"Orla"})",
       R"({"decision":"split","names":["Pim","Pim Inc."]})", R"({"decision":"ignore","names":["Monday"]})",
       R"({"decision":"undo","claim":"c-1"})", R"({"decision":"undo","names":["Orla Ltd"],"into":"Orla"})"}) {
    CHECK(decision_to_json(decision_from_json(line, "here")) == line);
  }
}

TEST_CASE("a line that is no decision is an error that says where, what and what to do") {
  CHECK(complaint("{") ==
        "decisions.jsonl:3: the line is no JSON: byte 2. docs/decisions.md describes the lines.");
  CHECK(complaint("<<<<<<< HEAD").find("keep the lines of both sides") != std::string::npos);
  CHECK(complaint(R"({"decision":"rejected","claim":"c-1"})").find("accept, reject, edit") !=
        std::string::npos);
  CHECK(complaint(R"({"decision":"reject"})").find("about one thing") != std::string::npos);
  CHECK(complaint(R"({"decision":"reject","claim":"c-1","names":["a"]})").find("about one thing") !=
        std::string::npos);
  CHECK(complaint(R"({"decision":"merge","claim":"c-1"})").find("is about \"names\"") != std::string::npos);
  CHECK(complaint(R"({"decision":"merge","names":["a"]})").find("into what") != std::string::npos);
  CHECK(complaint(R"({"decision":"split","names":["a"]})").find("two names") != std::string::npos);
  CHECK(complaint(R"({"decision":"edit","claim":"c-1"})").find("says nothing") != std::string::npos);
  CHECK(complaint(R"({"decision":"reject","claim":"c-1","set":{"relation":"owns"}})").find("only an edit") !=
        std::string::npos);
  CHECK(complaint(R"({"decision":"edit","claim":"c-1","set":{"relation":""}})").find("is empty") !=
        std::string::npos);
  CHECK(complaint(R"({"decision":"edit","claim":"c-1","set":{"status":"over"}})").find("asserted, planned") !=
        std::string::npos);
  CHECK(complaint(R"({"decision":"edit","claim":"c-1","set":{"object_type":"shop"}})")
            .find("person, organization") != std::string::npos);
  CHECK(
      complaint(R"({"decision":"reject","edge":{"subject":"a","relation":"owns"}})").find("needs subject") !=
      std::string::npos);
  CHECK(
      complaint(R"({"decision":"reject","claim":"c-1","commment":"x"})").find("unknown field \"commment\"") !=
      std::string::npos);
  CHECK(complaint(R"({"decision":"reject","claim":7})").find("\"claim\" is no text") != std::string::npos);
  CHECK(complaint("[1]").find("no JSON object") != std::string::npos);
  CHECK(complaint(std::string(100, '[')).find("too deeply") != std::string::npos);
}

TEST_CASE("a file of decisions names the line that is none; blank lines do not count") {
  const std::string text = "{\"decision\":\"ignore\",\"names\":[\"Monday\"]}\r\n\n{\"decision\":\"split\"}\n";
  const auto input = open_source(std::make_unique<MemorySource>(text), "d.jsonl");
  CHECK_THROWS_WITH(read_decisions(*input), Catch::Contains("about one thing"));
  const auto well = open_source(
      std::make_unique<MemorySource>(std::string_view(text).substr(0, text.find("\n\n"))), "d.jsonl");
  CHECK(read_decisions(*well).size() == 1);
}
