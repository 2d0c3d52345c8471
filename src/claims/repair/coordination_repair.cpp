#include "claims/repair/repairs.h"

#include "claims/repair/tree_repair.h"
#include "knowledge/word_lists.h"

namespace newsgraph {

namespace {

using tree_repair::at;

bool has_determiner(Sentence& sentence, int noun) {
  for (const Token& token : sentence.tokens) {
    if (token.head == noun && (token.deprel == Deprel::det || token.deprel == Deprel::nmod_poss)) return true;
  }
  return false;
}

// "aerospace and | defence company": the first noun names no thing of a class, the second does.
bool describes_together(Sentence& sentence, int first, int noun) {
  const Token& one = at(sentence, first);
  const Token& other = at(sentence, noun);
  if (one.upos != Upos::noun || one.xpos != Xpos::nn || other.upos != Upos::noun) return false;
  const bool joined = first + 1 < noun && at(sentence, first + 1).upos == Upos::cconj && noun - first <= 4;
  if (!joined || !has_determiner(sentence, first) || has_determiner(sentence, noun)) return false;
  const WordLists& words = WordLists::built_in();
  return words.type_of(one.lemma).empty() && !words.role(one.lemma) && !words.body(one.lemma) &&
         !words.type_of(other.lemma).empty();
}

void hang_below(Sentence& sentence, int first, int noun) {
  at(sentence, noun).head = at(sentence, first).head;
  at(sentence, noun).deprel = at(sentence, first).deprel;
  for (int t = 0; t < sentence.size(); ++t) {
    if (t != noun && at(sentence, t).head == first) at(sentence, t).head = noun;
  }
  at(sentence, first).head = noun;
  at(sentence, first).deprel = Deprel::compound;
}

// "opened to farming, and | his critics blame him", the critics joined to "farming": behind the "and" of a
// verb without a subject stands its subject.
void repair_subject(Sentence& sentence, int verb) {
  const Token& token = at(sentence, verb);
  const bool joined = token.deprel == Deprel::conj && token.head >= 0 && token.head < verb;
  if (!joined || !tree_repair::is_finite_verb(token) ||
      tree_repair::child(sentence, verb, Deprel::nsubj) >= 0)
    return;
  const int conjunction = tree_repair::child(sentence, verb, Deprel::cc);
  if (conjunction < 1 || conjunction > verb || at(sentence, conjunction - 1).form != ",") return;
  for (int noun = conjunction + 1; noun < verb; ++noun) {
    Token& subject = at(sentence, noun);
    const bool nominal = subject.upos == Upos::noun || subject.upos == Upos::propn;
    if (!nominal || subject.deprel != Deprel::conj || subject.head >= conjunction) continue;
    if (tree_repair::child(sentence, noun, Deprel::cc) >= 0 || tree_repair::is_below(sentence, verb, noun))
      return;
    subject.head = verb;
    subject.deprel = Deprel::nsubj;
    return;
  }
}

// "the owner of TikTok, ByteDance, denounced", the two names read as a list: without an "and", and between
// commas behind a description, the second is who is described.
void repair_apposition(Sentence& sentence, int name) {
  Token& token = at(sentence, name);
  if (token.deprel != Deprel::conj || token.upos != Upos::propn || token.head < 0 || token.head >= name - 1)
    return;
  const int first = token.head;
  const Token& other = at(sentence, first);
  if (other.upos != Upos::propn || other.deprel != Deprel::nmod || other.head < 0 || other.head >= first)
    return;
  const int described = other.head;
  const bool of = first > 0 && at(sentence, first - 1).form == "of";
  if (!of || at(sentence, described).upos != Upos::noun || !has_determiner(sentence, described)) return;
  const int size = sentence.size();
  int last = name;
  while (last + 1 < size && at(sentence, last + 1).head == name && at(sentence, last + 1).form != ",") ++last;
  const bool commas =
      at(sentence, first + 1).form == "," && last + 1 < size && at(sentence, last + 1).form == ",";
  if (!commas || tree_repair::child(sentence, name, Deprel::cc) >= 0) return;
  for (int t = 0; t < size; ++t) {
    if (t != name && at(sentence, t).head == first && at(sentence, t).deprel == Deprel::conj) return;
  }
  token.head = described;
  token.deprel = Deprel::appos;
}

}  // namespace

void repair_coordination(Sentence& sentence) {
  for (int t = 2; t < sentence.size(); ++t) {
    repair_subject(sentence, t);
    repair_apposition(sentence, t);
  }
  for (int noun = 2; noun < sentence.size(); ++noun) {
    const Token& token = at(sentence, noun);
    if (token.deprel != Deprel::conj || token.head < 0 || token.head > noun) continue;
    if (describes_together(sentence, token.head, noun)) hang_below(sentence, token.head, noun);
  }
}

}  // namespace newsgraph
