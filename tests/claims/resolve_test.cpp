// Whom phrases mean by the rules; antecedent_ranker_test.cpp has what is learned beyond them. A row is a
// document (annotated.h has the notation), a word of it (the last with that form), and whom it means: name
// and link.
#include <array>

#include "claims/annotated.h"
#include "claims/resolve/acts.h"
#include "claims/resolve/resolve.h"

using namespace newsgraph;
using namespace newsgraph::testing;

namespace {

std::string text_of(const Reference& reference) {
  static constexpr std::array<std::string_view, 8> kLinks{"name",    "described", "role",  "noun",
                                                          "pronoun", "act",       "event", "phrase"};
  return reference.argument.name + " (" + std::string(kLinks[static_cast<std::size_t>(reference.link)]) + ")";
}

std::string meant_by(const WordRow& row, const Expected& expected = {}) {
  Annotated document(row.text);
  Discourse discourse = document.discourse();
  const auto found =
      resolve_by_rules({discourse, RelationSchema::built_in(), expected}, document.at(row.word));
  return found ? text_of(*found) : std::string();
}

std::string actors_of(const WordRow& row) {
  Annotated document(row.text);
  Discourse discourse = document.discourse();
  std::vector<std::string> actors;
  for (const Reference& actor : actors_of_act({discourse, RelationSchema::built_in()}, document.at(row.word)))
    actors.push_back(actor.argument.name);
  return listed(actors);
}

void check(std::initializer_list<WordRow> rows) {
  check_rows([](const WordRow& row) { return meant_by(row); }, rows);
}

}  // namespace

TEST_CASE("names, and nouns that stand with one") {
  check({
      {"Vega/NNP/nsubj/2/organization sells=sell/VBZ/root/0 cars=car/NNS/obj/2", "Vega", "Vega (name)"},
      {"Vega/NNP/nsubj/2/organization sells=sell/VBZ/root/0 cars=car/NNS/obj/2", "cars", "cars (phrase)"},
      {"The/DT/det/2 firm/NN/nsubj/4 Vega/NNP/appos/2/organization grew=grow/VBD/root/0", "firm",
       "Vega (described)"},
      {"The/DT/det/3 Vega/NNP/compound/3/product app/NN/nsubj/4 grew=grow/VBD/root/0", "app",
       "Vega (described)"},
      {"A/DT/det/2 spokesman/NN/nsubj/5 for/IN/case/4 Vega/NNP/nmod/2/organization spoke=speak/VBD/root/0",
       "spokesman", "Vega (role)"},
      {"He/PRP/nsubj/2 bought=buy/VBD/root/0 half/NN/obj/2 of/IN/case/5 Vega/NNP/nmod/3/organization", "half",
       "Vega (name)"},
      {"He/PRP/nsubj/2 sold=sell/VBD/root/0 his/PRP$/nmod:poss/5 Vega/NNP/compound/5/organization "
       "shares=share/NNS/obj/2",
       "shares", "Vega (name)"},
      {"He/PRP/nsubj/2 sold=sell/VBD/root/0 half/NN/obj/2 of/IN/case/7 his/PRP$/nmod:poss/7 "
       "Vega/NNP/compound/7/organization shares=share/NNS/nmod/3",
       "half", "Vega (name)"},
  });
}

TEST_CASE("a title alone is who has it") {
  check({
      {"He/PRP/nsubj/2 blamed=blame/VBD/root/0 Ms/NNP/nmod:desc/4 Doe/NNP/obj/2/person", "Ms", "Doe (name)"},
      {"He/PRP/nsubj/2 blamed=blame/VBD/root/0 Minister/NNP/compound/4 Vega/NNP/obj/2/organization",
       "Minister", "Minister (phrase)"},
  });
}

TEST_CASE("a pronoun is the name before it that fits, where only one does") {
  check({
      {"Vega/NNP/nsubj/2/organization sold=sell/VBD/root/0 its/PRP$/nmod:poss/4 mine/NN/obj/2", "its",
       "Vega (pronoun)"},
      {"Mara/NNP/nsubj/3/person Lind/NNP/flat/1/+ spoke=speak/VBD/root/0\n"
       "She/PRP/nsubj/2 left=leave/VBD/root/0",
       "She", "Mara Lind (pronoun)"},
      // Subjects come before objects.
      {"Vega/NNP/nsubj/2/organization sued=sue/VBD/root/0 Orion/NNP/obj/2/organization\n"
       "It/PRP/nsubj/2 won=win/VBD/root/0",
       "It", "Vega (pronoun)"},
      // Of two that fit equally none is taken.
      {"Vega/NNP/nsubj/4/organization and/CC/cc/3 Orion/NNP/conj/1/organization merged=merge/VBD/root/0\n"
       "It/PRP/nsubj/2 grew=grow/VBD/root/0",
       "It", ""},
      // Nobody sues himself.
      {"Vega/NNP/nsubj/2/organization sued=sue/VBD/root/0 it/PRP/obj/2", "it", ""},
      {"``/``/punct/3 We/PRP/nsubj/3 grew=grow/VBD/ccomp/7 ,/,/punct/3 ''/''/punct/3 "
       "Vega/NNP/nsubj/7/organization "
       "said=say/VBD/root/0",
       "We", "Vega (pronoun)"},
  });
}

TEST_CASE("a pronoun takes no antecedent that the relation cannot mean") {
  const WordRow row{
      "Vega/NNP/nsubj/2/organization sued=sue/VBD/root/0 Orion/NNP/obj/2/product\n"
      "They/PRP/nsubj/2 sold=sell/VBD/root/0 it/PRP/obj/2",
      "it", ""};
  const WordSet product{"product"}, organization{"organization"}, none;
  CHECK(meant_by(row, {&product, &none}) == "Orion (pronoun)");
  CHECK(meant_by(row, {&organization, &none}) == "Vega (pronoun)");
}

TEST_CASE("a class noun is the one name of its class nearby") {
  check({
      {"Vega/NNP/nsubj/2/organization grew=grow/VBD/root/0\n"
       "The/DT/det/2 company/NN/nsubj/3 left=leave/VBD/root/0",
       "company", "Vega (noun)"},
      // "a company" is another.
      {"Vega/NNP/nsubj/2/organization grew=grow/VBD/root/0\n"
       "A/DT/det/2 company/NN/nsubj/3 left=leave/VBD/root/0",
       "company", "company (phrase)"},
      // Nobody can say which.
      {"Vega/NNP/nsubj/4/organization and/CC/cc/3 Orion/NNP/conj/1/organization merged=merge/VBD/root/0\n"
       "The/DT/det/2 company/NN/nsubj/3 left=leave/VBD/root/0",
       "company", ""},
  });
}

TEST_CASE("what a company is reproached with does not say which it is") {
  const std::string grew = "Vega/NNP/nsubj/2/organization grew=grow/VBD/root/0\n";
  check({
      {grew + "He/PRP/nsubj/2 accused=accuse/VBD/root/0 the/DT/det/4 company/NN/obj/2 of/IN/case/7 "
              "misleading/VBG/amod/7 passengers=passenger/NNS/nmod/4",
       "company", "Vega (noun)"},
      {grew + "He/PRP/nsubj/2 bought=buy/VBD/root/0 the/DT/det/4 company/NN/obj/2 of/IN/case/7 "
              "his/PRP$/nmod:poss/7 "
              "brother/NN/nmod/4",
       "company", "company of his brother (phrase)"},
  });
}

TEST_CASE("who is described beside a class noun is not whom it means") {
  check({
      {"Orion/NNP/nsubj/2/organization grew=grow/VBD/root/0\n"
       "Group=group/NN/nsubj/3 Vega/NNP/flat/1/organization sued=sue/VBD/root/0 the/DT/det/5 "
       "company/NN/obj/3",
       "company", "Orion (noun)"},
  });
}

TEST_CASE("a regulator is no company") {
  const std::string fined =
      "The/DT/det/2 regulator/NN/nsubj/4 Vega/NNP/appos/2/organization fined=fine/VBD/root/0 "
      "Orion/NNP/obj/4/organization\n";
  check({
      {fined + "The/DT/det/2 company/NN/nsubj/3 paid=pay/VBD/root/0", "company", "Orion (noun)"},
      {fined + "The/DT/det/2 watchdog/NN/nsubj/3 left=leave/VBD/root/0", "watchdog", "Vega (noun)"},
      {fined + "The/DT/det/2 court/NN/nsubj/3 left=leave/VBD/root/0", "court", ""},
  });
}

TEST_CASE("a league is the only one that the text names, before it or after") {
  check({
      {"Lind/NNP/nsubj/2/person left=leave/VBD/root/0 the/DT/det/4 federation/NN/obj/2\n"
       "The/DT/det/4 Peruvian/NNP/amod/4/organization Golf/NNP/compound/4/+ Federation/NNP/nsubj/5/+ "
       "grew=grow/VBD/root/0\n",
       "federation", "Peruvian Golf Federation (noun)"},
      // Its president is none.
      {"The/DT/det/4 Peruvian/NNP/amod/4/organization Golf/NNP/compound/4/+ Federation/NNP/nsubj/5/+ "
       "grew=grow/VBD/root/0\n"
       "They=they/PRP/nsubj/2 left=leave/VBD/root/0\n"
       "They=they/PRP/nsubj/2 left=leave/VBD/root/0\n"
       "They=they/PRP/nsubj/2 left=leave/VBD/root/0\n"
       "Federation=federation/NN/compound/2 president/NN/nmod:desc/3 Mara/NNP/nsubj/5/person "
       "Doe/NNP/flat/3/+ "
       "left=leave/VBD/root/0 the/DT/det/7 federation/NN/obj/5",
       "federation", "Peruvian Golf Federation (noun)"},
  });
}

TEST_CASE("a group that acts is no party") {
  const std::string vega = "Vega/NNP/nsubj/2/organization grew=grow/VBD/root/0\n";
  const std::string party =
      "The/DT/det/3 Orion/NNP/compound/3/organization Party/NNP/nsubj/4/+ left=leave/VBD/root/0\n";
  check({
      {vega + party + "The/DT/det/2 group/NN/nsubj/3 grew=grow/VBD/root/0", "group", "Vega (noun)"},
  });
}

TEST_CASE("a team is not its manager") {
  check({
      {"Team=team/NN/compound/2 manager/NN/nmod:desc/3 Mara/NNP/nsubj/5/person Doe/NNP/flat/3/+ "
       "left=leave/VBD/root/0\n"
       "Lind/NNP/nsubj/2/person blamed=blame/VBD/root/0 the/DT/det/4 team/NN/obj/2",
       "team", ""},
  });
}

TEST_CASE("a council is that of the town named before it") {
  const std::string crowd =
      "Residents=resident/NNS/nsubj/4 of/IN/case/3 Pellworth/NNP/nmod/1/place "
      "accused=accuse/VBD/root/0 ";
  check({
      {crowd + "the/DT/det/6 council/NN/obj/4", "council", "Pellworth council (role)"},
      {crowd + "the/DT/det/7 town/NN/compound/7 council/NN/obj/4", "council", "Pellworth council (role)"},
      {crowd + "the/DT/det/7 works=work/NNS/compound/7 council/NN/obj/4", "council",
       "works council (phrase)"},
      {"They=they/PRP/nsubj/2 accused=accuse/VBD/root/0 the/DT/det/4 council/NN/obj/2 in/IN/case/6 "
       "Peru/NNP/obl/2/place",
       "council", ""},
  });
}

TEST_CASE("a body is not the place that the text names it by") {
  const std::string left = " left=leave/VBD/root/0";
  check({
      {"Bulgaria/NNP/nmod:poss/4/place 's/POS/case/1 football/NN/compound/4 federation/NN/nsubj/5" + left,
       "federation", "Bulgarian football federation (role)"},
      {"Pellworth/NNP/nmod:poss/3/place 's/POS/case/1 council/NN/nsubj/4" + left, "council",
       "Pellworth council (role)"},
      {"The/DT/det/3 Pellworth/NNP/compound/3/place council/NN/nsubj/4" + left, "council",
       "Pellworth council (role)"},
      {"Peru/NNP/nmod:poss/3/place 's/POS/case/1 commission/NN/nsubj/7 for/IN/case/6 "
       "exceptional/JJ/amod/6 situations=situation/NNS/nmod/3" +
           left,
       "commission", "Peruvian commission for exceptional situations (role)"},
      {"Peru/NNP/nmod:poss/4/place 's/POS/case/1 largest=large/JJS/amod/4 union/NN/nsubj/5" + left, "union",
       "Peru 's largest union (phrase)"},
      {"Vega/NNP/nmod:poss/3/organization 's/POS/case/1 council/NN/nsubj/4" + left, "council",
       "Vega 's council (phrase)"},
  });
}

TEST_CASE("what buys a company is not that company") {
  check({
      {"The/DT/det/2 fund/NN/nsubj/4 Vega/NNP/appos/2/organization left=leave/VBD/root/0 "
       "Orion/NNP/obj/4/organization\n"
       "The/DT/det/2 fund/NN/nsubj/3 bought=buy/VBD/root/0 the/DT/det/5 company/NN/obj/3",
       "company", "Orion (noun)"},
  });
}

TEST_CASE("a place in a phrase says where, not who") {
  const std::string vega = "Vega/NNP/nsubj/2/organization sells=sell/VBZ/root/0 cars=car/NNS/obj/2\n";
  const auto company = [&](const std::string& type) {
    return vega + "The/DT/det/3 Ebersau/NNP/compound/3/" + type + " company/NN/nsubj/4 grew=grow/VBD/root/0";
  };
  check({
      {company("place"), "company", "Vega (noun)"},
      // Taken for a company, but named nowhere else.
      {company("organization"), "company", "Vega (noun)"},
      {"The/DT/det/3 Ebersau/NNP/compound/3/organization company/NN/nsubj/4 grew=grow/VBD/root/0", "company",
       "Ebersau (described)"},
      // A town that something stands in is no company.
      {"Ebersau/NNP/nsubj/2/place woke=wake/VBD/root/0\n"
       "Mills=mill/NNS/nsubj/2 burned=burn/VBD/root/0 in/IN/case/4 Ebersau/NNP/obl/2/place\n"
       "The/DT/det/2 company/NN/nsubj/3 grew=grow/VBD/root/0",
       "company", ""},
  });
}

TEST_CASE("a league is no club, and what is told of a name does not name it by a pronoun") {
  const std::string two =
      "Vega/NNP/nsubj/2/organization left=leave/VBD/root/0 the/DT/det/5 Harrow/NNP/compound/5/organization "
      "League/NNP/obj/2/+\n";
  check({
      {two + "The/DT/det/2 club/NN/nsubj/3 grew=grow/VBD/root/0", "club", "Vega (noun)"},
      {"Vega/NNP/nsubj/2/organization left=leave/VBD/root/0 Orion/NNP/obj/2/organization ,/,/punct/7 "
       "where/WRB/advmod/7 it/PRP/nsubj/7 grew=grow/VBD/acl:relcl/3",
       "it", "Vega (pronoun)"},
  });
}

TEST_CASE("a government is that of the state in its phrase, or of the only one nearby") {
  check({
      {"Peru/NNP/nmod:poss/3/place 's/POS/case/1 government/NN/nsubj/4 fell=fall/VBD/root/0", "government",
       "Peruvian government (role)"},
      {"Peru/NNP/nsubj/2/place voted=vote/VBD/root/0\n"
       "The/DT/det/2 government/NN/nsubj/3 fell=fall/VBD/root/0",
       "government", "Peru (noun)"},
      {"Peru/NNP/nsubj/4/place and/CC/cc/3 Chile/NNP/conj/1/place voted=vote/VBD/root/0\n"
       "The/DT/det/2 government/NN/nsubj/3 fell=fall/VBD/root/0",
       "government", ""},
  });
}

TEST_CASE("a body is the one that the text has said before whose it is") {
  const std::string said =
      "The/DT/det/4 Norwegian/JJ/amod/4 health/NN/compound/4 ministry/NN/nsubj/5 met=meet/VBD/root/0\n"
      "Rain=rain/NN/nsubj/2 fell=fall/VBD/root/0\n";
  check({
      {said + "The/DT/det/2 ministry/NN/nsubj/3 spoke=speak/VBD/root/0", "ministry",
       "Norwegian Health Ministry (noun)"},
      {said + "The/DT/det/2 court/NN/nsubj/3 spoke=speak/VBD/root/0", "court", ""},
      {said + "The/DT/det/3 defence/NN/compound/3 ministry/NN/nsubj/4 spoke=speak/VBD/root/0", "ministry",
       "defence ministry (phrase)"},
  });
}

TEST_CASE("a body that the text describes first has the name that comes a sentence later") {
  const std::string regulator =
      "Peru/NNP/nmod:poss/4/place 's/POS/case/1 railway/NN/compound/4 regulator/NN/nsubj/5 "
      "fined=fine/VBD/root/0 "
      "Vega/NNP/obj/5/organization\n";
  const std::string agency =
      "The/DT/det/4 Peruvian/NNP/compound/4/organization Rail/NNP/compound/4/+ Agency/NNP/nsubj/5/+ "
      "waited=wait/VBD/root/0\n";
  const std::string chilean =
      "The/DT/det/4 Chilean/NNP/compound/4/organization Rail/NNP/compound/4/+ Agency/NNP/nsubj/5/+ "
      "waited=wait/VBD/root/0\n";
  check({
      {regulator + agency, "regulator", "Peruvian Rail Agency (role)"},
      {regulator + chilean, "regulator", "Peruvian railway regulator (role)"},
      {agency + "Vega/NNP/nsubj/2/organization sued=sue/VBD/root/0 the/DT/det/4 regulator/NN/obj/2",
       "regulator", "Peruvian Rail Agency (noun)"},
  });
}

TEST_CASE("an act is blamed on whom its phrase names") {
  check_rows(actors_of,
             std::initializer_list<WordRow>{
                 {"Peru/NNP/nmod:poss/3/place 's/POS/case/1 attack/NN/nsubj/4 failed=fail/VBD/root/0",
                  "attack", "Peru"},
                 {"An/DT/det/2 attack/NN/nsubj/7 by/IN/case/4 Peru/NNP/nmod/2/place on/IN/case/6 "
                  "Chile/NNP/nmod/2/place failed=fail/VBD/root/0",
                  "attack", "Peru"},
                 {"Peruvian/JJ/amod/2 attacks=attack/NNS/nsubj/3 failed=fail/VBD/root/0", "attacks", "Peru"},
                 {"The/DT/det/2 attack/NN/nsubj/8 that/WDT/obj/6 Peru/NNP/nsubj/6/place had=have/VBD/aux/6 "
                  "ordered=order/VBN/acl:relcl/2 had=have/VBD/aux/8 failed=fail/VBN/root/0",
                  "attack", "Peru"},
                 {"The/DT/det/2 attack/NN/nsubj/3 failed=fail/VBD/root/0", "attack", ""},
             });
}

TEST_CASE("what somebody has a part of is another, and a predicate's owner is not its subject") {
  const std::string orion = "Orion/NNP/nsubj/2/organization grew=grow/VBD/root/0\n";
  check({
      {orion + "Vega/NNP/nsubj/2/organization bought=buy/VBD/root/0 half/NN/obj/2 of/IN/case/6 the/DT/det/6 "
               "company/NN/nmod/3",
       "company", "Orion (noun)"},
      {orion + "Vega/NNP/nsubj/4/organization is=be/VBZ/cop/4 its=its/PRP$/nmod:poss/4 subsidiary/NN/root/0",
       "its", "Orion (pronoun)"},
  });
}
