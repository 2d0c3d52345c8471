// Which words of a sentence state a relation, and which fill its roles. A row is a sentence (annotated.h has
// the notation) and its matches, "RELATION: SUBJECTS -> OBJECTS".
#include "claims/match/match.h"

#include "claims/annotated.h"

using namespace newsgraph;
using namespace newsgraph::testing;

namespace {

std::string matches_in(std::string_view line, const RelationSchema& schema = RelationSchema::built_in()) {
  const Annotated document(line);
  const Tree tree(document.sentence(0));
  std::string text;
  for (const Match& match : find_matches(schema, Knowledge::built_in(), tree)) {
    if (!text.empty()) text += "; ";
    text += schema.relations()[match.rule->relation].name + ": " +
            forms_of(document.sentence(0), match.subjects) + " -> " +
            forms_of(document.sentence(0), match.objects);
  }
  return text;
}

void check(std::initializer_list<Row> rows) {
  check_rows([](const Row& row) { return matches_in(row.text); }, rows);
}

}  // namespace

TEST_CASE("a verb and its arguments, whatever the voice") {
  check({
      {"Peru/NNP/nsubj/2/place banned=ban/VBD/root/0 Vega/NNP/obj/2/product", "bans: Peru -> Vega"},
      {"Vega/NNP/nsubj:pass/3/product was=be/VBD/aux:pass/3 banned=ban/VBN/root/0 by/IN/case/5 "
       "Peru/NNP/obl/3/place",
       "bans: Peru -> Vega"},
      {"Apps=app/NNS/nsubj/5 banned=ban/VBN/acl/1 by/IN/case/4 Peru/NNP/obl/2/place "
       "vanished=vanish/VBD/root/0",
       "bans: Peru -> Apps"},
      {"Peru/NNP/nsubj/2/place left=leave/VBD/root/0", ""},
  });
}

TEST_CASE("conjuncts are spelt out") {
  check({
      {"Peru/NNP/nsubj/4/place and/CC/cc/3 Chile/NNP/conj/1/place banned=ban/VBD/root/0 "
       "Vega/NNP/obj/4/product",
       "bans: Peru, Chile -> Vega"},
      {"Lind/NNP/nsubj/2/person owns=own/VBZ/root/0 Vega/NNP/obj/2/organization ,/,/punct/5 "
       "Orion/NNP/conj/3/organization and/CC/cc/7 Lyra/NNP/conj/3/organization",
       "owns: Lind -> Vega, Orion, Lyra"},
  });
}

TEST_CASE("the subject of a controlled verb is that of the verb above") {
  check({
      {"Peru/NNP/nsubj/2/place decided=decide/VBD/root/0 to/TO/mark/4 ban/VB/xcomp/2 Vega/NNP/obj/4/product",
       "bans: Peru -> Vega"},
  });
}

TEST_CASE("a noun that a verb carries") {
  check({
      {"Peru/NNP/nsubj/2/place imposed=impose/VBD/root/0 a/DT/det/4 ban/NN/obj/2 on/IN/case/6 "
       "Vega/NNP/nmod/4/product",
       "bans: Peru -> Vega"},
  });
}

TEST_CASE("a match without a subject is left to the document") {
  check({
      {"Vega/NNP/nsubj:pass/3/product was=be/VBD/aux:pass/3 banned=ban/VBN/root/0", "bans: - -> Vega"},
  });
}

TEST_CASE("who holds another part has no verb of his own") {
  check({
      {"Vega/NNP/nsubj/2/organization holds=hold/VBZ/root/0 51/CD/nummod/4 percent/NN/obj/2 of/IN/case/6 "
       "Orion/NNP/nmod/4/organization and/CC/cc/10 Lyra/NNP/conj/4/organization 49/CD/nummod/10 "
       "percent/NN/conj/4",
       "owns: Vega, Lyra -> percent, percent"},
  });
}

TEST_CASE("what is bought with something else is bought, too") {
  const std::string bought =
      "Vega/NNP/nsubj/2/organization bought=buy/VBD/root/0 Orion/NNP/obj/2/organization ";
  check({
      {bought + "along/RB/advmod/6 with/IN/case/6 Lyra/NNP/obl/2/organization",
       "owns: Vega -> Orion, Lyra; owns: - -> Orion"},
      // Rather who buys.
      {bought + "together/RB/advmod/6 with/IN/case/6 Lyra/NNP/obl/2/organization",
       "owns: Vega, Lyra -> Orion; owns: - -> Orion"},
  });
}

TEST_CASE("a trigger that is itself the word before \"with\" may begin its sentence") {
  const auto joins = RelationSchema::parse(
      R"({"format": "newsgraph relations", "version": 1, "relations": [{"name": "joins", "triggers": [
          {"id": "verb:along", "pos": "verb", "lemmas": ["along"], "transaction": true}]}]})",
      "joins.json");
  CHECK(matches_in(
            "Along=along/VB/root/0 with/IN/case/3 Lyra/NNP/obj/1/organization Orion/NNP/nsubj/1/organization",
            joins) == "joins: Orion, Lyra -> Lyra");
}

TEST_CASE("a portfolio, and the brands in it, are whose it is") {
  check({
      {"Its=its/PRP$/nmod:poss/2 portfolio/NN/nsubj/3 consists=consist/VBZ/root/0 of/IN/case/5 "
       "Orion/NNP/obl/3/product and/CC/cc/7 Vega/NNP/conj/5/product",
       "owns: Its -> Orion, Vega"},
      {"Brands=brand/NNS/nsubj/6 in/IN/case/4 its/PRP$/nmod:poss/4 portfolio/NN/nmod/1 are=be/VBP/cop/6 "
       "Orion/NNP/root/0/product",
       "owns: its -> Orion; owns: its -> -"},
  });
}
