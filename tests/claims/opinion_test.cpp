#include "claims/grammar/opinion.h"

#include "claims/parsed.h"

using namespace newsgraph;
using newsgraph::testing::Parsed;

namespace {

std::vector<int> judged_in(const Parsed& parsed, int word) {
  return judged_by(parsed.tree(), RelationSchema::built_in(), word);
}

}  // namespace

TEST_CASE("a predicate judges its subject") {
  const Parsed s(R"(
    The the DET DT 2 det
    ban ban NOUN NN 4 nsubj
    is be AUX VBZ 4 cop
    outrageous outrageous ADJ JJ 0 root)");
  CHECK(s.forms(judged_in(s, s.at("outrageous"))) == "ban");
  CHECK_FALSE(is_retracted(s.tree(), s.at("outrageous")));
}

TEST_CASE("an attribute judges its noun, of a predicate the subject") {
  const Parsed attribute(R"(
    Reckless reckless ADJ JJ 2 amod
    plans plan NOUN NNS 3 nsubj
    failed fail VERB VBD 0 root)");
  CHECK(attribute.forms(judged_in(attribute, attribute.at("Reckless"))) == "plans");
  const Parsed predicate(R"(
    Vega Vega PROPN NNP 5 nsubj
    is be AUX VBZ 5 cop
    a a DET DT 5 det
    corrupt corrupt ADJ JJ 5 amod
    firm firm NOUN NN 0 root)");
  CHECK(predicate.forms(judged_in(predicate, predicate.at("corrupt"))) == "Vega");
}

TEST_CASE("a decision with its maker is judged itself") {
  const Parsed s(R"(
    This this PRON DT 5 nsubj
    is be AUX VBZ 5 cop
    a a DET DT 5 det
    shameful shameful ADJ JJ 5 amod
    decision decision NOUN NN 0 root
    by by ADP IN 7 case
    Vega Vega PROPN NNP 5 nmod)");
  CHECK(s.forms(judged_in(s, s.at("shameful"))) == "decision");
}

TEST_CASE("who is named behind the judgement is meant") {
  const Parsed s(R"(
    It it PRON PRP 3 nsubj
    is be AUX VBZ 3 cop
    irresponsible irresponsible ADJ JJ 0 root
    of of ADP IN 5 case
    Vega Vega PROPN NNP 3 obl)");
  CHECK(s.forms(judged_in(s, s.at("irresponsible"))) == "Vega");
}

TEST_CASE("who commits it stands behind the noun") {
  const Parsed s(R"(
    This this PRON DT 4 nsubj
    is be AUX VBZ 4 cop
    a a DET DT 4 det
    betrayal betrayal NOUN NN 0 root
    by by ADP IN 6 case
    Vega Vega PROPN NNP 4 nmod)");
  CHECK(s.forms(judged_in(s, s.at("betrayal"))) == "Vega");
}

TEST_CASE("who is to blame is judged, who blames is not") {
  const Parsed blamed(R"(
    Vega Vega PROPN NNP 4 nsubj
    is be AUX VBZ 4 aux
    to to PART TO 4 mark
    blame blame VERB VB 0 root)");
  CHECK(is_infinitive_of_be(blamed.tree(), blamed.at("blame")));
  CHECK(blamed.forms(judged_in(blamed, blamed.at("blame"))) == "Vega");
  const Parsed blames(R"(
    Vega Vega PROPN NNP 4 nsubj
    is be AUX VBZ 4 aux
    to to PART TO 4 mark
    blame blame VERB VB 0 root
    Mara Mara PROPN NNP 4 obj)");
  CHECK_FALSE(is_infinitive_of_be(blames.tree(), blames.at("blame")));
}

TEST_CASE("less of it is not said either") {
  const Parsed s(R"(
    Vega Vega PROPN NNP 4 nsubj
    is be AUX VBZ 4 cop
    less less ADV RBR 4 advmod
    destructive destructive ADJ JJ 0 root)");
  CHECK(is_retracted(s.tree(), s.at("destructive")));
}

TEST_CASE("what is negated is not said") {
  const Parsed s(R"(
    Vega Vega PROPN NNP 5 nsubj
    is be AUX VBZ 5 cop
    no no DET DT 5 det
    corrupt corrupt ADJ JJ 5 amod
    firm firm NOUN NN 0 root)");
  CHECK(is_retracted(s.tree(), s.at("corrupt")));
}

TEST_CASE("what amounts to something is judged by it") {
  const Parsed s(R"(
    Sieges siege NOUN NNS 2 nsubj
    amount amount VERB VBP 0 root
    to to ADP IN 4 case
    theft theft NOUN NN 2 obl)");
  CHECK(s.forms(judged_in(s, s.at("theft"))) == "Sieges");
}

TEST_CASE("who acts in a manner is judged by it") {
  const Parsed s(R"(
    Leaders leader NOUN NNS 2 nsubj
    acted act VERB VBD 0 root
    in in ADP IN 6 case
    an a DET DT 6 det
    unlawful unlawful ADJ JJ 6 amod
    manner manner NOUN NN 2 obl)");
  CHECK(s.forms(judged_in(s, s.at("unlawful"))) == "Leaders");
}

TEST_CASE("an act of aggression judges whoever it is said of") {
  const Parsed s(R"(
    Sanctions sanction NOUN NNS 4 nsubj
    are be AUX VBP 4 cop
    an a DET DT 4 det
    act act NOUN NN 0 root
    of of ADP IN 6 case
    aggression aggression NOUN NN 4 nmod)");
  CHECK(s.forms(judged_in(s, s.at("aggression"))) == "Sanctions");
}
