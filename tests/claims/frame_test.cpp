#include "claims/grammar/frame.h"

#include "claims/parsed.h"

using namespace newsgraph;
using newsgraph::testing::Parsed;

TEST_CASE("an active verb has its subject and object, conjuncts spelt out") {
  const Parsed s(R"(
    Peru Peru PROPN NNP 4 nsubj
    and and CCONJ CC 3 cc
    Chile Chile PROPN NNP 1 conj
    condemned condemn VERB VBD 0 root
    Acme Acme PROPN NNP 4 obj
    . . PUNCT . 4 punct)");
  const Frame frame = frame_of(s.tree(), s.at("condemned"));
  CHECK(s.forms(frame.subjects) == "Peru Chile");
  CHECK(s.forms(frame.objects) == "Acme");
  CHECK_FALSE(frame.passive);
  CHECK_FALSE(frame.inherited);
}

TEST_CASE("a passive turns subject and object round") {
  const Parsed s(R"(
    Acme Acme PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    bought buy VERB VBN 0 root
    by by ADP IN 5 case
    Orion Orion PROPN NNP 3 obl:agent)");
  const Frame frame = frame_of(s.tree(), s.at("bought"));
  CHECK(frame.passive);
  CHECK(s.forms(frame.subjects) == "Orion");
  CHECK(s.forms(frame.objects) == "Acme");
}

TEST_CASE("a passive without agent has no subject") {
  const Parsed s(R"(
    Acme Acme PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    banned ban VERB VBN 0 root)");
  CHECK(frame_of(s.tree(), s.at("banned")).subjects.empty());
}

TEST_CASE("a reduced relative clause is a passive of the noun that it modifies") {
  const Parsed s(R"(
    Acme Acme PROPN NNP 6 nsubj
    , , PUNCT , 3 punct
    owned own VERB VBN 1 acl
    by by ADP IN 5 case
    Orion Orion PROPN NNP 3 obl:agent
    grew grow VERB VBD 0 root)");
  const Frame frame = frame_of(s.tree(), s.at("owned"));
  CHECK(s.forms(frame.subjects) == "Orion");
  CHECK(s.forms(frame.objects) == "Acme");
}

TEST_CASE("a relative pronoun stands for the noun before it") {
  const Parsed s(R"(
    Orion Orion PROPN NNP 5 nsubj
    which which PRON WDT 3 nsubj
    owns own VERB VBZ 1 acl:relcl
    Acme Acme PROPN NNP 3 obj
    grew grow VERB VBD 0 root)");
  CHECK(s.forms(frame_of(s.tree(), s.at("owns")).subjects) == "Orion");
}

TEST_CASE("a relative clause without pronoun leaves its gap to the noun") {
  const Parsed s(R"(
    the the DET DT 2 det
    firm firm NOUN NN 0 root
    Orion Orion PROPN NNP 4 nsubj
    owns own VERB VBZ 2 acl:relcl)");
  const Frame frame = frame_of(s.tree(), s.at("owns"));
  CHECK(s.forms(frame.subjects) == "Orion");
  CHECK(s.forms(frame.objects) == "firm");
}

TEST_CASE("control by subject and by object") {
  const Parsed subject(R"(
    Peru Peru PROPN NNP 2 nsubj
    threatened threaten VERB VBD 0 root
    to to PART TO 4 mark
    ban ban VERB VB 2 xcomp
    Acme Acme PROPN NNP 4 obj)");
  const Frame ban = frame_of(subject.tree(), subject.at("ban"));
  CHECK(subject.forms(ban.subjects) == "Peru");
  CHECK(ban.inherited);

  const Parsed object(R"(
    Peru Peru PROPN NNP 2 nsubj
    forced force VERB VBD 0 root
    Orion Orion PROPN NNP 2 obj
    to to PART TO 5 mark
    sell sell VERB VB 2 xcomp
    Acme Acme PROPN NNP 5 obj)");
  CHECK(object.forms(frame_of(object.tree(), object.at("sell")).subjects) == "Orion");
}

TEST_CASE("coordinated verbs share what stands once") {
  const Parsed s(R"(
    Peru Peru PROPN NNP 2 nsubj
    denounced denounce VERB VBD 0 root
    and and CCONJ CC 4 cc
    banned ban VERB VBD 2 conj
    Acme Acme PROPN NNP 4 obj)");
  CHECK(s.forms(frame_of(s.tree(), s.at("denounced")).objects) == "Acme");
  CHECK(s.forms(frame_of(s.tree(), s.at("banned")).subjects) == "Peru");
}

TEST_CASE("a conjunct with its own subject crosses nothing") {
  const Parsed s(R"(
    Peru Peru PROPN NNP 2 nsubj
    left leave VERB VBD 0 root
    and and CCONJ CC 5 cc
    Chile Chile PROPN NNP 5 nsubj
    banned ban VERB VBD 2 conj
    Acme Acme PROPN NNP 5 obj)");
  CHECK(s.forms(frame_of(s.tree(), s.at("banned")).subjects) == "Chile");
  CHECK(frame_of(s.tree(), s.at("left")).objects.empty());
}

TEST_CASE("who has the approval acts in the infinitive below it") {
  const Parsed s(R"(
    Orion Orion PROPN NNP 2 nsubj
    won win VERB VBD 0 root
    approval approval NOUN NN 2 obj
    to to PART TO 5 mark
    buy buy VERB VB 3 acl
    Vega Vega PROPN NNP 5 obj)");
  CHECK(s.forms(frame_of(s.tree(), s.at("buy")).subjects) == "Orion");
}

TEST_CASE("whom somebody clears to act acts") {
  const Parsed s(R"(
    Regulators regulator NOUN NNS 2 nsubj
    cleared clear VERB VBD 0 root
    Orion Orion PROPN NNP 2 obj
    to to PART TO 5 mark
    buy buy VERB VB 2 advcl
    Vega Vega PROPN NNP 5 obj)");
  CHECK(s.forms(frame_of(s.tree(), s.at("buy")).subjects) == "Orion");
}

TEST_CASE("which takes up the name right before it") {
  const Parsed s(R"(
    Ann Ann PROPN NNP 4 nsubj
    is be AUX VBZ 4 cop
    the the DET DT 4 det
    founder founder NOUN NN 0 root
    of of ADP IN 6 case
    Vega Vega PROPN NNP 4 nmod
    , , PUNCT , 9 punct
    which which PRON WDT 9 nsubj:pass
    owned own VERB VBN 4 acl:relcl
    by by ADP IN 11 case
    Orion Orion PROPN NNP 9 obl:agent)");
  CHECK(s.forms(frame_of(s.tree(), s.at("owned")).objects) == "Vega");
}

TEST_CASE("who is given leave to do something does it") {
  const Parsed s(R"(
    Peru Peru PROPN NNP 2 nsubj
    gave give VERB VBD 0 root
    Orion Orion PROPN NNP 2 iobj
    leave leave NOUN NN 2 obj
    to to PART TO 6 mark
    buy buy VERB VB 4 acl
    Vega Vega PROPN NNP 6 obj)");
  CHECK(s.forms(frame_of(s.tree(), s.at("buy")).subjects) == "Orion");
}
