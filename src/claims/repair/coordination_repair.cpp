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

const Name* name_at(const Sentence& sentence, int token) {
  for (const Name& name : sentence.names) {
    if (name.first <= token && token <= name.last) return &name;
  }
  return nullptr;
}

// The name that a noun is or that stands with it, "the Doe family", "the fund manager Mara Doe"; null where
// it is but a description.
const Name* name_with(const Sentence& sentence, int noun) {
  if (const Name* name = name_at(sentence, noun)) return name;
  for (int t = 0; t < sentence.size(); ++t) {
    const Token& token = sentence.token(t);
    const bool before = t < noun && token.deprel == Deprel::compound;
    const bool behind = t == noun + 1 && token.deprel == Deprel::appos;
    if (token.head == noun && (before || behind)) {
      if (const Name* name = name_at(sentence, t)) return name;
    }
  }
  return nullptr;
}

// The last token of a noun's own phrase, without what is joined to it.
int end_of_phrase(Sentence& sentence, int noun) {
  int last = noun;
  for (int t = noun + 1; t < sentence.size(); ++t) {
    int above = t;
    while (above > noun && at(sentence, above).deprel != Deprel::conj &&
           at(sentence, above).deprel != Deprel::cc)
      above = at(sentence, above).head;
    if (above != noun) break;
    last = t;
  }
  return last;
}

// The token behind "in 2001", or the token itself: "bought Vega in 1998, Orion in 2001 and Halden in 2005".
int after_year(const Sentence& sentence, int token) {
  const bool year = token + 2 < sentence.size() && sentence.token(token).deprel == Deprel::case_ &&
                    sentence.token(token + 1).upos == Upos::num;
  return year ? token + 2 : token;
}

// "owned by the Doe family, Vega and Orion", Vega read as another name of the family: without a comma behind
// it, it is the second of three.
void repair_list(Sentence& sentence, int second) {
  const int first = at(sentence, second).head;
  if (at(sentence, second).deprel != Deprel::appos || first < 0 || first > second) return;
  const int conjunction = after_year(sentence, end_of_phrase(sentence, second) + 1);
  if (conjunction >= sentence.size() || at(sentence, conjunction).deprel != Deprel::cc) return;
  const int third = at(sentence, conjunction).head;
  const bool joined = third > conjunction && at(sentence, third).deprel == Deprel::conj &&
                      (at(sentence, third).head == first || at(sentence, third).head == second);
  const Name* one = name_with(sentence, first);
  const Name* other = name_with(sentence, second);
  if (!joined || one == nullptr || one == other) return;
  // "Mara Doe, chairman and owner of Vega, said": she is both.
  const bool both = WordLists::built_in().role(at(sentence, second).lemma) &&
                    !has_determiner(sentence, third) && at(sentence, third).upos == Upos::noun &&
                    name_at(sentence, third) == nullptr;
  if (other == nullptr && both) at(sentence, third).head = second;
  if (other == nullptr) return;
  const bool places = one->type == NameType::place && other->type == NameType::place;
  const bool plural = name_at(sentence, first) == nullptr && at(sentence, first).xpos == Xpos::nns;
  bool comma = false;
  for (int t = first + 1; t < second; ++t) comma = comma || at(sentence, t).form == ",";
  if (places || plural || !comma ||
      (name_with(sentence, third) == nullptr && !has_determiner(sentence, third)))
    return;
  at(sentence, second).deprel = Deprel::conj;
  at(sentence, third).head = first;
}

// "founder of Vega and owner of Orion", the owner joined to Vega: a role without an article is joined to a
// role.
void repair_offices(Sentence& sentence, int office) {
  Token& token = at(sentence, office);
  const WordLists& words = WordLists::built_in();
  if (token.deprel != Deprel::conj || token.upos != Upos::noun || !words.role(token.lemma) ||
      has_determiner(sentence, office) || name_with(sentence, office) != nullptr)
    return;
  const Token& name = at(sentence, token.head);
  const bool below = name.upos == Upos::propn && name.deprel == Deprel::nmod && name.head >= 0;
  if (below && words.role(at(sentence, name.head).lemma) && at(sentence, name.head).upos == Upos::noun)
    token.head = name.head;
}

// "Salem, Oregon, software house Orion bought", with the town for the subject: a trade without an article
// behind a town and its state has its name behind it, and that is whom the sentence is about.
void repair_seat(Sentence& sentence, int trade) {
  const int town = at(sentence, trade).head;
  const bool bare = at(sentence, trade).upos == Upos::noun && at(sentence, trade).deprel == Deprel::appos &&
                    town >= 0 && town + 3 < trade && !has_determiner(sentence, trade);
  if (!bare || at(sentence, town + 1).form != "," || at(sentence, town + 3).form != ",") return;
  const Name* state = name_at(sentence, town + 2);
  const bool place = state != nullptr && state->type == NameType::place && state->first == state->last &&
                     at(sentence, town + 2).head == town && name_at(sentence, town) != nullptr;
  const bool named = trade + 1 < sentence.size() && name_at(sentence, trade + 1) != nullptr &&
                     name_at(sentence, trade) == nullptr;
  if (!place || !named) return;
  at(sentence, trade).head = at(sentence, town).head;
  at(sentence, trade).deprel = at(sentence, town).deprel;
  for (int t = trade + 1; t < sentence.size(); ++t) {
    if (at(sentence, t).head == town) at(sentence, t).head = trade;
  }
  at(sentence, town).head = trade;
  at(sentence, town).deprel = Deprel::nmod_unmarked;
  // "Salem, Oregon, software house Orion | owns Vega", the verb read as another name of the town.
  if (at(sentence, trade).head >= 0) return;
  for (int t = trade + 1; t < sentence.size(); ++t) {
    if (at(sentence, t).head != trade || !tree_repair::is_finite_verb(at(sentence, t))) continue;
    at(sentence, t).head = -1;
    at(sentence, t).deprel = Deprel::root;
    at(sentence, trade).head = t;
    at(sentence, trade).deprel = Deprel::nsubj;
    return;
  }
}

// The name that stands right behind a noun in the singular and says which it is, as in "the bank Orion"; -1
// for none.
int name_behind(Sentence& sentence, int noun) {
  const Token& token = at(sentence, noun);
  if (token.upos != Upos::noun || token.xpos != Xpos::nn || noun + 1 >= sentence.size()) return -1;
  const Token& name = at(sentence, noun + 1);
  const bool says_which = name.head == noun && name.deprel == Deprel::appos && name.upos == Upos::propn;
  return says_which ? noun + 1 : -1;
}

// "fined Mara Doe, | her son Ilja, and Orion", the son taken for what Mara Doe is: he has a name of his own,
// and the list goes on.
void repair_listed(Sentence& sentence, int noun) {
  Token& token = at(sentence, noun);
  const bool apposed = token.deprel == Deprel::appos && token.head >= 0 && token.head < noun;
  const int name = apposed ? name_behind(sentence, noun) : -1;
  const int first = token.head;
  if (name < 0 || at(sentence, first).upos != Upos::propn || !has_determiner(sentence, noun)) return;
  for (int t = name + 1; t < sentence.size(); ++t) {
    const Token& next = at(sentence, t);
    if (next.deprel != Deprel::conj || (next.head != first && next.head != noun && next.head != name))
      continue;
    token.deprel = Deprel::conj;
    return;
  }
}

// "Peru, the bank Orion, | Chile and Kenya", the others joined to Orion: they stand beside the bank.
void repair_joined_to_name(Sentence& sentence, int noun) {
  const int name = name_behind(sentence, noun);
  if (name < 0) return;
  for (int t = name + 1; t < sentence.size(); ++t) {
    if (at(sentence, t).head == name && at(sentence, t).deprel == Deprel::conj) at(sentence, t).head = noun;
  }
}

int preposition_of(Sentence& sentence, int noun) {
  const int preposition = tree_repair::child(sentence, noun, Deprel::case_);
  return preposition < noun ? preposition : -1;
}

// "criticised by Peru, | by Chile and | by the board", each hung on the verb: whoever has the "by" again is
// one more of the list.
void repair_repeated_agent(Sentence& sentence, int noun) {
  Token& token = at(sentence, noun);
  const int by = preposition_of(sentence, noun);
  const int verb = token.head;
  const bool hangs =
      token.deprel == Deprel::obl_agent || token.deprel == Deprel::obl || token.deprel == Deprel::conj;
  if (by < 1 || !hangs || verb < 0 || verb > by || at(sentence, by).form != "by") return;
  const Token& before = at(sentence, by - 1);
  const bool listed = before.form == "," || before.upos == Upos::cconj;
  const int first = tree_repair::child(sentence, verb, Deprel::obl_agent);
  if (!listed || first < 0 || first >= by || at(sentence, verb).upos != Upos::verb) return;
  const int other = preposition_of(sentence, first);
  if (other < 0 || at(sentence, other).form != "by") return;
  token.head = first;
  token.deprel = Deprel::conj;
}

}  // namespace

void repair_coordination(Sentence& sentence) {
  for (int t = 2; t < sentence.size(); ++t) {
    repair_subject(sentence, t);
    repair_apposition(sentence, t);
    repair_list(sentence, t);
    repair_seat(sentence, t);
    repair_offices(sentence, t);
    repair_listed(sentence, t);
    repair_joined_to_name(sentence, t);
    repair_repeated_agent(sentence, t);
  }
  for (int noun = 2; noun < sentence.size(); ++noun) {
    const Token& token = at(sentence, noun);
    if (token.deprel != Deprel::conj || token.head < 0 || token.head > noun) continue;
    if (describes_together(sentence, token.head, noun)) hang_below(sentence, token.head, noun);
  }
}

}  // namespace newsgraph
