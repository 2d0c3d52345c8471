#include "claims/repair/repairs.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "claims/repair/tree_repair.h"

namespace newsgraph {

namespace {

using tree_repair::at;
using tree_repair::can_speak_or_act;
using tree_repair::child;
using tree_repair::is_participle;
using tree_repair::size_of;

// "posts insulting President Doe": no kind of president, but what the posts do.
void repair_participle(Sentence& sentence, int verb) {
  Token& token = at(sentence, verb);
  if (!is_participle(token) || token.deprel != Deprel::amod || token.head < verb || verb == 0) return;
  const Token& noun = at(sentence, verb - 1);
  Token& object = at(sentence, token.head);
  const bool hangs = object.deprel == Deprel::nmod || object.deprel == Deprel::appos;
  if (noun.upos != Upos::noun || object.head != verb - 1 || !hangs) return;
  if (child(sentence, token.head, Deprel::case_) >= 0) return;
  object.head = verb;
  object.deprel = Deprel::obj;
  token.head = verb - 1;
  token.deprel = Deprel::acl;
}

constexpr std::array<std::string_view, 16> kDocuments{
    "appeal", "article", "book",   "case",     "claim",  "complaint", "filing",     "lawsuit",
    "letter", "memo",    "motion", "petition", "report", "statement", "submission", "suit"};

// "dismissed Peru's case against Chile alleging X": right behind the object, what it says.
void repair_document(Sentence& sentence, int verb) {
  Token& token = at(sentence, verb);
  if (!is_participle(token) || token.deprel != Deprel::advcl || token.head < 0 || token.head > verb) return;
  int noun = verb - 1;
  if (at(sentence, noun).upos != Upos::noun && at(sentence, noun).upos != Upos::propn) return;
  while (noun >= 0 && at(sentence, noun).head != token.head) noun = at(sentence, noun).head;
  if (noun < 0 || at(sentence, noun).deprel != Deprel::obj) return;
  const auto& lemma = at(sentence, noun).lemma;
  if (std::find(kDocuments.begin(), kDocuments.end(), lemma) == kDocuments.end()) return;
  token.head = noun;
  token.deprel = Deprel::acl;
}

// "was interrupted by protesting officials": they interrupt, nobody protests against them.
void repair_agent(Sentence& sentence, int participle) {
  Token& token = at(sentence, participle);
  const int noun = participle + 1;
  if (!is_participle(token) || token.head < 0 || token.head > participle || noun >= size_of(sentence)) return;
  const int by = participle - 1;
  Token& agent = at(sentence, noun);
  const bool bare = agent.head == participle && agent.deprel == Deprel::obj && agent.xpos == Xpos::nns;
  if (!bare || !can_speak_or_act(agent) || at(sentence, by).form != "by") return;
  if (at(sentence, by).head != participle || child(sentence, token.head, Deprel::aux_pass) < 0) return;
  agent.head = token.head;
  agent.deprel = Deprel::obl_agent;
  token.head = noun;
  token.deprel = Deprel::amod;
  at(sentence, by).head = noun;
  at(sentence, by).deprel = Deprel::case_;
}

// "blocks an order to end it, | calling it illegal", hung on the order's verb: after a comma it goes with the
// verb of the sentence.
void repair_appended(Sentence& sentence, int participle) {
  Token& token = at(sentence, participle);
  if (!is_participle(token) || token.deprel != Deprel::advcl || token.head < 0 || token.head > participle)
    return;
  if (at(sentence, participle - 1).form != "," || child(sentence, participle, Deprel::mark) >= 0) return;
  bool past_noun = false;
  for (int above = token.head; above >= 0; above = at(sentence, above).head) {
    const Token& word = at(sentence, above);
    past_noun = past_noun || word.upos == Upos::noun || word.upos == Upos::propn;
    if (!tree_repair::is_finite_verb(word)) continue;
    if (past_noun) token.head = above;
    return;
  }
}

// "said that Peru had | suppressed protests": right behind "have" a participle makes the perfect; what one
// has would have an article.
void repair_perfect(Sentence& sentence, int participle) {
  Token& token = at(sentence, participle);
  const int have = participle - 1;
  Token& auxiliary = at(sentence, have);
  const bool before_noun = token.xpos == Xpos::vbn && token.deprel == Deprel::amod && token.head > participle;
  if (!before_noun || auxiliary.lemma != "have") return;
  Token& object = at(sentence, token.head);
  if (object.head != have || object.deprel != Deprel::obj) return;
  token.head = auxiliary.head;
  token.deprel = auxiliary.deprel;
  token.upos = Upos::verb;
  for (int t = 0; t < size_of(sentence); ++t) {
    if (t != participle && at(sentence, t).head == have) at(sentence, t).head = participle;
  }
  auxiliary.upos = Upos::aux;
  auxiliary.head = participle;
  auxiliary.deprel = Deprel::aux;
}

// "Britain proscribed | Orion Action", the verb taken for an attribute of what it forbids: it has a subject.
void repair_attribute_with_subject(Sentence& sentence, int verb) {
  Token& token = at(sentence, verb);
  const bool attribute = token.deprel == Deprel::amod && token.head > verb && token.upos == Upos::verb &&
                         (token.xpos == Xpos::vbn || token.xpos == Xpos::vbd);
  const int subject = attribute ? child(sentence, verb, Deprel::nsubj) : -1;
  if (subject < 0 || subject > verb) return;
  Token& object = at(sentence, token.head);
  const int noun = token.head;
  token.head = object.head;
  token.deprel = object.deprel;
  object.head = verb;
  object.deprel = Deprel::obj;
  for (int t = 0; t < size_of(sentence); ++t) {
    Token& dependent = at(sentence, t);
    const bool outside = t < subject || dependent.deprel == Deprel::punct;
    if (dependent.head == noun && t != verb && outside) dependent.head = verb;
  }
}

}  // namespace

void repair_participles(Sentence& sentence) {
  for (int t = 1; t < size_of(sentence); ++t) {
    repair_attribute_with_subject(sentence, t);
    repair_perfect(sentence, t);
    repair_participle(sentence, t);
    repair_document(sentence, t);
    repair_agent(sentence, t);
    repair_appended(sentence, t);
  }
}

}  // namespace newsgraph
