#include "claims/repair/repairs.h"

#include <set>
#include <string>

#include "claims/repair/tree_repair.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

using tree_repair::at;
using tree_repair::child;

void tag_proper(Token& token) {
  token.upos = Upos::propn;
  token.xpos = Xpos::nnp;
  token.lemma = std::string(token.form);
}

// Proper names only: what has a common noun inside may be two names that the recogniser joined.
bool is_whole(Sentence& sentence, const Name& name) {
  for (int t = name.first; t <= name.last; ++t) {
    const auto form = at(sentence, t).form;
    if (is_ascii_lower(form[0]) && form.size() > 3) return false;
    if (form == "," || form == ":" || form == ";" || form == "and" || form == "of") return false;
  }
  return true;
}

bool inside(const Name& name, int token) {
  return name.first <= token && token <= name.last;
}

// Whether a token is a part of a name or hangs somewhere below one.
bool reaches(Sentence& sentence, const Name& name, int token) {
  for (int above = token; above >= 0; above = at(sentence, above).head) {
    if (inside(name, above)) return true;
  }
  return false;
}

// The last token that hangs outside of the name; -1 where one of them is the root, or where hanging the
// others below it would close a circle.
int head_of(Sentence& sentence, const Name& name) {
  int found = -1;
  for (int t = name.first; t <= name.last; ++t) {
    const int head = at(sentence, t).head;
    if (head < 0) return -1;
    if (!inside(name, head)) found = t;
  }
  return found >= 0 && reaches(sentence, name, at(sentence, found).head) ? -1 : found;
}

void hang_below(Sentence& sentence, const Name& name, int head) {
  for (int t = name.first; t <= name.last; ++t) {
    Token& token = at(sentence, t);
    if (t == head) continue;
    if (inside(name, token.head)) continue;
    token.head = head;
    token.deprel = t < head ? Deprel::compound : Deprel::flat;
    // What hung on a part hangs on the whole: the preposition before it, the article.
    for (int c = 0; c < sentence.size(); ++c) {
      if (!inside(name, c) && at(sentence, c).head == t) at(sentence, c).head = head;
    }
  }
}

// "Doctors Without Borders and Oxfam", the second hung on "Borders": it stands beside the whole name.
void raise_what_follows(Sentence& sentence, const Name& name, int head) {
  for (int t = name.last + 1; t < sentence.size(); ++t) {
    Token& token = at(sentence, t);
    const bool beside =
        token.deprel == Deprel::conj || token.deprel == Deprel::appos || token.deprel == Deprel::acl_relcl;
    if (!beside || !inside(name, token.head)) continue;
    token.head = head;
    // "Reporters Without Borders, a charity," is one; "Mara Doe, her son Ilja" are two.
    const bool described = token.upos == Upos::noun && child(sentence, t, Deprel::cc) < 0 &&
                           child(sentence, t, Deprel::appos) != t + 1;
    if (token.deprel == Deprel::conj && described) token.deprel = Deprel::appos;
  }
}

void mend(Sentence& sentence, const Name& name) {
  const bool thing = name.type == NameType::organization || name.type == NameType::product;
  if (name.type != NameType::person && !thing) return;
  if (!is_whole(sentence, name)) return;
  const int head = head_of(sentence, name);
  if (head < 0) return;
  hang_below(sentence, name, head);
  Token& token = at(sentence, head);
  const bool one_word = name.last == name.first;
  const auto described = one_word && token.head >= 0
                             ? WordLists::built_in().type_of(at(sentence, token.head).lemma)
                             : std::string_view{};
  const bool brand = token.deprel == Deprel::amod &&
                     (described == "organization" || described == "product");  // "its Audi brand"
  const bool adjective = token.upos == Upos::adj && thing && (brand || !one_word);
  if (adjective && brand) token.deprel = Deprel::compound;
  const bool wrong =
      token.upos == Upos::noun || token.upos == Upos::x || token.upos == Upos::cconj || adjective;
  if (wrong && !is_ascii_lower(token.form[0])) tag_proper(token);
}

// Makes one token the head of tokens [first, last], which are one phrase: it takes the place of what hung
// highest, and what hung on the others from outside hangs on it.
void make_head(Sentence& sentence, int first, int last, int head) {
  const auto in_phrase = [&](int t) { return first <= t && t <= last; };
  int top = head;
  while (in_phrase(at(sentence, top).head)) top = at(sentence, top).head;
  if (top == head) return;
  at(sentence, head).head = at(sentence, top).head;
  at(sentence, head).deprel = at(sentence, top).deprel;
  for (int t = 0; t < sentence.size(); ++t) {
    if (t == head || at(sentence, t).head < 0) continue;
    const bool from_outside = !in_phrase(t) && in_phrase(at(sentence, t).head) && at(sentence, t).head == top;
    if (from_outside) at(sentence, t).head = head;
  }
  at(sentence, top).head = head;
  at(sentence, top).deprel = top < head ? Deprel::compound : Deprel::flat;
}

bool is_small_noun(Sentence& sentence, int token) {
  const Token& word = at(sentence, token);
  const bool noun = word.upos == Upos::noun || word.upos == Upos::propn || word.upos == Upos::adj;
  return noun && is_ascii_lower(word.form[0]) && word.form.size() > 2;
}

// "owner, the Lima firm Vega", both hung on the owner: the noun right before the name describes it.
void repair_described(Sentence& sentence, const Name& name) {
  const int noun = name.first - 1;
  if (noun < 1 || name.type == NameType::place || !is_small_noun(sentence, noun)) return;
  const int head = head_of(sentence, name);
  if (head < 0) return;
  const bool beside = at(sentence, noun).head == at(sentence, head).head &&
                      at(sentence, noun).deprel == at(sentence, head).deprel &&
                      !WordLists::built_in().type_of(ascii_lowered(at(sentence, noun).form)).empty();
  if (!beside) return;
  at(sentence, noun).head = head;
  at(sentence, noun).deprel = Deprel::nmod_desc;
}

// "London-listed Anselm Metals", "Halifax-based Fundy": the participle says where the name behind it is.
void repair_hyphened_place(Sentence& sentence, const Name& name) {
  static const std::set<std::string_view> kPlaced{"based",  "born",   "headquartered", "incorporated",
                                                  "listed", "quoted", "registered",    "domiciled"};
  int participle = name.first - 1;
  while (participle > 2 && is_small_noun(sentence, participle) && name.first - participle < 4 &&
         !kPlaced.contains(at(sentence, participle).form))
    --participle;
  if (participle < 2 || !kPlaced.contains(at(sentence, participle).form) ||
      at(sentence, participle - 1).form != "-")
    return;
  const int place = participle - 2;
  const int head = head_of(sentence, name);
  if (head < 0 || !is_ascii_upper(at(sentence, place).form[0])) return;
  make_head(sentence, place, name.last, head);
  // Hung from outside of the phrase, they would close a circle.
  if (tree_repair::is_below(sentence, head, participle) || tree_repair::is_below(sentence, head, place))
    return;
  at(sentence, participle).head = head;
  at(sentence, participle).deprel = Deprel::amod;
  at(sentence, place).head = participle;
  at(sentence, place).deprel = Deprel::obl;
}

// "bought Salem, Oregon, software house Lumen": what the town with its state says of the name behind the
// trade is where it is.
void repair_town_before(Sentence& sentence, const Name& town, const Name& state, const Name& name) {
  const auto comma = [&](int t) { return at(sentence, t).form == ","; };
  const int trade = state.last + 2;
  const bool parted = state.first == town.last + 2 && comma(town.last + 1) && state.type == NameType::place &&
                      name.type != NameType::place && trade < name.first && comma(trade - 1);
  if (!parted) return;
  for (int t = trade; t < name.first; ++t) {
    if (!is_small_noun(sentence, t)) return;
  }
  const int head = head_of(sentence, name);
  const int place = head_of(sentence, town);
  if (head < 0 || place < 0) return;
  make_head(sentence, town.first, name.last, head);
  // What the name hangs below from outside of the phrase would close a circle.
  const auto hang = [&](int t, Deprel relation) {
    if (tree_repair::is_below(sentence, head, t)) return;
    at(sentence, t).head = head;
    at(sentence, t).deprel = relation;
  };
  for (int t = trade; t < name.first; ++t)
    hang(t, t + 1 == name.first ? Deprel::nmod_desc : Deprel::compound);
  hang(place, Deprel::nmod);
}

}  // namespace

void repair_names(Sentence& sentence) {
  for (const Name& name : sentence.names) {
    mend(sentence, name);
    if (const int head = head_of(sentence, name); head >= 0) raise_what_follows(sentence, name, head);
  }
  for (std::size_t n = 0; n + 2 < sentence.names.size(); ++n)
    repair_town_before(sentence, sentence.names[n], sentence.names[n + 1], sentence.names[n + 2]);
  for (const Name& name : sentence.names) {
    repair_hyphened_place(sentence, name);
    if (!sentence.headline) repair_described(sentence, name);
  }
}

}  // namespace newsgraph
