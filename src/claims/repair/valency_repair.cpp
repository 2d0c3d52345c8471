#include "claims/repair/repairs.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "claims/repair/tree_repair.h"

namespace newsgraph {

namespace {

using tree_repair::at;

constexpr std::array<std::string_view, 6> kNamingVerbs{"brand", "call", "dub", "label", "name", "term"};

bool is_naming_verb(const Token& token) {
  return std::find(kNamingVerbs.begin(), kNamingVerbs.end(), token.lemma) != kNamingVerbs.end();
}

// "called the conduct a breach", both taken for what it is called: the first is the object.
void repair_naming(Sentence& sentence, int object) {
  Token& token = at(sentence, object);
  // "called the | fine | unjustified", the object taken for an adjective.
  const bool nominal = token.upos == Upos::noun || token.upos == Upos::propn ||
                       tree_repair::child(sentence, object, Deprel::det) >= 0;
  if (token.deprel != Deprel::xcomp || !nominal || token.head < 0 || token.head > object) return;
  const int verb = token.head;
  if (!is_naming_verb(at(sentence, verb))) return;
  const auto takes = [&](int from, Deprel relation) {
    return std::any_of(sentence.tokens.begin() + from, sentence.tokens.end(),
                       [&](const Token& t) { return t.head == verb && t.deprel == relation; });
  };
  if (!takes(verb + 1, Deprel::obj) && takes(object + 1, Deprel::xcomp)) token.deprel = Deprel::obj;
}

// "calls the plan | foolish", the plan taken for the subject of a clause: it is the object of calling.
void repair_small_clause(Sentence& sentence, int subject) {
  Token& token = at(sentence, subject);
  if (token.deprel != Deprel::nsubj || token.head < subject) return;
  const Token& judged = at(sentence, token.head);
  if (judged.deprel != Deprel::xcomp || judged.head < 0 || judged.head > subject) return;
  const bool verbless = judged.upos == Upos::adj || judged.upos == Upos::noun;
  const bool finite = std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& t) {
    return t.head == token.head && (t.deprel == Deprel::cop || t.deprel == Deprel::aux);
  });
  if (!verbless || finite) return;
  token.head = judged.head;
  token.deprel = Deprel::obj;
}

}  // namespace

void repair_valency(Sentence& sentence) {
  for (int t = 0; t < sentence.size(); ++t) repair_small_clause(sentence, t);
  for (int t = 0; t < sentence.size(); ++t) repair_naming(sentence, t);
}

}  // namespace newsgraph
