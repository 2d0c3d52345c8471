// What stands beside a name or a noun: more of a list, or whom the noun describes.
#include "claims/repair/repairs.h"

#include <algorithm>

#include "claims/repair/tree_repair.h"
#include "knowledge/word_lists.h"

namespace newsgraph {

namespace {

using tree_repair::at;
using tree_repair::child;

bool is_case(Sentence& sentence, int token) {
  return child(sentence, token, Deprel::case_) >= 0;
}

// Whether a phrase is somebody's name or has one in it, and is no office: "the Doe family", "the fund Vega",
// not "the Vega chairman".
bool is_party(Sentence& sentence, int head) {
  const Token& token = at(sentence, head);
  if (token.upos == Upos::propn) return true;
  const WordLists& words = WordLists::built_in();
  if (token.upos != Upos::noun || child(sentence, head, Deprel::det) < 0 || words.role(token.lemma) ||
      words.type_of(token.lemma) == "person")
    return false;
  return std::ranges::any_of(sentence.tokens, [&](const Token& t) {
    const bool beside = t.deprel == Deprel::appos || t.deprel == Deprel::flat || t.deprel == Deprel::compound;
    return t.head == head && beside && t.upos == Upos::propn;
  });
}

int end_of(Sentence& sentence, int head) {
  int last = head;
  for (int t = head; t < sentence.size(); ++t) {
    if (tree_repair::is_below(sentence, t, head)) last = t;
  }
  return last;
}

// "owned by Orion, | the Doe family and the fund Vega", the family said of Orion: an apposition would be
// closed by a comma, so it is one more of the list.
void repair_unclosed(Sentence& sentence, int second) {
  Token& token = at(sentence, second);
  const int first = token.head;
  if (token.deprel != Deprel::appos || first < 0 || first > second ||
      at(sentence, first).upos != Upos::propn || is_case(sentence, second) || !is_party(sentence, second))
    return;
  const int own = child(sentence, second, Deprel::conj);
  const int last = own >= 0 ? own : child(sentence, first, Deprel::conj);
  const int joint = last < second ? -1 : child(sentence, last, Deprel::cc);
  if (joint < 0 || at(sentence, joint - 1).form == "," || !is_party(sentence, last)) return;
  const int after = end_of(sentence, last) + 1;
  if (after < sentence.size() && at(sentence, after).form == ",") return;
  int comma = second;
  while (comma > first && at(sentence, comma).form != ",") --comma;
  if (comma == first) return;
  token.deprel = Deprel::conj;
  for (Token& other : sentence.tokens) {
    if (other.head == second && other.deprel == Deprel::conj) other.head = first;
  }
}

// "whose owner Vega | is based in Oslo", the verb said of the owner: it says so in the clause about whose he
// is.
void repair_whose(Sentence& sentence, int whose) {
  const int noun = at(sentence, whose).head;
  if (at(sentence, whose).lemma != "whose" || noun < whose) return;
  Token& owner = at(sentence, noun);
  const int said = child(sentence, noun, Deprel::acl_relcl);
  // "whose firm Vega | owns Mira", the verb taken for one more name.
  const int verb = said >= 0 ? said : child(sentence, noun, Deprel::appos);
  const bool beside = owner.deprel == Deprel::appos || owner.deprel == Deprel::nmod;
  if (!beside || owner.head < 0 || owner.head > whose || verb < noun) return;
  Token& clause = at(sentence, verb);
  if (clause.upos != Upos::verb) return;
  if (said < 0 && clause.lemma == clause.form && clause.form.ends_with('s')) {
    clause.xpos = Xpos::vbz;
    clause.lemma = clause.form.substr(0, clause.form.size() - 1);
  }
  const bool finite = clause.xpos == Xpos::vbd || clause.xpos == Xpos::vbz ||
                      child(sentence, verb, Deprel::aux) >= 0 || child(sentence, verb, Deprel::aux_pass) >= 0;
  if (!finite || child(sentence, verb, Deprel::nsubj) >= 0 || child(sentence, verb, Deprel::nsubj_pass) >= 0)
    return;
  const bool passive = child(sentence, verb, Deprel::aux_pass) >= 0;
  clause.head = owner.head;
  clause.deprel = Deprel::acl_relcl;
  owner.head = verb;
  owner.deprel = passive ? Deprel::nsubj_pass : Deprel::nsubj;
}

// "controlled by Doe's son-in-law | Jan Kral", both taken for who controls: the name is the noun's.
void repair_second_agent(Sentence& sentence, int name) {
  Token& token = at(sentence, name);
  const int verb = token.head;
  if (token.deprel != Deprel::obl_agent || verb < 0 || verb > name || is_case(sentence, name)) return;
  const int noun = child(sentence, verb, Deprel::obl_agent);
  if (noun >= name || at(sentence, noun).upos != Upos::noun || token.upos != Upos::propn) return;
  for (int t = noun + 1; t < name; ++t) {
    if (!tree_repair::is_below(sentence, t, name) && !tree_repair::is_below(sentence, t, noun)) return;
  }
  token.head = noun;
  token.deprel = Deprel::appos;
}

// "whose owner | Vega Media is based in Oslo", the name hung on the noun as if a preposition stood between:
// it is who the noun is.
void repair_bare_name(Sentence& sentence, int name) {
  Token& token = at(sentence, name);
  const int noun = token.head;
  const bool hung = token.deprel == Deprel::nmod && token.upos == Upos::propn && noun >= 0 && noun < name;
  if (!hung || at(sentence, noun).upos != Upos::noun || is_case(sentence, name)) return;
  for (int t = noun + 1; t < name; ++t) {
    if (at(sentence, t).head != name || at(sentence, t).upos != Upos::propn) return;
  }
  token.deprel = Deprel::appos;
}

}  // namespace

void repair_appositions(Sentence& sentence) {
  for (int t = 1; t < sentence.size(); ++t) {
    repair_unclosed(sentence, t);
    repair_second_agent(sentence, t);
    repair_bare_name(sentence, t);
    repair_whose(sentence, t);
  }
}

}  // namespace newsgraph
