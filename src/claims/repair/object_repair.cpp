#include "claims/repair/repairs.h"

#include "claims/grammar/tree.h"
#include "claims/repair/tree_repair.h"

namespace newsgraph {

namespace {

using tree_repair::at;
using tree_repair::child;

// "suspended | the ban", the ban taken for a circumstance though no preposition introduces it, or for
// whoever is given something though nothing is: what the verb is done to.
void repair_bare_phrase(Sentence& sentence, int noun) {
  Token& token = at(sentence, noun);
  const int verb = token.head;
  const bool beside = token.deprel == Deprel::obl || token.deprel == Deprel::iobj;
  if (!beside || verb < 0 || verb > noun || !is_nominal(token)) return;
  const Token& above = at(sentence, verb);
  const bool phrase =
      child(sentence, noun, Deprel::det) >= 0 || child(sentence, noun, Deprel::nmod_poss) >= 0;
  if (above.upos != Upos::verb || child(sentence, noun, Deprel::case_) >= 0 || !phrase) return;
  for (const Deprel other :
       {Deprel::obj, Deprel::ccomp, Deprel::xcomp, Deprel::nsubj_pass, Deprel::aux_pass, Deprel::cop}) {
    if (child(sentence, verb, other) >= 0) return;
  }
  // From the verb to the noun stand only words of its phrase.
  for (int t = verb + 1; t < noun; ++t) {
    const bool particle = at(sentence, t).head == verb && at(sentence, t).deprel == Deprel::compound_prt;
    if (!particle && !tree_repair::is_below(sentence, t, noun)) return;
    if (at(sentence, t).upos == Upos::adp && !particle) return;
  }
  token.deprel = Deprel::obj;
}

// "blocked Orion | 's takeover of Vega", Orion taken for what is blocked: it is whose takeover is.
void repair_possessor(Sentence& sentence, int ending) {
  const Token& mark = at(sentence, ending);
  const int owner = mark.head;
  if (mark.xpos != Xpos::pos || mark.deprel != Deprel::case_ || owner < 0 || owner > ending) return;
  Token& possessor = at(sentence, owner);
  const bool argument = possessor.deprel == Deprel::obj || possessor.deprel == Deprel::nsubj;
  int thing = ending + 1;
  while (thing < sentence.size() && at(sentence, thing).head > thing) thing = at(sentence, thing).head;
  if (!argument || thing + 1 >= sentence.size() || at(sentence, thing).upos != Upos::noun ||
      at(sentence, thing + 1).form != "of" || at(sentence, thing).head != possessor.head ||
      at(sentence, thing).head > owner)
    return;
  possessor.head = thing;
  possessor.deprel = Deprel::nmod_poss;
  for (int t = thing + 1; t < sentence.size(); ++t) {
    if (at(sentence, t).head == owner) at(sentence, t).head = thing;
  }
}

// "Orion, which Vega | sold", both taken for who sells: what the relative stands for is sold.
void repair_relative_object(Sentence& sentence, int relative) {
  Token& which = at(sentence, relative);
  const bool pronoun = which.xpos == Xpos::wdt || which.xpos == Xpos::wp;
  const int verb = which.head;
  if (!pronoun || which.deprel != Deprel::nsubj || verb < relative || child(sentence, verb, Deprel::obj) >= 0)
    return;
  for (int t = relative + 1; t < verb; ++t) {
    if (at(sentence, t).head == verb && at(sentence, t).deprel == Deprel::nsubj) which.deprel = Deprel::obj;
  }
}

// "agreed to sell | its Vega unit", the unit hung on "agreed": what stands behind an infinitive is done to
// that.
void repair_object_of_infinitive(Sentence& sentence, int infinitive) {
  const Token& token = at(sentence, infinitive);
  const int governor = token.head;
  if (token.deprel != Deprel::xcomp || token.xpos != Xpos::vb || governor < 0 || governor > infinitive ||
      child(sentence, infinitive, Deprel::obj) >= 0)
    return;
  const int object = child(sentence, governor, Deprel::obj);
  if (object < infinitive) return;
  for (int t = infinitive + 1; t < object; ++t) {
    if (!tree_repair::is_below(sentence, t, object)) return;
  }
  for (int t = object; t < sentence.size(); ++t) {
    const bool argument = at(sentence, t).deprel == Deprel::obl || t == object;
    if (at(sentence, t).head == governor && argument) at(sentence, t).head = infinitive;
  }
}

// "the sale of Orion to Vega | fell through", Vega hung on the verb behind it: it is the subject's.
void repair_phrase_of_subject(Sentence& sentence, int phrase) {
  Token& token = at(sentence, phrase);
  const int preposition = token.deprel == Deprel::obl ? child(sentence, phrase, Deprel::case_) : -1;
  if (token.head < phrase || preposition < 0 || at(sentence, preposition).lemma != "to") return;
  int subject = child(sentence, token.head, Deprel::nsubj);
  if (subject < 0) subject = child(sentence, token.head, Deprel::nsubj_pass);
  if (subject < 0 || subject > preposition || at(sentence, subject).upos != Upos::noun) return;
  for (int t = subject + 1; t < preposition; ++t) {
    if (!tree_repair::is_below(sentence, t, subject) || at(sentence, t).upos == Upos::punct) return;
  }
  token.head = subject;
  token.deprel = Deprel::nmod;
}

// "was sold | to Vega", Vega taken for who sells: an agent stands behind "by".
void repair_agent(Sentence& sentence, int agent) {
  Token& token = at(sentence, agent);
  const int preposition = token.deprel == Deprel::obl_agent ? child(sentence, agent, Deprel::case_) : -1;
  if (preposition >= 0 && at(sentence, preposition).lemma == "to") token.deprel = Deprel::obl;
}

}  // namespace

void repair_objects(Sentence& sentence) {
  for (int t = 1; t < sentence.size(); ++t) repair_agent(sentence, t);
  for (int t = 1; t + 1 < sentence.size(); ++t) repair_possessor(sentence, t);
  for (int t = 1; t < sentence.size(); ++t) repair_relative_object(sentence, t);
  for (int t = 1; t < sentence.size(); ++t) repair_bare_phrase(sentence, t);
  for (int t = 1; t < sentence.size(); ++t) repair_object_of_infinitive(sentence, t);
  for (int t = 1; t < sentence.size(); ++t) repair_phrase_of_subject(sentence, t);
}

}  // namespace newsgraph
