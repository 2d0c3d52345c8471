#include "claims/repair/repairs.h"

#include "claims/repair/tree_repair.h"

namespace newsgraph {

namespace {

using tree_repair::at;
using tree_repair::child;

bool is_finite_verb(const Token& token) {
  return token.upos == Upos::verb &&
         (token.xpos == Xpos::vbz || token.xpos == Xpos::vbd || token.xpos == Xpos::vbp);
}

// The finite verb behind "he noted," that has no subject of its own; -1 where there is none.
int verb_behind(Sentence& sentence, int name, int report) {
  for (int t = report + 2; t < sentence.size(); ++t) {
    const int head = at(sentence, t).head;
    if (is_finite_verb(at(sentence, t)) && (head == name || head == report))
      return child(sentence, t, Deprel::nsubj) < 0 ? t : -1;
  }
  return -1;
}

// "Peru, he noted, | blocks Vega", Peru described by what he noted: Peru blocks, and he notes it in between.
void repair_report_between(Sentence& sentence, int report) {
  const int subject = child(sentence, report, Deprel::nsubj);
  const int name = at(sentence, report).head;
  if (name < 0 || subject != name + 2 || subject > report || !is_finite_verb(at(sentence, report))) return;
  const bool relative = at(sentence, subject).xpos == Xpos::wp || at(sentence, subject).xpos == Xpos::wdt;
  const bool between = at(sentence, name + 1).form == "," && at(sentence, report + 1).form == ",";
  const int main = between && !relative ? verb_behind(sentence, name, report) : -1;
  if (main < 0) return;
  Token& verb = at(sentence, main);
  verb.head = at(sentence, name).head;
  verb.deprel = at(sentence, name).deprel;
  at(sentence, name).head = main;
  at(sentence, name).deprel = Deprel::nsubj;
  at(sentence, report).head = main;
  at(sentence, report).deprel = Deprel::parataxis;
}

// "Mira is owned by Vega, as is Orion", Orion joined to Vega: to Mira, as one more of which the verb says it.
void repair_as_is(Sentence& sentence, int joined) {
  Token& token = at(sentence, joined);
  const int as = child(sentence, joined, Deprel::mark);
  const int is = child(sentence, joined, Deprel::cop);
  const bool added = token.deprel == Deprel::conj && child(sentence, joined, Deprel::cc) < 0 && as >= 0 &&
                     at(sentence, as).form == "as" && is == as + 1;
  if (!added) return;
  int verb = token.head;
  while (verb >= 0 && at(sentence, verb).upos != Upos::verb) verb = at(sentence, verb).head;
  const int subject = verb < 0 ? -1 : child(sentence, verb, Deprel::nsubj_pass);
  if (subject < 0 || tree_repair::is_below(sentence, subject, joined)) return;
  token.head = subject;
}

// "condemned Vega, as did Orion", Orion joined to Vega: it does so.
void repair_as_did(Sentence& sentence, int auxiliary) {
  const auto before = at(sentence, auxiliary - 1).form;
  const auto lemma = at(sentence, auxiliary).lemma;
  if ((before != "as" && before != "so") || (lemma != "do" && lemma != "have")) return;
  int subject = auxiliary + 1;
  while (subject < sentence.size() && at(sentence, subject).head > subject)
    subject = at(sentence, subject).head;
  if (subject >= sentence.size()) return;
  Token& token = at(sentence, subject);
  const bool joined = token.deprel == Deprel::conj && token.head >= 0 && token.head < auxiliary - 1;
  if (!joined || tree_repair::is_below(sentence, auxiliary, subject)) return;
  token.head = auxiliary;
  token.deprel = Deprel::nsubj;
}

// "agreed | to buy Vega", "buy" as the preposition of "Vega": what is bought is its object.
void repair_infinitive(Sentence& sentence, int verb) {
  Token& token = at(sentence, verb);
  const bool to = verb > 0 && at(sentence, verb - 1).form == "to";
  const int object = token.head;
  if (token.deprel != Deprel::case_ || token.upos != Upos::verb || !to || object < verb) return;
  const Deprel above = at(sentence, object).deprel;
  token.head = at(sentence, object).head;
  const bool of_noun = token.head >= 0 && at(sentence, token.head).upos != Upos::verb;
  token.deprel = above == Deprel::obj || (above == Deprel::obl && !of_noun) ? Deprel::xcomp : above;
  at(sentence, object).head = verb;
  at(sentence, object).deprel = Deprel::obj;
  for (int t = 0; t < sentence.size(); ++t) {
    Token& child = at(sentence, t);
    const bool of_verb = t < verb || child.deprel == Deprel::obl || child.deprel == Deprel::advmod ||
                         child.deprel == Deprel::advcl || child.deprel == Deprel::punct;
    const bool behind = t > object && child.head == token.head && child.deprel == Deprel::obl;
    if ((child.head == object && of_verb) || behind) child.head = verb;
  }
}

// "an attempt by Orion | to buy Vega", said of Orion: it is the attempt's.
void repair_purpose(Sentence& sentence, int verb) {
  Token& token = at(sentence, verb);
  const int name = token.head;
  const int to = child(sentence, verb, Deprel::mark);
  if (token.deprel != Deprel::acl || name < 0 || name > verb || to < 0 || at(sentence, to).lemma != "to" ||
      at(sentence, name).deprel != Deprel::nmod)
    return;
  const int by = child(sentence, name, Deprel::case_);
  const int noun = at(sentence, name).head;
  const bool agent = by >= 0 && at(sentence, by).lemma == "by" && noun < name;
  if (agent && at(sentence, noun).upos == Upos::noun) token.head = noun;
}

// "denied reports | that it had banned Vega", a circumstance of denying: it is what the reports say.
void repair_content(Sentence& sentence, int that) {
  if (at(sentence, that).lemma != "that" || at(sentence, that).deprel != Deprel::mark) return;
  Token& clause = at(sentence, at(sentence, that).head);
  const int noun = that - 1;
  const bool circumstance = clause.deprel == Deprel::advcl && clause.head >= 0 && clause.head < noun;
  if (!circumstance || at(sentence, noun).upos != Upos::noun || at(sentence, noun).head != clause.head ||
      at(sentence, noun).deprel != Deprel::obj)
    return;
  clause.head = noun;
  clause.deprel = Deprel::acl;
}

// "said its director, | Mara Doe", both taken for who says it: the name is the director's.
void repair_double_subject(Sentence& sentence, int name) {
  Token& token = at(sentence, name);
  const int verb = token.head;
  if (token.deprel != Deprel::nsubj || token.upos != Upos::propn || verb < 0 || verb > name) return;
  int comma = name - 1;
  while (comma > verb && tree_repair::is_below(sentence, comma, name) && at(sentence, comma).form != ",")
    --comma;
  const int noun = comma - 1;
  if (at(sentence, comma).form != "," || noun <= verb) return;
  const Token& first = at(sentence, noun);
  if (first.head != verb || first.deprel != Deprel::nsubj || first.upos != Upos::noun) return;
  token.head = noun;
  token.deprel = Deprel::appos;
}

}  // namespace

void repair_clauses(Sentence& sentence) {
  for (int t = 3; t < sentence.size(); ++t) repair_double_subject(sentence, t);
  for (int t = 1; t + 1 < sentence.size(); ++t) repair_infinitive(sentence, t);
  for (int t = 1; t + 1 < sentence.size(); ++t) repair_report_between(sentence, t);
  for (int t = 2; t < sentence.size(); ++t) repair_content(sentence, t);
  for (int t = 2; t < sentence.size(); ++t) repair_purpose(sentence, t);
  for (int t = 2; t < sentence.size(); ++t) repair_as_is(sentence, t);
  for (int t = 2; t + 1 < sentence.size(); ++t) repair_as_did(sentence, t);
}

}  // namespace newsgraph
