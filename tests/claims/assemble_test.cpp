// What sentences state. A row is a document (annotated.h has the notation) and its claims, "Peru bans Vega",
// with the status where it is another than asserted.
#include "claims/assemble/assemble.h"

#include "claims/annotated.h"

using namespace newsgraph;
using namespace newsgraph::testing;

namespace {

std::vector<Finding> findings_of(std::string_view lines) {
  Annotated document(lines);
  Discourse discourse = document.discourse();
  const Assembler assembler(discourse, RelationSchema::built_in());
  std::vector<Finding> found;
  for (int s = 0; s < document.size(); ++s) assembler.add_sentence(s, found);
  return found;
}

std::string claims_of(std::string_view lines) {
  std::vector<std::string> claims;
  for (const Finding& finding : findings_of(lines)) {
    const Claim& claim = finding.claim;
    const std::string status =
        claim.status == Status::asserted ? "" : " [" + std::string(to_string(claim.status)) + "]";
    claims.push_back(claim.subject.name + " " + claim.relation + " " + claim.object.name + status);
  }
  return listed(claims);
}

void check(std::initializer_list<Row> rows) {
  check_rows([](const Row& row) { return claims_of(row.text); }, rows);
}

}  // namespace

TEST_CASE("who does it to whom, active and passive") {
  check({
      {"Peru/NNP/nsubj/2/place banned=ban/VBD/root/0 Vega/NNP/obj/2/product", "Peru bans Vega"},
      {"Vega/NNP/nsubj:pass/3/product was=be/VBD/aux:pass/3 banned=ban/VBN/root/0 by/IN/case/5 "
       "Peru/NNP/obl/3/place",
       "Peru bans Vega"},
      {"Vega/NNP/nsubj/2/organization owns=own/VBZ/root/0 Orion/NNP/obj/2/organization and/CC/cc/5 "
       "Lyra/NNP/conj/3/organization",
       "Vega owns Orion, Vega owns Lyra"},
      {"Lind/NNP/nsubj/4/person and/CC/cc/3 Doe/NNP/conj/1/person condemned=condemn/VBD/root/0 "
       "Vega/NNP/obj/4/organization",
       "Lind denounces Vega, Doe denounces Vega"},
      {"Vega/NNP/nsubj/2/organization grew=grow/VBD/root/0", ""},
  });
}

TEST_CASE("a claim is planned, denied or not made at all") {
  check({
      {"Peru/NNP/nsubj/3/place will/MD/aux/3 ban/VB/root/0 Vega/NNP/obj/3/product",
       "Peru bans Vega [planned]"},
      {"Peru/NNP/nsubj/4/place did=do/VBD/aux/4 not/RB/advmod/4 ban/VB/root/0 Vega/NNP/obj/4/product",
       "Peru bans Vega [denied]"},
      {"Did=do/VBD/aux/3 Peru/NNP/nsubj/3/place ban/VB/root/0 Vega/NNP/obj/3/product ?/./punct/3", ""},
  });
}

TEST_CASE("what is held until then, sold, called off or left does not hold") {
  check({
      {"Orion/NNP/nsubj/4/organization was=be/VBD/cop/4 a/DT/det/4 subsidiary/NN/root/0 of/IN/case/6 "
       "Vega/NNP/nmod/4/organization until/IN/case/8 2009/CD/obl/4",
       "Vega owns Orion [ended]"},
      {"Vega/NNP/nsubj/2/organization called=call/VBD/root/0 off/RP/compound:prt/2 its/PRP$/nmod:poss/5 "
       "takeover/NN/obj/2 of/IN/case/7 Orion/NNP/nmod/5/organization",
       "Vega owns Orion [denied]"},
      {"Vega/NNP/nsubj/2/organization walked=walk/VBD/root/0 away/RB/advmod/2 from/IN/case/6 a/DT/det/6 "
       "plan/NN/obl/2 to/TO/mark/8 buy/VB/acl/6 Orion/NNP/obj/8/organization",
       "Vega owns Orion [denied]"},
      // A sale ends what its own sentence says that somebody has.
      {"Vega/NNP/nmod:poss/3/organization 's/POS/case/1 subsidiary/NN/nsubj:pass/6 "
       "Orion/NNP/appos/3/organization was=be/VBD/aux:pass/6 sold=sell/VBN/root/0 by/IN/case/8 "
       "Vega/NNP/obl/6/organization",
       "Vega owns Orion [ended]"},
      {"Lind/NNP/nsubj/2/person blamed=blame/VBD/root/0 neither/CC/cc:preconj/4 Vega/NNP/obj/2/organization "
       "nor/CC/cc/6 Orion/NNP/conj/4/organization",
       "Lind denounces Vega [denied], Lind denounces Orion [denied]"},
  });
}

TEST_CASE("a claim is stated again for a new subject") {
  check({
      {"Peru/NNP/nsubj/2/place banned=ban/VBD/root/0 Vega/NNP/obj/2/product\n"
       "Chile/NNP/nsubj/2/place followed=follow/VBD/root/0 suit/NN/obj/2",
       "Peru bans Vega, Chile bans Vega"},
      // Nothing was stated that they could follow.
      {"Chile/NNP/nsubj/2/place followed=follow/VBD/root/0 suit/NN/obj/2", ""},
  });
}

TEST_CASE("an act as object is blamed on its actor") {
  check({
      {"Lind/NNP/nsubj/2/person condemned=condemn/VBD/root/0 an/DT/det/4 attack/NN/obj/2 by/IN/case/6 "
       "Peru/NNP/nmod/4/place",
       "Lind denounces Peru"},
      // What was stated right before is what was decided.
      {"Peru/NNP/nsubj/2/place banned=ban/VBD/root/0 Vega/NNP/obj/2/product\n"
       "Lind/NNP/nsubj/2/person condemned=condemn/VBD/root/0 the/DT/det/4 decision/NN/obj/2",
       "Peru bans Vega, Lind denounces Peru"},
      // So is "it"; both verbs are the second word of their sentence.
      {"Peru/NNP/nsubj/2/place banned=ban/VBD/root/0 Vega/NNP/obj/2/product\n"
       "Lind/NNP/nsubj/2/person condemned=condemn/VBD/root/0 it/PRP/obj/2 as/IN/case/6 an/DT/det/6 "
       "attack/NN/obl/2",
       "Peru bans Vega, Lind denounces Peru"},
      {"Lind/NNP/nsubj/2/person condemned=condemn/VBD/root/0 the/DT/det/4 decision/NN/obj/2", ""},
  });
}

TEST_CASE("a decision is that of whoever announced it, where a claim before has nobody's name") {
  check({
      {"The/DT/det/2 league/NN/nsubj/3 barred=bar/VBD/root/0 fans=fan/NNS/obj/3\n"
       "Orion/NNP/nsubj/2/organization announced=announce/VBD/root/0 the/DT/det/4 measure/NN/obj/2\n"
       "Vega/NNP/nsubj/2/organization condemned=condemn/VBD/root/0 the/DT/det/4 decision/NN/obj/2",
       "Vega denounces Orion"},
  });
}

TEST_CASE("two who accuse each other do it both") {
  check({
      {"Lind/NNP/nsubj/4/person and/CC/cc/3 Doe/NNP/conj/1/person accused=accuse/VBD/root/0 each/DT/det/6 "
       "other/JJ/obj/4",
       "Lind denounces Doe, Doe denounces Lind"},
      {"Lind/NNP/nsubj/4/person and/CC/cc/3 Doe/NNP/conj/1/person accused=accuse/VBD/root/0 the/DT/det/6 "
       "other/JJ/obj/4",
       "Lind denounces Doe, Doe denounces Lind"},
      {"Lind/NNP/nsubj/4/person and/CC/cc/3 Doe/NNP/conj/1/person met=meet/VBD/root/0\n"
       "Each=each/DT/det/2 side/NN/nsubj/3 accuses=accuse/VBZ/root/0 the/DT/det/5 other/JJ/obj/3",
       "Lind denounces Doe, Doe denounces Lind"},
      {"Lind/NNP/nsubj/4/person and/CC/cc/3 Doe/NNP/conj/1/person met=meet/VBD/root/0\n"
       "The=the/DT/det/3 two/CD/nummod/3 sides=side/NNS/nsubj/4 accused=accuse/VBD/root/0 each/DT/det/6 "
       "other/JJ/obj/4",
       "Lind denounces Doe, Doe denounces Lind"},
      // One of them accuses whoever is the other of something else.
      {"Lind/NNP/nsubj/2/person accused=accuse/VBD/root/0 the/DT/det/4 other/JJ/obj/2", ""},
  });
}

TEST_CASE("who does so, too, or joins who did, is said to do the same") {
  const std::string peru = "Peru/NNP/nsubj/2/place banned=ban/VBD/root/0 Vega/NNP/obj/2/product\n";
  check({
      {peru + "So=so/RB/root/0 did=do/VBD/aux/1 Chile/NNP/nsubj/1/place", "Peru bans Vega, Chile bans Vega"},
      {peru + "Chile/NNP/nsubj/2/place joined=join/VBD/root/0 Peru/NNP/obj/2/place",
       "Peru bans Vega, Chile bans Vega"},
      {peru + "Chile/NNP/nsubj/2/place joined=join/VBD/root/0 Peru/NNP/obj/2/place in/IN/case/5 "
              "talks=talk/NNS/obl/2",
       "Peru bans Vega"},
      {peru + "Chile/NNP/nsubj/2/place joined=join/VBD/root/0 Orion/NNP/obj/2/organization",
       "Peru bans Vega"},
      // All that was stated, not the last of it.
      {"Peru/NNP/nsubj/2/place banned=ban/VBD/root/0 Vega/NNP/obj/2/product and/CC/cc/5 "
       "Lyra/NNP/conj/3/product\n"
       "Chile/NNP/nsubj/2/place followed=follow/VBD/root/0 suit/NN/obj/2",
       "Peru bans Vega, Peru bans Lyra, Chile bans Vega, Chile bans Lyra"},
      {"Peru/NNP/nsubj/2/place condemned=condemn/VBD/root/0 Lind/NNP/obj/2/person\n"
       "Chile/NNP/nsubj/2/place echoed=echo/VBD/root/0 the/DT/det/4 criticism/NN/obj/2",
       "Peru denounces Lind, Chile denounces Lind"},
  });
}

TEST_CASE("a criticism is taken up by whoever echoes it, whoever's it is") {
  const std::string peru = "Peru/NNP/nsubj/2/place condemned=condemn/VBD/root/0 Lind/NNP/obj/2/person\n";
  check({
      {peru +
           "The/DT/det/2 criticism/NN/nsubj:pass/4 was=be/VBD/aux:pass/4 echoed=echo/VBN/root/0 by/IN/case/6 "
           "Chile/NNP/obl/4/place",
       "Peru denounces Lind, Chile denounces Lind"},
      {"Peru/NNP/nsubj/2/place condemned=condemn/VBD/root/0 Lind/NNP/obj/2/person ,/,/punct/6 a/DT/det/6 "
       "view/NN/appos/3 shared=share/VBN/acl/6 by/IN/case/9 Chile/NNP/obl/7/place",
       "Peru denounces Lind, Chile denounces Lind"},
      // A clause so short that the tree takes the name for its predicate.
      {peru + "So=so/RB/advmod/3 did=do/VBD/cop/3 Orion/NNP/root/0/organization",
       "Peru denounces Lind, Orion denounces Lind"},
      {peru + "Chile/NNP/nsubj/2/place shared=share/VBD/root/0 the/DT/det/5 Peruvian/JJ/amod/5 "
              "criticism/NN/obj/2",
       "Peru denounces Lind, Chile denounces Lind"},
      {peru + "Chile/NNP/nsubj/2/place shared=share/VBD/root/0 the/DT/det/5 Swedish/JJ/amod/5 "
              "criticism/NN/obj/2",
       "Peru denounces Lind"},
  });
}

TEST_CASE("who says something in a swipe at somebody criticises him") {
  const std::string swipe =
      "In=in/IN/case/3 a/DT/det/3 swipe/NN/obl/8 at/IN/case/5 Vega/NNP/nmod/3/organization "
      ",/,/punct/8 ";
  check({
      {swipe + "Lind/NNP/nsubj/8/person said=say/VBD/root/0 so/RB/advmod/8", "Lind denounces Vega"},
      {swipe + "Lind/NNP/nsubj/8/person likened=liken/VBD/root/0 it/PRP/obj/8", "Lind denounces Vega"},
      {"Lind/NNP/nsubj/2/person took=take/VBD/root/0 part/NN/obj/2 in/IN/case/6 a/DT/det/6 rant/NN/obl/2 "
       "at/IN/case/8 Vega/NNP/nmod/6/organization",
       ""},
      {"Lind/NNP/nsubj/2/person likened=liken/VBD/root/0 Vega/NNP/obj/2/organization to/IN/case/6 a/DT/det/6 "
       "cartel/NN/obl/2",
       "Lind denounces Vega"},
      {"Lind/NNP/nsubj/2/person likened=liken/VBD/root/0 Vega/NNP/obj/2/organization to/IN/case/6 a/DT/det/6 "
       "castle/NN/obl/2",
       ""},
  });
}

TEST_CASE("a state and its government do not denounce each other") {
  check({
      {"Lebanon/NNP/nsubj/2/place condemned=condemn/VBD/root/0 the/DT/det/5 Lebanese/JJ/amod/5 "
       "government/NN/obj/2",
       ""},
  });
}

TEST_CASE("a minister does not blame his own state for what somebody else may have done") {
  const std::string raid =
      "Peru/NNP/nmod:poss/3/place 's/POS/case/1 raid/NN/nsubj/4 failed=fail/VBD/root/0\n";
  check({
      {raid + "Chilean/JJ/amod/2 minister/NN/nmod:desc/3 Mara/NNP/nsubj/5/person Doe/NNP/flat/3/+ "
              "condemned=condemn/VBD/root/0 the/DT/det/7 raid/NN/obj/5",
       "Mara Doe denounces Peru"},
      {raid + "Peruvian/JJ/amod/2 minister/NN/nmod:desc/3 Mara/NNP/nsubj/5/person Doe/NNP/flat/3/+ "
              "condemned=condemn/VBD/root/0 the/DT/det/7 raid/NN/obj/5",
       ""},
      {raid + "Peruvian/JJ/amod/3 foreign/JJ/amod/3 minister/NN/nmod:desc/4 Mara/NNP/nsubj/6/person "
              "Doe/NNP/flat/4/+ "
              "condemned=condemn/VBD/root/0 the/DT/det/8 raid/NN/obj/6",
       ""},
  });
}

TEST_CASE("what a second object is reproached with stands for its verb") {
  check({
      {"Lind/NNP/nsubj/2/person faulted=fault/VBD/root/0 Peru/NNP/obj/2/place for/IN/case/5 delay/NN/obl/2 "
       "and/CC/cc/7 Chile/NNP/conj/5/place for/IN/case/9 haste/NN/nmod/7",
       "Lind denounces Peru, Lind denounces Chile"},
      {"Lind/NNP/nsubj/2/person faulted=fault/VBD/root/0 Peru/NNP/obj/2/place for/IN/case/5 delay/NN/obl/2 "
       "and/CC/cc/8 Chile/NNP/nsubj/8/place agreed=agree/VBD/conj/2",
       "Lind denounces Peru"},
  });
}

TEST_CASE("what is banned, too, is banned by whoever banned the other") {
  const std::string orion = "Orion/NNP/nsubj/2/organization banned=ban/VBD/root/0 Lind/NNP/obj/2/person\n";
  check({
      {orion + "Doe/NNP/nsubj:pass/4/person was=be/VBD/aux:pass/4 also/RB/advmod/4 banned=ban/VBN/root/0",
       "Orion bans Lind, Orion bans Doe"},
      {orion + "Doe/NNP/nsubj:pass/3/person was=be/VBD/aux:pass/3 banned=ban/VBN/root/0", "Orion bans Lind"},
  });
}

TEST_CASE("an utterance is blamed on whoever accused or spoke last") {
  check({
      {"Lind/NNP/nsubj/2/person accused=accuse/VBD/root/0 Doe/NNP/obj/2/person\n"
       "Doe/NNP/nsubj/2/person condemned=condemn/VBD/root/0 the/DT/det/4 remarks=remark/NNS/obj/2",
       "Lind denounces Doe, Doe denounces Lind"},
      {"Lind/NNP/nsubj/2/person said=say/VBD/root/0 so/RB/advmod/2\n"
       "Doe/NNP/nsubj/2/person condemned=condemn/VBD/root/0 the/DT/det/4 speech/NN/obj/2",
       "Doe denounces Lind"},
      {"Lind/NNP/nsubj/2/person accused=accuse/VBD/root/0 Orion/NNP/obj/2/organization\n"
       "Doe/NNP/nsubj/2/person said=say/VBD/root/0 the/DT/det/4 remark/NN/nsubj/6 was=be/VBD/cop/6 "
       "shameful/JJ/ccomp/2",
       "Lind denounces Orion, Doe denounces Lind"},
  });
}

TEST_CASE("a campaign is an actor of its own") {
  check({
      {"The/DT/det/3 Doe/NNP/compound/3/person campaign/NN/nsubj/4 accused=accuse/VBD/root/0 "
       "Lind/NNP/obj/4/person",
       "Doe campaign denounces Lind"},
  });
}

TEST_CASE("a finding knows where it was found and who is reported to say it") {
  const auto found = findings_of(
      "Lind/NNP/nsubj/2/person said=say/VBD/root/0 that/IN/mark/5 Peru/NNP/nsubj/5/place "
      "banned=ban/VBD/ccomp/2 Vega/NNP/obj/5/product");
  REQUIRE(found.size() == 1);
  CHECK(found[0].trigger == Place{0, 4});
  REQUIRE(found[0].claim.speaker);
  CHECK(found[0].claim.speaker->name == "Lind");
  REQUIRE(found[0].claim.trigger);
  CHECK(found[0].claim.trigger->text == "banned");
}

TEST_CASE("who only stands beside whom it is done to is not meant") {
  const std::string lind = "Lind/NNP/nsubj/2/person ";
  check({
      {"Doe/NNP/nsubj/2/person left=leave/VBD/root/0\n" + lind + "blamed=blame/VBD/root/0 himself/PRP/obj/2",
       ""},
      {"Lind/NNP/nsubj/2/person bought=buy/VBD/root/0 Vega/NNP/nmod:poss/5/organization 's/POS/case/3 "
       "rival/NN/obj/2",
       ""},
      {"Vega/NNP/nsubj/2/organization spoke=speak/VBD/root/0\nOrion/NNP/nsubj/2/organization "
       "had=have/VBD/root/0 6.3/CD/nummod/4 percent/NN/obj/2",
       ""},
  });
}

TEST_CASE("a company is owned neither by where it is from nor by another's owner") {
  check({
      {"Lind/NNP/nsubj/2/person bought=buy/VBD/root/0 a/DT/det/4 stake/NN/obj/2 in/IN/case/8 "
       "Rwanda/NNP/nmod:poss/8/place 's/POS/case/6 Kivu/NNP/nmod/4/organization",
       "Lind owns Kivu"},
      {"Lind/NNP/nsubj/2/person likes=like/VBZ/root/0 Vega/NNP/nmod:poss/5/organization 's/POS/case/3 "
       "subsidiary/NN/obj/2 Orion/NNP/appos/5/organization and/CC/cc/10 Doe/NNP/nmod:poss/10/organization "
       "'s/POS/case/8 Lyra/NNP/conj/6/organization",
       "Vega owns Orion"},
  });
}

TEST_CASE("a part whose whole is left unsaid is one of what the text is about") {
  const std::string orion = "Orion/NNP/nsubj/2/organization grew=grow/VBD/root/0\n";
  const std::string vega = "Vega/NNP/nsubj/2/organization ";
  check({
      {orion + vega + "bought=buy/VBD/root/0 45/CD/nummod/4 percent/NN/obj/2", "Vega owns Orion"},
      {orion + vega +
           "holds=hold/VBZ/root/0 51/CD/nummod/4 percent/NN/obj/2 of/IN/case/7 the/DT/det/7 "
           "shares=share/NNS/nmod/4",
       "Vega owns Orion"},
      {orion + vega +
           "sold=sell/VBD/root/0 its=its/PRP$/nmod:poss/5 remaining/JJ/amod/5 stake/NN/obj/2 to/IN/case/7 "
           "Lyra/NNP/obl/2/organization",
       "Vega owns Orion [ended], Lyra owns Orion"},
      {orion +
           "The=the/DT/det/3 present/JJ/amod/3 owner/NN/nsubj/5 is=be/VBZ/cop/5 Vega/NNP/root/0/organization",
       "Vega owns Orion"},
      // No part of anything.
      {orion + vega + "has=have/VBZ/root/0 an/DT/det/4 interest/NN/obj/2", ""},
      {orion + vega + "met=meet/VBD/root/0 an/DT/det/4 owner/NN/obj/2", ""},
  });
}

TEST_CASE("what is taken back afterwards is over, or comes to nothing") {
  const std::string ban = "Peru/NNP/nsubj/2/place banned=ban/VBD/root/0 Vega/NNP/obj/2/product";
  const std::string talks =
      "Vega/NNP/nsubj/4/organization may/MD/aux/4 soon/RB/advmod/4 buy/VB/root/0 "
      "Orion/NNP/obj/4/organization";
  check({
      {ban + " but/CC/cc/6 judges=judge/NNS/nsubj/6 lifted=lift/VBD/conj/2 the/DT/det/8 order/NN/obj/6",
       "Peru bans Vega [ended]"},
      {ban + " ,/,/punct/2 the/DT/det/6 rule/NN/nsubj/7 lapsed=lapse/VBD/parataxis/2",
       "Peru bans Vega [ended]"},
      {ban + "\nThe=the/DT/det/2 ban/NN/nsubj:pass/4 was=be/VBD/aux:pass/4 lifted=lift/VBN/root/0",
       "Peru bans Vega [ended]"},
      {ban + "\nChile/NNP/nsubj/2/place lifted=lift/VBD/root/0 its=its/PRP$/nmod:poss/4 embargo/NN/obj/2",
       "Peru bans Vega"},
      {ban + "\nChile/NNP/nsubj/2/place lifted=lift/VBD/root/0 the/DT/det/4 ban/NN/obj/2", "Peru bans Vega"},
      {talks + " but/CC/cc/9 the/DT/det/8 deal/NN/nsubj/9 collapsed=collapse/VBD/conj/4",
       "Vega owns Orion [denied]"},
      {talks + " but/CC/cc/9 the/DT/det/8 deal/NN/nsubj/9 grew=grow/VBD/conj/4", "Vega owns Orion [planned]"},
  });
}

TEST_CASE("a court that lifts a ban did not make it") {
  check({
      {"Judges=judge/NNS/nsubj/2 lifted=lift/VBD/root/0 the/DT/det/4 ban/NN/obj/2 on/IN/case/6 "
       "Vega/NNP/nmod/4/product",
       ""},
      {"Judges=judge/NNS/nsubj/2 lifted=lift/VBD/root/0 Peru/NNP/nmod:poss/5/place 's/POS/case/3 "
       "ban/NN/obj/2 "
       "on/IN/case/7 Vega/NNP/nmod/5/product",
       "Peru bans Vega [ended]"},
  });
}

TEST_CASE("a ban is by whoever imposed it, though a name stands between") {
  check({
      {"A=a/DT/det/2 ban/NN/nsubj:pass/9 on/IN/case/4 Vega/NNP/nmod/2/product ,/,/punct/6 "
       "imposed=impose/VBN/acl/4 by/IN/case/8 Peru/NNP/obl:agent/6/place lapses=lapse/VBZ/root/0",
       "Peru bans Vega"},
      {"Peru/NNP/nmod:poss/3/place 's/POS/case/1 court/NN/nsubj/4 lifted=lift/VBD/root/0 the/DT/det/6 "
       "ban/NN/obj/4 on/IN/case/8 Vega/NNP/nmod/6/product",
       "Peru bans Vega [ended]"},
      {"Mara/NNP/nsubj:pass/4/person Lind/NNP/flat/1/+ was=be/VBD/aux:pass/4 refused=refuse/VBN/root/0 "
       "entry/NN/xcomp/4 to/IN/case/7 Peru/NNP/nmod/5/place",
       "Peru bans Mara Lind"},
  });
}

TEST_CASE("what is somebody's own goes with him") {
  check({
      {"Peru/NNP/nsubj/2/place banned=ban/VBD/root/0 Orion/NNP/obj/2/organization ,/,/punct/8 "
       "along/RB/case/8 "
       "with/IN/case/8 its=its/PRP$/nmod:poss/8 subsidiary/NN/obl/2 Vega/NNP/appos/8/organization",
       "Peru bans Orion, Peru bans Vega, Orion owns Vega"},
  });
}

TEST_CASE("a name that has another owns it, if that is a company") {
  check({
      {"Lind/NNP/nmod:poss/3/person 's/POS/case/1 Orion/NNP/nsubj/6/organization and/CC/cc/5 "
       "Lyra/NNP/conj/3/organization grew=grow/VBD/root/0",
       "Lind owns Orion, Lind owns Lyra"},
      {"Peru/NNP/nmod:poss/3/place 's/POS/case/1 Orion/NNP/nsubj/4/organization grew=grow/VBD/root/0", ""},
      {"Vega/NNP/nmod:poss/3/organization 's/POS/case/1 Lind/NNP/nsubj/4/person grew=grow/VBD/root/0", ""},
      {"Vega/NNP/nmod:poss/3/organization 's/POS/case/1 LinkedIn/NNP/nsubj/4/product grew=grow/VBD/root/0",
       ""},
      {"Vega/NNP/nmod:poss/3/organization 's/POS/case/1 GitHub/NNP/nsubj/4/organization grew=grow/VBD/root/0",
       "Vega owns GitHub"},
      {"Lind/NNP/nmod:poss/3/person 's/POS/case/1 Nocturnes/NNP/nsubj/4/work ended=end/VBD/root/0", ""},
      // The executives are Lind's.
      {"Lind/NNP/nmod:poss/4/person 's/POS/case/1 Orion/NNP/compound/4/organization "
       "executives=executive/NNS/nsubj/5 left=leave/VBD/root/0",
       ""},
  });
}

TEST_CASE("whose company it is says who owns it, unless it is another kind of company") {
  check({
      {"Lind/NNP/nmod:poss/3/person 's/POS/case/1 company/NN/nsubj/5 Orion/NNP/appos/3/organization "
       "grew=grow/VBD/root/0",
       "Lind owns Orion"},
      {"Orion/NNP/nsubj/8/organization ,/,/punct/4 a/DT/det/4 company/NN/appos/1 of/IN/case/6 "
       "Lind/NNP/nmod/4/person ,/,/punct/1 grew=grow/VBD/root/0",
       "Lind owns Orion"},
      {"Lind/NNP/nmod:poss/4/person 's/POS/case/1 record/NN/compound/4 company/NN/nsubj/6 "
       "Orion/NNP/appos/4/organization grew=grow/VBD/root/0",
       ""},
  });
}
