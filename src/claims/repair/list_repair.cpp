#include "claims/repair/repairs.h"

#include "claims/repair/tree_repair.h"

namespace newsgraph {

namespace {

using tree_repair::at;
using tree_repair::child;

const Name* name_at(const Sentence& sentence, int token) {
  for (const Name& name : sentence.names) {
    if (name.first <= token && token <= name.last) return &name;
  }
  return nullptr;
}

// "Orion, | Vega and Lyra", Vega read as a word of Orion: what has a name of its own behind a comma is one
// more of the list; a town and its state are no list.
void repair_chained_names(Sentence& sentence, int second) {
  Token& token = at(sentence, second);
  const bool chained = token.deprel == Deprel::flat && token.head >= 0 && token.head < second;
  const Name* other = chained ? name_at(sentence, second) : nullptr;
  const Name* one = chained ? name_at(sentence, token.head) : nullptr;
  if (one == nullptr || other == nullptr || one == other) return;
  const auto& between = at(sentence, other->first - 1);
  const bool places = one->type == NameType::place && other->type == NameType::place;
  if (!places && (between.form == "," || between.upos == Upos::cconj)) token.deprel = Deprel::conj;
}

bool opens_phrase(Sentence& sentence, int noun) {
  return child(sentence, noun, Deprel::det) >= 0 || child(sentence, noun, Deprel::nmod_poss) >= 0;
}

// "the maker Orion, | the firm Vega and the bank Lyra", the firm joined to the name of the maker: to the
// maker, as one more of the list.
void repair_described_list(Sentence& sentence, int noun) {
  Token& token = at(sentence, noun);
  const auto named = [&](int t) {
    return child(sentence, t, Deprel::appos) > t || child(sentence, t, Deprel::flat) > t;
  };
  if (token.deprel != Deprel::conj || token.upos != Upos::noun || !opens_phrase(sentence, noun) ||
      !named(noun))
    return;
  int first = token.head;
  const auto describes = [&](int above) {
    return above >= 0 && above < first && at(sentence, above).upos == Upos::noun &&
           opens_phrase(sentence, above);
  };
  while (first >= 0) {
    const Token& one = at(sentence, first);
    const bool name = (one.deprel == Deprel::appos || one.deprel == Deprel::flat) && describes(one.head);
    if (!name && one.deprel != Deprel::conj) break;
    first = one.head;
  }
  const bool list = first >= 0 && first < noun && at(sentence, first).upos == Upos::noun && named(first);
  if (list) token.head = first;
}

// "the clubs Orion, | Vega and Lyra", Orion and Vega both hung on the clubs: Vega is one more of the list.
void repair_named_plural(Sentence& sentence, int second) {
  Token& token = at(sentence, second);
  if (token.deprel == Deprel::conj && token.head >= 0 && at(sentence, token.head).deprel == Deprel::flat &&
      at(sentence, token.head).head >= 0 && name_at(sentence, token.head) != name_at(sentence, second))
    token.head = at(sentence, token.head).head;
  const int noun = token.deprel == Deprel::appos ? token.head : -1;
  if (noun < 0 || at(sentence, noun).xpos != Xpos::nns) return;
  const int beside = child(sentence, noun, Deprel::flat);
  const int first = beside > noun ? beside : child(sentence, noun, Deprel::appos);
  const Name* name = name_at(sentence, second);
  const bool list = first < second && name != nullptr && name_at(sentence, first) != nullptr &&
                    name != name_at(sentence, first) && at(sentence, name->first - 1).form == ",";
  if (!list) return;
  token.head = first;
  token.deprel = Deprel::conj;
}

}  // namespace

void repair_lists(Sentence& sentence) {
  for (int t = 2; t < sentence.size(); ++t) {
    repair_chained_names(sentence, t);
    repair_described_list(sentence, t);
    repair_named_plural(sentence, t);
  }
}

}  // namespace newsgraph
