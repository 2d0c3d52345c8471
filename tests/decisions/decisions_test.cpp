#include "decisions/decisions.h"

#include "catch.h"
#include "decisions/decision_json.h"

using namespace newsgraph;

namespace {

Decisions decided(const std::vector<std::string>& lines) {
  std::vector<Decision> decisions;
  for (const std::string& line : lines) decisions.push_back(decision_from_json(line, "test"));
  return Decisions(std::move(decisions));
}

constexpr Decisions::Saying kOrla{"c-1", "Orla bought  Pim\nin May.", "Orla", "Orla Group", "owns", "Pim",
                                  "Pim"};

Verb verb_about(const Decisions& decisions, const Decisions::Saying& saying) {
  const Decision* found = decisions.about(saying);
  REQUIRE(found != nullptr);
  return found->verb;
}

}  // namespace

TEST_CASE("a claim is found by its id, and by its sentence where it has another id") {
  const Decisions decisions = decided(
      {R"({"decision":"reject","claim":"c-9","sentence":"Orla bought Pim in May.","subject":"Orla","relation":"owns","object":"Pim"})"});
  CHECK(verb_about(decisions, kOrla) == Verb::reject);
  Decisions::Saying other = kOrla;
  other.relation = "bans";
  CHECK(decisions.about(other) == nullptr);
  other = kOrla;
  other.object = other.object_name = "Quux";
  CHECK(decisions.about(other) == nullptr);
  other = {"c-9", "Another sentence.", "x", "x", "bans", "y", "y"};
  CHECK(verb_about(decisions, other) == Verb::reject);
}

TEST_CASE("names stand for arguments, and what is not said is not asked for") {
  const Decisions decisions =
      decided({R"({"decision":"accept","sentence":"Orla bought Pim in May.","subject":"Orla Group"})"});
  CHECK(verb_about(decisions, kOrla) == Verb::accept);
}

TEST_CASE("the last decision about a matter counts, the id before the sentence, and undo takes it back") {
  const std::string reject = R"({"decision":"reject","claim":"c-1"})";
  const std::string accept = R"({"decision":"accept","claim":"c-1"})";
  const std::string undo = R"({"decision":"undo","claim":"c-1"})";
  CHECK(verb_about(decided({reject, accept}), kOrla) == Verb::accept);
  CHECK(verb_about(decided({accept, reject}), kOrla) == Verb::reject);
  CHECK(decided({reject, undo}).about(kOrla) == nullptr);
  CHECK(decided({reject, undo}).empty());
  CHECK(verb_about(decided({reject, undo, accept}), kOrla) == Verb::accept);
  CHECK(verb_about(decided({reject, R"({"decision":"accept","sentence":"Orla bought Pim in May."})"}),
                   kOrla) == Verb::reject);
}

TEST_CASE("of several that fit a sentence the last counts") {
  CHECK(
      verb_about(decided({R"({"decision":"reject","sentence":"Orla bought Pim in May."})",
                          R"({"decision":"accept","sentence":"Orla bought Pim in May.","relation":"owns"})"}),
                 kOrla) == Verb::accept);
}

TEST_CASE("an edge is found by names in any spelling and by ids") {
  const Decisions::Ends ends{"n_orla-group", "Orla Group", "owns", "n_pim", "Pim", "planned"};
  const auto about = [&](const char* edge) {
    return decided({std::string(R"({"decision":"reject","edge":)") + edge + "}"}).about(ends) != nullptr;
  };
  CHECK(about(R"({"subject":"ORLA GROUP","relation":"owns","object":"the Pim"})"));
  CHECK(about(R"({"subject":"n_orla-group","relation":"owns","object":"Pim","status":"planned"})"));
  CHECK_FALSE(about(R"({"subject":"n_orla-group","relation":"owns","object":"Pim","status":"ended"})"));
  CHECK_FALSE(about(R"({"subject":"Pim","relation":"owns","object":"Orla Group"})"));
}

TEST_CASE("merged names lead to the last name, whatever the spelling") {
  const Decisions decisions =
      decided({R"({"decision":"merge","names":["Orla Ltd","n_orla-inc"],"into":"Orla"})",
               R"({"decision":"merge","names":["Orla"],"into":"Pim"})"});
  REQUIRE(decisions.merged("ORLA LTD") != nullptr);
  CHECK(*decisions.merged("Orla Ltd") == "Pim");
  CHECK(*decisions.merged("n_orla-inc") == "Pim");
  CHECK(*decisions.merged("Órla") == "Pim");
  CHECK(decisions.merged("Pim") == nullptr);
}

TEST_CASE("merges in a circle end: the later one wins") {
  const Decisions decisions = decided({R"({"decision":"merge","names":["Orla"],"into":"Pim"})",
                                       R"({"decision":"merge","names":["Quux"],"into":"Orla"})",
                                       R"({"decision":"merge","names":["Pim"],"into":"Quux"})"});
  CHECK(decisions.merged("Pim") != nullptr);
  for (const char* name : {"Orla", "Pim"}) CHECK(*decisions.merged(name) == "Quux");
  CHECK(decisions.merged("Quux") == nullptr);
}

TEST_CASE("a split after a merge keeps two names apart, and the other way round") {
  const std::string merge = R"({"decision":"merge","names":["Orla Ltd"],"into":"Orla"})";
  const std::string split = R"({"decision":"split","names":["Orla","Orla Ltd"]})";
  CHECK(decided({merge, split}).merged("Orla Ltd") == nullptr);
  CHECK(decided({merge, split}).apart().size() == 1);
  CHECK(decided({split, merge}).merged("Orla Ltd") != nullptr);
  CHECK(decided({split, merge}).apart().empty());
}

TEST_CASE("names are ignored one by one") {
  const std::string ignore = R"({"decision":"ignore","names":["Monday","Friday"]})";
  CHECK(decided({ignore}).ignored("monday") == false);  // a name in lower case is another word
  CHECK(decided({ignore}).ignored("MONDAY"));
  const Decisions undone = decided({ignore, R"({"decision":"undo","names":["Monday"]})"});
  CHECK_FALSE(undone.ignored("Monday"));
  CHECK(undone.ignored("Friday"));
}

TEST_CASE("decisions that find nothing are told") {
  const Decisions decisions =
      decided({R"({"decision":"reject","claim":"c-1"})", R"({"decision":"ignore","names":["Monday"]})"});
  decisions.about(kOrla);
  REQUIRE(decisions.unused().size() == 1);
  CHECK(decisions.unused().front()->verb == Verb::ignore);
}

TEST_CASE("what is decided so already is not decided anew") {
  const std::string reject = R"({"decision":"reject","claim":"c-1","sentence":"Orla bought Pim.")";
  const struct {
    std::vector<std::string> before;
    std::string made;
    std::size_t is_new;
  } rows[] = {
      {{}, reject + "}", 1},
      {{reject + "}"}, reject + "}", 0},
      {{reject + R"(,"by":"kl","at":"2026-05-04"})"}, reject + R"(,"by":"mo"})", 0},
      {{reject + "}", R"({"decision":"undo","claim":"c-1"})"}, reject + "}", 1},
      {{reject + "}", R"({"decision":"accept","claim":"c-1"})"}, reject + "}", 1},
      {{R"({"decision":"reject","claim":"c-1"})"}, reject + "}", 1},  // the sentence is new
      {{R"({"decision":"merge","names":["A","B"],"into":"C"})"},
       R"({"decision":"merge","names":["A","C"],"into":"B"})",
       1},
  };
  for (const auto& row : rows) {
    CAPTURE(row.before, row.made);
    CHECK(without_decided({decision_from_json(row.made, "test")}, decided(row.before)).size() == row.is_new);
  }
}
