#include <algorithm>
#include <array>
#include <string_view>

#include "claims/grammar/tree.h"
#include "claims/repair/repairs.h"

#include "support/ascii.h"

namespace newsgraph {

namespace {

bool is_possessive(std::string_view form) {
  static constexpr std::array<std::string_view, 5> kPossessives{"its", "their", "our", "my", "your"};
  return std::ranges::any_of(kPossessives, [&](auto word) { return equals_ignoring_case(form, word); });
}

// "Its owner": at the beginning of a sentence it is easily taken for a noun.
void repair_possessive(Sentence& sentence, int at) {
  Token& token = sentence.token(at);
  token.upos = Upos::pron;
  token.xpos = Xpos::prp_poss;
  token.lemma = ascii_lowered(token.form);
  const bool before_noun = token.head > at && is_nominal(sentence.token(token.head));
  if (before_noun) token.deprel = Deprel::nmod_poss;
}

// "is owned by Orion", taken for a noun: what has a passive auxiliary is a participle.
void repair_participle(Sentence& sentence, int auxiliary) {
  const Token& be = sentence.token(auxiliary);
  if (be.deprel != Deprel::aux_pass || be.head < auxiliary) return;
  Token& token = sentence.token(be.head);
  if (token.upos != Upos::noun && token.upos != Upos::adj) return;
  token.upos = Upos::verb;
  token.xpos = Xpos::vbn;
}

}  // namespace

void repair_closed_classes(Sentence& sentence) {
  for (int t = 0; t < sentence.size(); ++t) {
    Token& token = sentence.token(t);
    if (equals_ignoring_case(token.form, "whose")) token.xpos = Xpos::wp_poss;
    if (token.upos != Upos::pron && is_possessive(token.form)) repair_possessive(sentence, t);
    repair_participle(sentence, t);
  }
}

}  // namespace newsgraph
