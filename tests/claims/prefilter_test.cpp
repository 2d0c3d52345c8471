#include "claims/prefilter/prefilter.h"

#include <algorithm>
#include <array>

#include "catch.h"
#include "language/split/split.h"

using namespace newsgraph;

namespace {

const Prefilter& built_in() {
  static const Prefilter prefilter(RelationSchema::built_in());
  return prefilter;
}

bool may_trigger(const std::string& text) {
  return built_in().may_trigger(split(text).front(), text.find('"') != std::string::npos);
}

}  // namespace

TEST_CASE("inflections and irregular forms open the prefilter") {
  for (const char* text : {"Peru banned it.", "Peru is banning it.", "They bought it.", "Vega denounces it.",
                           "The embargoes ended."})
    CHECK(may_trigger(text));
}

TEST_CASE("what has no trigger, or only looks like one, is not analysed") {
  CHECK_FALSE(may_trigger("The sun shone on the harbour."));
  CHECK_FALSE(may_trigger("He flew to the United Kingdom."));
}

TEST_CASE("a trigger of two words needs both") {
  CHECK(may_trigger("Vega lashed out at the mayor."));
  CHECK_FALSE(may_trigger("The branches lashed the window."));
}

TEST_CASE("a judgement counts in somebody's mouth only") {
  CHECK(may_trigger("\"A disgrace.\""));
  CHECK(may_trigger("Vega said it was a disgrace."));
  CHECK_FALSE(may_trigger("It was a disgrace."));
}

TEST_CASE("who calls somebody nothing bad, and who marches against nobody, states nothing") {
  CHECK(may_trigger("Vega called the plan foolish."));
  CHECK(may_trigger("Vega called them liars."));
  CHECK_FALSE(may_trigger("Vega called her mother."));
  CHECK(may_trigger("They marched against the plan."));
  CHECK_FALSE(may_trigger("They marched home."));
}

TEST_CASE("a possessive counts between two names") {
  CHECK(may_trigger("It met Mara Doe's Orion."));
  CHECK_FALSE(may_trigger("It met Mara Doe's friends."));
  CHECK_FALSE(may_trigger("The mayor's 'Orion' grew."));
}

TEST_CASE("an irregular form states what its verb does") {
  CHECK(may_trigger("Vega sold Orion."));
  CHECK(may_trigger("Vega took over Orion."));
  CHECK_FALSE(may_trigger("Vega spoke to Mara."));
}

TEST_CASE("who holds a part holds a part of something") {
  CHECK(may_trigger("Vega holds 30 percent of Orion."));
  CHECK(may_trigger("Vega retained about eleven of its ships."));
  CHECK(may_trigger("Half of Orion is held by Vega."));
  CHECK(may_trigger("Orion, in which Vega holds 30 percent, sells rice."));
  CHECK_FALSE(may_trigger("Vega holds a meeting of its board in May."));
  CHECK_FALSE(may_trigger("Most of the ships have a crew."));
  CHECK(may_trigger("Vega has 30 percent of Orion."));
  CHECK(may_trigger("Vega has half of the company."));
  CHECK_FALSE(may_trigger("Vega has half of the time."));
  CHECK_FALSE(may_trigger("Vega has never visited one of the ports of Orion."));
}

TEST_CASE("a verb in the present stands behind no determiner") {
  CHECK(may_trigger("They own it."));
  CHECK_FALSE(may_trigger("They have their own plant."));
  CHECK(may_trigger("They have a privately owned plant."));
  CHECK(may_trigger("The state-owned plant closed."));
}

TEST_CASE("what a rule says of its object has to stand in the sentence") {
  CHECK(may_trigger("Peru stopped all imports of rice."));
  CHECK_FALSE(may_trigger("The bus stopped at the harbour."));
}

TEST_CASE("a sentence may state again what was stated before") {
  const Prefilter prefilter(RelationSchema::built_in());
  CHECK(prefilter.may_repeat(split("Chile made a similar decision.").front()));
  CHECK(prefilter.may_repeat(split("Chile followed suit.").front()));
  CHECK(prefilter.may_repeat(split("So did Chile.").front()));
  CHECK(prefilter.may_repeat(split("Chile joined Peru a week later.").front()));
  CHECK(prefilter.may_repeat(split("Chile echoed the criticism.").front()));
  CHECK(prefilter.may_repeat(split("Chile shared that view.").front()));
  CHECK_FALSE(prefilter.may_repeat(split("Chile shared the decision.").front()));
  CHECK_FALSE(prefilter.may_repeat(split("Chile made a decision.").front()));
  CHECK_FALSE(may_trigger("Chile made a similar decision."));
}

TEST_CASE("irregular forms of trigger verbs are in the schema") {
  struct Form {
    std::string_view form, verb;
  };
  // Of common irregular verbs those that no rule of spelling makes.
  constexpr std::array<Form, 58> kForms{{{"beaten", "beat"},
                                         {"became", "become"},
                                         {"began", "begin"},
                                         {"bit", "bite"},
                                         {"bought", "buy"},
                                         {"broke", "break"},
                                         {"brought", "bring"},
                                         {"came", "come"},
                                         {"caught", "catch"},
                                         {"chose", "choose"},
                                         {"did", "do"},
                                         {"drew", "draw"},
                                         {"drove", "drive"},
                                         {"fell", "fall"},
                                         {"forbade", "forbid"},
                                         {"forbidden", "forbid"},
                                         {"forgave", "forgive"},
                                         {"forgiven", "forgive"},
                                         {"fought", "fight"},
                                         {"found", "find"},
                                         {"froze", "freeze"},
                                         {"frozen", "freeze"},
                                         {"gave", "give"},
                                         {"given", "give"},
                                         {"got", "get"},
                                         {"had", "have"},
                                         {"has", "have"},
                                         {"held", "hold"},
                                         {"hid", "hide"},
                                         {"hidden", "hide"},
                                         {"kept", "keep"},
                                         {"laid", "lay"},
                                         {"led", "lead"},
                                         {"left", "leave"},
                                         {"lost", "lose"},
                                         {"made", "make"},
                                         {"met", "meet"},
                                         {"misled", "mislead"},
                                         {"overtook", "overtake"},
                                         {"overthrew", "overthrow"},
                                         {"paid", "pay"},
                                         {"rode", "ride"},
                                         {"said", "say"},
                                         {"sent", "send"},
                                         {"sold", "sell"},
                                         {"sought", "seek"},
                                         {"spent", "spend"},
                                         {"spoke", "speak"},
                                         {"spun", "spin"},
                                         {"stole", "steal"},
                                         {"stolen", "steal"},
                                         {"struck", "strike"},
                                         {"taken", "take"},
                                         {"took", "take"},
                                         {"tore", "tear"},
                                         {"torn", "tear"},
                                         {"withdrew", "withdraw"},
                                         {"withheld", "withhold"}}};
  const RelationSchema& schema = RelationSchema::built_in();
  for (const auto& [form, verb] : kForms) {
    for (const TriggerRule& rule : schema.rules()) {
      if (rule.kind != TriggerKind::verb) continue;
      const bool triggers =
          std::any_of(rule.lemmas.begin(), rule.lemmas.end(), [&, wanted = verb](const std::string& lemma) {
            return lemma.substr(0, lemma.find(' ')) == wanted;
          });
      INFO(rule.id << ": " << form);
      if (triggers)
        CHECK(schema.words("irregular_forms").contains(std::string(form) + ":" + std::string(verb)));
    }
  }
}

TEST_CASE("words that often state something open the prefilter without a trigger") {
  const std::string text = "Vega may no longer fly to Peru.";
  REQUIRE_FALSE(may_trigger(text));
  CHECK(built_in().may_state(split(text).front(), true));
  CHECK_FALSE(built_in().may_state(split("The train leaves at noon.").front(), false));
}

TEST_CASE("a schema that the model was not taught goes by its triggers alone") {
  const RelationSchema schema = RelationSchema::parse(
      R"({"format": "newsgraph relations", "version": 1, "relations": [{"name": "supports",
          "triggers": [{"id": "verb:back", "pos": "verb", "lemmas": ["back"]}]}]})",
      "test");
  const std::string text = "\"The mayor has turned his nose up at us,\" Doe said.";
  CHECK_FALSE(Prefilter(schema).may_state(split(text).front(), true));
}
