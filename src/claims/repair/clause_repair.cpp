#include "claims/repair/repairs.h"

#include <algorithm>

#include "claims/repair/tree_repair.h"
#include "knowledge/word_lists.h"

namespace newsgraph {

namespace {

using tree_repair::at;
using tree_repair::can_speak_or_act;
using tree_repair::child;
using tree_repair::is_below;
using tree_repair::is_finite_verb;
using tree_repair::is_participle;
using tree_repair::size_of;

// Whether a verb brings neither its subject nor an auxiliary, so that both are those of another verb.
bool shares_subject(Sentence& sentence, int verb) {
  return child(sentence, verb, Deprel::nsubj) < 0 && child(sentence, verb, Deprel::aux) < 0;
}

// "sentenced him over posts insulting X and criticising Y": the participle goes on the participle.
int participle_before(Sentence& sentence, int verb) {
  const int head = at(sentence, verb).head;
  for (int t = verb - 1; t > head; --t) {
    const Token& token = at(sentence, t);
    const bool clause = token.deprel == Deprel::acl || token.deprel == Deprel::advcl;
    if (is_participle(token) && clause && is_below(sentence, t, head) && !is_below(sentence, t, verb))
      return t;
  }
  return -1;
}

// "writes to X calling for talks and accuses Y": the finite verb goes on the finite one, not on the talks.
int finite_verb_above(Sentence& sentence, int noun) {
  for (int above = at(sentence, noun).head; above >= 0; above = at(sentence, above).head) {
    if (is_finite_verb(at(sentence, above))) return above;
  }
  return -1;
}

void repair_conjunct(Sentence& sentence, int verb) {
  Token& token = at(sentence, verb);
  if (token.deprel != Deprel::conj || token.head < 0 || token.head > verb) return;
  if (child(sentence, verb, Deprel::cc) < 0 || !shares_subject(sentence, verb)) return;
  const Token& head = at(sentence, token.head);
  int better = -1;
  if (is_participle(token) && is_finite_verb(head)) better = participle_before(sentence, verb);
  const bool predicate = child(sentence, token.head, Deprel::cop) >= 0;
  const bool nominal = head.upos == Upos::noun || head.upos == Upos::propn;
  if (is_finite_verb(token) && nominal && !predicate) better = finite_verb_above(sentence, token.head);
  if (better >= 0) token.head = better;
}

// "a request by officials, who accuse X": not the request.
void repair_who(Sentence& sentence, int verb) {
  Token& token = at(sentence, verb);
  if (token.deprel != Deprel::acl_relcl || token.head < 0 || can_speak_or_act(at(sentence, token.head)))
    return;
  const int who = child(sentence, verb, Deprel::nsubj);
  if (who < 0 || who > verb || at(sentence, who).lemma != "who") return;
  int noun = who - 1;
  if (noun > token.head && at(sentence, noun).form == ",") --noun;
  const bool better =
      noun > token.head && at(sentence, noun).upos == Upos::noun && can_speak_or_act(at(sentence, noun));
  if (!better || !is_below(sentence, noun, token.head) || is_below(sentence, noun, verb)) return;
  token.head = noun;
}

// "Vega, the leader of the Orion Party, who was banned", hung on the party: who is somebody, a party is not.
void repair_who_of_role(Sentence& sentence, int verb) {
  Token& token = at(sentence, verb);
  if (token.deprel != Deprel::acl_relcl || token.head < 0) return;
  int who = child(sentence, verb, Deprel::nsubj);
  if (who < 0) who = child(sentence, verb, Deprel::nsubj_pass);
  if (who < 0 || who > verb || at(sentence, who).lemma != "who") return;
  const bool thing = std::any_of(sentence.names.begin(), sentence.names.end(), [&](const Name& name) {
    return name.type != NameType::person && name.type != NameType::group && name.first <= token.head &&
           token.head <= name.last;
  });
  if (!thing) return;
  for (int below = token.head; at(sentence, below).head >= 0; below = at(sentence, below).head) {
    const int above = at(sentence, below).head;
    const Token& role = at(sentence, above);
    if (role.upos == Upos::verb || above > verb || at(sentence, below).deprel == Deprel::conj) return;
    if (role.xpos != Xpos::nn || !WordLists::built_in().role(role.lemma)) continue;
    token.head = above;
    return;
  }
}

// "harbours": a finite verb, or a noun's tag for one.
bool has_ending_s(const Token& token) {
  return token.xpos == Xpos::vbz || (token.xpos == Xpos::nns && token.form.ends_with('s'));
}

// "said that Peru | harbours rebels", the verb taken for an attribute: a verb in -s is none.
void repair_finite_attribute(Sentence& sentence, int verb) {
  Token& token = at(sentence, verb);
  if (token.deprel != Deprel::amod || !has_ending_s(token) || token.upos != Upos::verb) return;
  const int noun = token.head;
  if (noun < verb || at(sentence, noun).upos != Upos::noun) return;
  const int own = child(sentence, verb, Deprel::nsubj);
  const int before = verb - 1;
  const bool name =
      before >= 0 && at(sentence, before).upos == Upos::propn && at(sentence, before).head == noun;
  if (own < 0 && !name) return;
  if (own < 0) at(sentence, before).deprel = Deprel::nsubj;
  token.head = at(sentence, noun).head;
  token.deprel = at(sentence, noun).deprel;
  for (int t = 0; t < verb; ++t) {
    if (at(sentence, t).head == noun) at(sentence, t).head = verb;
  }
  at(sentence, noun).head = verb;
  at(sentence, noun).deprel = Deprel::obj;
}

// The nominal that begins right behind a verb without a preposition; -1 for none.
int nominal_after(Sentence& sentence, int verb) {
  const int next = verb + 1;
  if (next >= size_of(sentence)) return -1;
  int noun = next;
  while (at(sentence, noun).head > noun && at(sentence, noun).head != verb) noun = at(sentence, noun).head;
  const bool nominal = at(sentence, noun).upos == Upos::propn || at(sentence, noun).upos == Upos::noun;
  return nominal && child(sentence, noun, Deprel::case_) < 0 ? noun : -1;
}

// "Viacom | sold Blockbuster", the name taken for the sentence and the verb for something said of it: who
// sold is the subject, what follows the object.
void repair_rootless_verb(Sentence& sentence, int verb) {
  Token& token = at(sentence, verb);
  const int name = token.head;
  const bool said_of = token.deprel == Deprel::acl || token.deprel == Deprel::parataxis;
  const bool past = token.upos == Upos::verb &&
                    (token.xpos == Xpos::vbd || token.xpos == Xpos::vbz || token.xpos == Xpos::vbn);
  if (!said_of || !past || name < 0 || name + 1 != verb || at(sentence, name).head >= 0) return;
  if (at(sentence, name).upos != Upos::propn || !shares_subject(sentence, verb)) return;
  const int object =
      nominal_after(sentence, at(sentence, verb + 1).deprel == Deprel::compound_prt ? verb + 1 : verb);
  if (object < 0 || (at(sentence, object).head != name && at(sentence, object).head != verb)) return;
  token.head = -1;
  token.deprel = Deprel::root;
  at(sentence, name).head = verb;
  at(sentence, name).deprel = Deprel::nsubj;
  for (int t = verb + 1; t < size_of(sentence); ++t) {
    if (at(sentence, t).head == name) at(sentence, t).head = verb;
  }
  at(sentence, object).deprel = Deprel::obj;
}

// "fell after Vega | offered", the name hung on the first verb: what stands between "after" and its verb is
// that verb's subject.
void repair_subject_after_mark(Sentence& sentence, int verb) {
  const int mark = child(sentence, verb, Deprel::mark);
  if (!is_finite_verb(at(sentence, verb)) || mark < 0 || mark > verb || at(sentence, verb).head < 0) return;
  if (child(sentence, verb, Deprel::nsubj) >= 0 || child(sentence, verb, Deprel::nsubj_pass) >= 0) return;
  for (int t = mark + 1; t < verb; ++t) {
    Token& token = at(sentence, t);
    const bool nominal = token.upos == Upos::noun || token.upos == Upos::propn;
    if (!nominal || token.head != at(sentence, verb).head || child(sentence, t, Deprel::case_) >= 0) continue;
    token.head = verb;
    token.deprel = child(sentence, verb, Deprel::aux_pass) < 0 ? Deprel::nsubj : Deprel::nsubj_pass;
    return;
  }
}

// "jailed him after his group | led protests", the conjunction taken for the group's preposition: right
// before a finite verb that has no subject the group is it.
void repair_subject_after_case(Sentence& sentence, int verb) {
  Token& predicate = at(sentence, verb);
  if (verb == 0 || predicate.deprel != Deprel::advcl || !is_finite_verb(predicate) || predicate.head < 0)
    return;
  if (child(sentence, verb, Deprel::nsubj) >= 0 || child(sentence, verb, Deprel::mark) >= 0) return;
  int noun = verb - 1;
  while (noun > 0 && is_below(sentence, noun, verb)) --noun;  // "recently led"
  while (noun >= 0 && at(sentence, noun).head < verb && at(sentence, noun).head > predicate.head)
    noun = at(sentence, noun).head;
  Token& subject = at(sentence, noun);
  const int conjunction = child(sentence, noun, Deprel::case_);
  if (subject.deprel != Deprel::obl || subject.head != predicate.head || conjunction < 0) return;
  const auto& lemma = at(sentence, conjunction).lemma;
  if (lemma != "after" && lemma != "before" && lemma != "since" && lemma != "until" && lemma != "as") return;
  subject.head = verb;
  subject.deprel = Deprel::nsubj;
  at(sentence, conjunction).head = verb;
  at(sentence, conjunction).deprel = Deprel::mark;
}

// "a majority | stake in Orion", taken for a verb.
void repair_stake(Sentence& sentence, int stake) {
  Token& token = at(sentence, stake);
  const int share = stake - 1;
  const bool verb = token.lemma == "stake" && token.upos == Upos::verb && token.deprel == Deprel::acl;
  if (!verb || token.head != share) return;
  Token& first = at(sentence, share);
  token.upos = Upos::noun;
  token.xpos = Xpos::nn;
  token.head = first.head;
  token.deprel = first.deprel;
  for (int t = 0; t < size_of(sentence); ++t) {
    if (t != stake && at(sentence, t).head == share) at(sentence, t).head = stake;
    if (at(sentence, t).head == stake && at(sentence, t).deprel == Deprel::obl)
      at(sentence, t).deprel = Deprel::nmod;
  }
  first.head = stake;
  first.deprel = Deprel::compound;
}

// "puts entry | bans on Orion", taken for a verb with "entry" as its subject: an object is a noun.
void repair_noun_object(Sentence& sentence, int noun) {
  Token& token = at(sentence, noun);
  const bool verb = token.upos == Upos::verb && token.deprel == Deprel::obj && has_ending_s(token);
  if (!verb || noun == 0 || child(sentence, noun, Deprel::aux) >= 0) return;
  const int before = child(sentence, noun, Deprel::nsubj);
  if (before != noun - 1 || at(sentence, before).upos != Upos::noun ||
      child(sentence, before, Deprel::det) >= 0)
    return;
  token.upos = Upos::noun;
  token.xpos = Xpos::nns;
  at(sentence, before).deprel = Deprel::compound;
  for (int t = noun + 1; t < size_of(sentence); ++t) {
    if (at(sentence, t).head == noun && at(sentence, t).deprel == Deprel::obl)
      at(sentence, t).deprel = Deprel::nmod;
  }
}

bool is_relative(const Token& token) {
  return token.xpos == Xpos::wp || token.xpos == Xpos::wdt || token.xpos == Xpos::wrb ||
         token.xpos == Xpos::wp_poss || token.lemma == "that";
}

// "mourns the dead, Putin criticised": after a comma a clause with a subject and no relative pronoun is none
// of the noun's.
void repair_appended(Sentence& sentence, int verb) {
  Token& token = at(sentence, verb);
  if ((token.deprel != Deprel::acl_relcl && token.deprel != Deprel::acl) || token.head < 0) return;
  const int subject = child(sentence, verb, Deprel::nsubj);
  if (subject < 0 || subject > verb || subject < token.head) return;
  int first = verb;
  for (int t = token.head + 1; t < verb; ++t) {
    if (is_below(sentence, t, verb) && at(sentence, t).upos != Upos::punct) first = std::min(first, t);
  }
  if (first == 0 || at(sentence, first - 1).form != ",") return;
  for (int t = first; t <= subject; ++t) {
    if (is_relative(at(sentence, t))) return;
  }
  token.deprel = Deprel::parataxis;
}

// "Peru, he noted, blocks Vega", Peru described by what he noted: Peru blocks, and he notes it in between.
void repair_report_between(Sentence& sentence, int report) {
  Token& token = at(sentence, report);
  const int subject = child(sentence, report, Deprel::nsubj);
  const int main = child(sentence, report, Deprel::ccomp);
  const int name = token.head;
  const bool describes = token.deprel == Deprel::acl_relcl || token.deprel == Deprel::acl;
  if (!describes || name < 0 || subject <= name || subject > report || main < report) return;
  const bool between = at(sentence, name + 1).form == "," && at(sentence, report + 1).form == ",";
  if (!between || is_relative(at(sentence, subject)) || !is_finite_verb(at(sentence, main)) ||
      child(sentence, main, Deprel::nsubj) >= 0)
    return;
  Token& verb = at(sentence, main);
  verb.head = at(sentence, name).head;
  verb.deprel = at(sentence, name).deprel;
  at(sentence, name).head = main;
  at(sentence, name).deprel = Deprel::nsubj;
  token.head = main;
  token.deprel = Deprel::parataxis;
}

}  // namespace

void repair_clauses(Sentence& sentence) {
  for (int t = 1; t + 1 < size_of(sentence); ++t) repair_report_between(sentence, t);
  for (int t = 1; t + 1 < size_of(sentence); ++t) repair_rootless_verb(sentence, t);
  for (int t = 1; t < size_of(sentence); ++t) {
    repair_finite_attribute(sentence, t);
    repair_stake(sentence, t);
    repair_noun_object(sentence, t);
  }
  for (int t = 0; t < size_of(sentence); ++t) {
    repair_conjunct(sentence, t);
    repair_subject_after_mark(sentence, t);
    repair_subject_after_case(sentence, t);
    repair_who(sentence, t);
    repair_who_of_role(sentence, t);
    repair_appended(sentence, t);
  }
}

}  // namespace newsgraph
