#include "claims/grammar/referent.h"

#include "claims/parsed.h"

using namespace newsgraph;
using newsgraph::testing::Parsed;

TEST_CASE("a second predicate is said of what the first is said of") {
  const Parsed s(R"(
    Vega Vega PROPN NNP 4 nsubj
    is be AUX VBZ 4 cop
    an a DET DT 4 det
    airline airline NOUN NN 0 root
    in in ADP IN 6 case
    Oslo Oslo PROPN NNP 4 nmod
    and and CCONJ CC 9 cc
    a a DET DT 9 det
    subsidiary subsidiary NOUN NN 6 conj
    of of ADP IN 11 case
    Orion Orion PROPN NNP 9 nmod)");
  CHECK(s.forms(referents_of_role(s.tree(), s.at("subsidiary"))) == "Vega");
}

TEST_CASE("a phrase that opens the sentence is said of the name after its comma") {
  const Parsed s(R"(
    A a DET DT 2 det
    subsidiary subsidiary NOUN NN 7 nsubj
    of of ADP IN 4 case
    Orion Orion PROPN NNP 2 nmod
    , , PUNCT , 2 punct
    Vega Vega PROPN NNP 7 nsubj
    makes make VERB VBZ 0 root
    toys toy NOUN NNS 7 obj)");
  CHECK(s.forms(referents_of_role(s.tree(), s.at("subsidiary"))) == "Vega");
}

TEST_CASE("an apposition after an office is said of the company, not of the office") {
  const Parsed s(R"(
    the the DET DT 2 det
    President President PROPN NNP 0 root
    of of ADP IN 4 case
    Vega Vega PROPN NNP 2 nmod
    , , PUNCT , 7 punct
    a a DET DT 7 det
    unit unit NOUN NN 2 appos
    of of ADP IN 9 case
    Orion Orion PROPN NNP 7 nmod)");
  CHECK(s.forms(referents_of_role(s.tree(), s.at("unit"))) == "Vega");
}

TEST_CASE("a name between commas belongs to the noun before, who reports does not") {
  const Parsed named(R"(
    its its PRON PRP$ 2 nmod:poss
    unit unit NOUN NN 6 nsubj
    , , PUNCT , 4 punct
    Vega Vega PROPN NNP 6 dep
    , , PUNCT , 4 punct
    grew grow VERB VBD 0 root)");
  CHECK(named.forms(referents_of_role(named.tree(), named.at("unit"))) == "Vega");
  const Parsed reported(R"(
    They they PRON PRP 2 nsubj
    sold sell VERB VBD 0 root
    a a DET DT 4 det
    unit unit NOUN NN 2 obj
    , , PUNCT , 7 punct
    Reuters Reuters PROPN NNP 7 nsubj
    reported report VERB VBD 2 parataxis)");
  CHECK(referents_of_role(reported.tree(), reported.at("unit")).empty());
}

TEST_CASE("members that a plural includes") {
  const Parsed s(R"(
    Its its PRON PRP$ 2 nmod:poss
    brands brand NOUN NNS 3 nsubj
    include include VERB VBP 0 root
    Vega Vega PROPN NNP 3 obj
    and and CCONJ CC 6 cc
    Lyra Lyra PROPN NNP 4 conj)");
  CHECK(s.forms(referents_of_role(s.tree(), s.at("brands"))) == "Vega Lyra");
}

TEST_CASE("a noun that only modifies another describes nothing") {
  const Parsed s(R"(
    Orion Orion PROPN NNP 4 nmod:poss
    's 's PART POS 1 case
    unit unit NOUN NN 4 compound
    price price NOUN NN 5 nsubj
    fell fall VERB VBD 0 root)");
  CHECK(referents_of_role(s.tree(), s.at("unit")).empty());
}
