#include "claims/parsed.h"
#include "claims/repair/repairs.h"

using namespace newsgraph;
using newsgraph::testing::Parsed;

TEST_CASE("what somebody is accused of hangs on the verb") {
  const Parsed s(R"(
    Vega Vega PROPN NNP 2 nsubj
    accuses accuse VERB VBZ 0 root
    the the DET DT 4 det
    army army NOUN NN 2 obj
    of of ADP IN 6 case
    executions execution NOUN NNS 4 nmod)");
  Sentence sentence = s.tree().sentence();
  repair_valency(sentence);
  CHECK(sentence.tokens[5].head == 1);
  CHECK(sentence.tokens[5].deprel == Deprel::obl);
}

TEST_CASE("a phrase that the verb does not take stays with its noun") {
  const Parsed s(R"(
    Vega Vega PROPN NNP 2 nsubj
    bans ban VERB VBZ 0 root
    exports export NOUN NNS 2 obj
    of of ADP IN 5 case
    gallium gallium NOUN NN 3 nmod)");
  Sentence sentence = s.tree().sentence();
  repair_valency(sentence);
  CHECK(sentence.tokens[4].head == 2);
  CHECK(sentence.tokens[4].deprel == Deprel::nmod);
}

TEST_CASE("what is called something is the object of calling") {
  const Parsed s(R"(
    Mara Mara PROPN NNP 2 nsubj
    called call VERB VBD 0 root
    the the DET DT 4 det
    plan plan NOUN NN 2 xcomp
    foolish foolish ADJ JJ 4 appos)");
  Sentence sentence = s.tree().sentence();
  repair_valency(sentence);
  CHECK(sentence.tokens[3].deprel == Deprel::obj);
  CHECK(sentence.tokens[4].head == 1);
  CHECK(sentence.tokens[4].deprel == Deprel::xcomp);
}

TEST_CASE("two modifiers of one company are no company and a thing") {
  const Parsed s(R"(
    They they PRON PRP 2 nsubj
    buy buy VERB VBP 0 root
    the the DET DT 4 det
    aerospace aerospace NOUN NN 2 obj
    and and CCONJ CC 7 cc
    defence defence NOUN NN 7 compound
    company company NOUN NN 4 conj)");
  Sentence sentence = s.tree().sentence();
  repair_coordination(sentence);
  CHECK(sentence.tokens[6].head == 1);
  CHECK(sentence.tokens[6].deprel == Deprel::obj);
  CHECK(sentence.tokens[3].head == 6);
  CHECK(sentence.tokens[3].deprel == Deprel::compound);
  CHECK(sentence.tokens[2].head == 6);
}

TEST_CASE("two things stay two") {
  const Parsed s(R"(
    They they PRON PRP 2 nsubj
    buy buy VERB VBP 0 root
    the the DET DT 4 det
    hotel hotel NOUN NN 2 obj
    and and CCONJ CC 7 cc
    a a DET DT 7 det
    company company NOUN NN 4 conj)");
  Sentence sentence = s.tree().sentence();
  repair_coordination(sentence);
  CHECK(sentence.tokens[6].deprel == Deprel::conj);
}

TEST_CASE("who is called on to do it is the one who does") {
  const Parsed s(R"(
    Lima Lima PROPN NNP 2 nsubj
    called call VERB VBD 0 root
    on on ADP IN 4 case
    Chile Chile PROPN NNP 2 obl
    to to PART TO 6 mark
    ban ban VERB VB 2 advcl
    it it PRON PRP 6 obj)");
  Sentence sentence = s.tree().sentence();
  repair_valency(sentence);
  CHECK(sentence.tokens[3].deprel == Deprel::obj);
  CHECK(sentence.tokens[5].deprel == Deprel::xcomp);
}

TEST_CASE("an adjective behind the object says what it is called") {
  const Parsed s(R"(
    Mara Mara PROPN NNP 2 nsubj
    called call VERB VBD 0 root
    the the DET DT 4 det
    tax tax NOUN NN 2 obj
    on on ADP IN 6 case
    oil oil NOUN NN 4 nmod
    unfair unfair ADJ JJ 6 amod)");
  Sentence sentence = s.tree().sentence();
  repair_valency(sentence);
  CHECK(sentence.tokens[6].head == 1);
  CHECK(sentence.tokens[6].deprel == Deprel::xcomp);
}

TEST_CASE("behind the conjunction of a verb stands its subject") {
  const Parsed s(R"(
    Vega Vega PROPN NNP 2 nsubj
    sold sell VERB VBD 0 root
    farms farm NOUN NNS 2 obj
    , , PUNCT , 7 punct
    and and CCONJ CC 7 cc
    critics critic NOUN NNS 3 conj
    blame blame VERB VBP 2 conj
    him he PRON PRP 7 obj)");
  Sentence sentence = s.tree().sentence();
  repair_coordination(sentence);
  CHECK(sentence.tokens[5].head == 6);
  CHECK(sentence.tokens[5].deprel == Deprel::nsubj);
}

TEST_CASE("behind the object of a verb with a subject \"by\" says whose it is") {
  const Parsed s(R"(
    Vega Vega PROPN NNP 2 nsubj
    called call VERB VBD 0 root
    drills drill NOUN NNS 2 obj
    by by ADP IN 5 case
    Seoul Seoul PROPN NNP 2 obl:agent
    reckless reckless ADJ JJ 2 xcomp)");
  Sentence sentence = s.tree().sentence();
  repair_valency(sentence);
  CHECK(sentence.tokens[4].head == 2);
  CHECK(sentence.tokens[4].deprel == Deprel::nmod);
}

TEST_CASE("the agent of a passive stays one") {
  const Parsed s(R"(
    Vega Vega PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    given give VERB VBN 0 root
    orders order NOUN NNS 3 obj
    by by ADP IN 6 case
    Seoul Seoul PROPN NNP 3 obl:agent)");
  Sentence sentence = s.tree().sentence();
  repair_valency(sentence);
  CHECK(sentence.tokens[5].head == 2);
}

TEST_CASE("of two that are called, the first is called the second") {
  const Parsed s(R"(
    Mara Mara PROPN NNP 2 nsubj
    called call VERB VBD 0 root
    conduct conduct NOUN NN 2 xcomp
    a a DET DT 5 det
    breach breach NOUN NN 2 xcomp)");
  Sentence sentence = s.tree().sentence();
  repair_valency(sentence);
  CHECK(sentence.tokens[2].deprel == Deprel::obj);
  CHECK(sentence.tokens[4].deprel == Deprel::xcomp);
}

TEST_CASE("of two phrases the verb takes the second") {
  const Parsed s(R"(
    Vega Vega PROPN NNP 2 nsubj
    accuses accuse VERB VBZ 0 root
    the the DET DT 4 det
    army army NOUN NN 2 obj
    of of ADP IN 6 case
    Peru Peru PROPN NNP 4 nmod
    of of ADP IN 8 case
    murder murder NOUN NN 6 nmod)");
  Sentence sentence = s.tree().sentence();
  repair_valency(sentence);
  CHECK(sentence.tokens[5].head == 3);
  CHECK(sentence.tokens[7].head == 1);
  CHECK(sentence.tokens[7].deprel == Deprel::obl);
}
