#include "claims/assemble/status.h"

#include "claims/parsed.h"

using namespace newsgraph;
using newsgraph::testing::Parsed;

namespace {

Status verb_status(std::string_view table, std::string_view verb, bool stative = true) {
  const Parsed s(table);
  return status_of_verb({s.tree(), RelationSchema::built_in(), stative}, s.at(verb), false);
}

}  // namespace

TEST_CASE("statuses compose") {
  using enum Status;
  CHECK(compose(asserted, ended) == ended);
  CHECK(compose(planned, asserted) == planned);
  CHECK(compose(planned, ended) == asserted);  // plans to lift the ban: it is in force
  CHECK(compose(denied, asserted) == denied);
  CHECK(compose(denied, denied) == asserted);  // did not refuse to ban
  CHECK(compose(ended, asserted) == ended);
}

TEST_CASE("a plain statement is asserted") {
  CHECK(verb_status("Peru Peru PROPN NNP 2 nsubj\nbanned ban VERB VBD 0 root\nAcme Acme PROPN NNP 2 obj",
                    "banned") == Status::asserted);
}

TEST_CASE("a modal makes it planned, a negation denied") {
  CHECK(verb_status("Peru Peru PROPN NNP 3 nsubj\nmay may AUX MD 3 aux\nban ban VERB VB 0 root\nAcme Acme "
                    "PROPN NNP 3 obj",
                    "ban") == Status::planned);
  CHECK(verb_status("Peru Peru PROPN NNP 4 nsubj\ndid do AUX VBD 4 aux\nnot not PART RB 4 advmod\nban ban "
                    "VERB VB 0 root\n"
                    "Acme Acme PROPN NNP 4 obj",
                    "ban") == Status::denied);
}

TEST_CASE("governing verbs decide: threats, refusals, what is managed") {
  const auto governed = [](const std::string& lemma) {
    return verb_status("Peru Peru PROPN NNP 2 nsubj\nX " + lemma +
                           " VERB VBD 0 root\nto to PART TO 4 mark\nban ban VERB VB 2 xcomp\n" +
                           "Acme Acme PROPN NNP 4 obj",
                       "ban");
  };
  CHECK(governed("threaten") == Status::planned);
  CHECK(governed("refuse") == Status::denied);
  CHECK(governed("manage") == Status::asserted);
  CHECK(governed("cease") == Status::ended);
}

TEST_CASE("what is only reported is asserted, what is denied is not") {
  const auto reported = [](const std::string& lemma) {
    return verb_status("Peru Peru PROPN NNP 2 nsubj\nX " + lemma +
                           " VERB VBD 0 root\nthat that SCONJ IN 5 mark\nit it PRON PRP 5 nsubj\n" +
                           "owned own VERB VBD 2 ccomp\nAcme Acme PROPN NNP 5 obj",
                       "owned");
  };
  CHECK(reported("say") == Status::asserted);
  CHECK(reported("deny") == Status::denied);
}

TEST_CASE("formerly and no longer end a state, not an act") {
  const auto table =
      "Peru Peru PROPN NNP 3 nsubj\nformerly formerly ADV RB 3 advmod\nowned own VERB VBD 0 root\nAcme Acme "
      "PROPN NNP 3 obj";
  CHECK(verb_status(table, "owned", true) == Status::ended);
  CHECK(verb_status(table, "owned", false) == Status::asserted);
  CHECK(verb_status("Peru Peru PROPN NNP 4 nsubj\nno no ADV RB 3 advmod\nlonger long ADV RBR 4 advmod\nowns "
                    "own VERB VBZ 0 root\n"
                    "Acme Acme PROPN NNP 4 obj",
                    "owns") == Status::ended);
}

TEST_CASE("a condition leaves it open") {
  CHECK(verb_status("if if SCONJ IN 3 mark\nPeru Peru PROPN NNP 3 nsubj\nbans ban VERB VBZ 6 advcl\nAcme "
                    "Acme PROPN NNP 3 obj\n"
                    "Chile Chile PROPN NNP 6 nsubj\nprotests protest VERB VBZ 0 root",
                    "bans") == Status::planned);
}
