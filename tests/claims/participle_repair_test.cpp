#include "claims/repair/repairs.h"

#include "claims/parsed.h"

using namespace newsgraph;
using newsgraph::testing::Parsed;

TEST_CASE("what posts do is no attribute of whom they insult") {
  const Parsed s(R"(
    Posts post NOUN NNS 0 root
    insulting insult VERB VBG 3 amod
    Mara Mara PROPN NNP 1 nmod)");
  Sentence sentence = s.tree().sentence();
  repair_participles(sentence);
  CHECK(sentence.tokens[1].head == 0);
  CHECK(sentence.tokens[1].deprel == Deprel::acl);
  CHECK(sentence.tokens[2].head == 1);
  CHECK(sentence.tokens[2].deprel == Deprel::obj);
}

TEST_CASE("an attribute between a noun and its phrase stays one") {
  const Parsed s(R"(
    Reports report NOUN NNS 0 root
    of of ADP IN 4 case
    escalating escalate VERB VBG 4 amod
    violence violence NOUN NN 1 nmod)");
  Sentence sentence = s.tree().sentence();
  repair_participles(sentence);
  CHECK(sentence.tokens[2].head == 3);
  CHECK(sentence.tokens[2].deprel == Deprel::amod);
}

TEST_CASE("a participle right behind \"have\" makes the perfect") {
  const Parsed s(R"(
    Peru Peru PROPN NNP 2 nsubj
    had have VERB VBD 0 root
    suppressed suppress VERB VBN 4 amod
    protests protest NOUN NNS 2 obj
    . . PUNCT . 2 punct)");
  Sentence sentence = s.tree().sentence();
  repair_participles(sentence);
  CHECK(sentence.tokens[2].head == -1);
  CHECK(sentence.tokens[2].deprel == Deprel::root);
  CHECK(sentence.tokens[0].head == 2);
  CHECK(sentence.tokens[1].deprel == Deprel::aux);
  CHECK(sentence.tokens[3].head == 2);
  CHECK(sentence.tokens[4].head == 2);
}

TEST_CASE("what one has, has an article") {
  const Parsed s(R"(
    Peru Peru PROPN NNP 2 nsubj
    has have VERB VBZ 0 root
    a a DET DT 5 det
    banned ban VERB VBN 5 amod
    party party NOUN NN 2 obj)");
  Sentence sentence = s.tree().sentence();
  repair_participles(sentence);
  CHECK(sentence.tokens[1].head == -1);
  CHECK(sentence.tokens[3].deprel == Deprel::amod);
}

TEST_CASE("right behind a case stands what it alleges") {
  const Parsed s(R"(
    Judges judge NOUN NNS 2 nsubj
    dismissed dismiss VERB VBD 0 root
    a a DET DT 4 det
    case case NOUN NN 2 obj
    alleging allege VERB VBG 2 advcl
    fraud fraud NOUN NN 5 obj)");
  Sentence sentence = s.tree().sentence();
  repair_participles(sentence);
  CHECK(sentence.tokens[4].head == 3);
  CHECK(sentence.tokens[4].deprel == Deprel::acl);
}

TEST_CASE("by protesting officials: they do it") {
  const Parsed s(R"(
    Mara Mara PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    stopped stop VERB VBN 0 root
    by by SCONJ IN 5 mark
    protesting protest VERB VBG 3 advcl
    officials official NOUN NNS 5 obj)");
  Sentence sentence = s.tree().sentence();
  repair_participles(sentence);
  CHECK(sentence.tokens[5].head == 2);
  CHECK(sentence.tokens[5].deprel == Deprel::obl_agent);
  CHECK(sentence.tokens[4].head == 5);
  CHECK(sentence.tokens[4].deprel == Deprel::amod);
}

TEST_CASE("after a comma a participle goes with the verb of the sentence") {
  const Parsed s(R"(
    Mara Mara PROPN NNP 2 nsubj
    blocks block VERB VBZ 0 root
    an a DET DT 4 det
    order order NOUN NN 2 obj
    ending end VERB VBG 4 acl
    it it PRON PRP 5 obj
    , , PUNCT , 8 punct
    calling call VERB VBG 5 advcl
    it it PRON PRP 8 obj)");
  Sentence sentence = s.tree().sentence();
  repair_participles(sentence);
  CHECK(sentence.tokens[7].head == 1);
}

TEST_CASE("a verb with a subject is no attribute of its object") {
  const Parsed s(R"(
    Peru Peru PROPN NNP 2 nsubj
    proscribed proscribe VERB VBN 4 amod
    Orion Orion PROPN NNP 4 compound
    Action Action PROPN NNP 0 root
    . . PUNCT . 4 punct)");
  Sentence sentence = s.tree().sentence();
  repair_participles(sentence);
  CHECK(sentence.tokens[1].head == -1);
  CHECK(sentence.tokens[1].deprel == Deprel::root);
  CHECK(sentence.tokens[3].head == 1);
  CHECK(sentence.tokens[3].deprel == Deprel::obj);
  CHECK(sentence.tokens[4].head == 1);
}
