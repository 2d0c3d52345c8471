#include "claims/repair/repairs.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "claims/repair/tree_repair.h"

namespace newsgraph {

namespace {

using tree_repair::at;

struct Frame {
  std::string_view verb, opener;
};

constexpr std::array<Frame, 20> kFrames{
    {{"accuse", "of"},     {"acquit", "of"},    {"ascribe", "to"},  {"attribute", "to"},
     {"ban", "from"},      {"bar", "from"},     {"blame", "for"},   {"block", "from"},
     {"clear", "of"},      {"condemn", "for"},  {"convict", "of"},  {"criticise", "for"},
     {"criticize", "for"}, {"exclude", "from"}, {"forbid", "from"}, {"prevent", "from"},
     {"prohibit", "from"}, {"remove", "from"},  {"suspect", "of"},  {"suspend", "from"}}};

bool takes(std::string_view verb, std::string_view opener) {
  return std::any_of(kFrames.begin(), kFrames.end(),
                     [&](const Frame& f) { return f.verb == verb && f.opener == opener; });
}

// The word that opens a phrase or clause: its preposition or marker.
std::string_view opener_of(Sentence& sentence, int head) {
  for (int t = 0; t < head; ++t) {
    const Token& token = at(sentence, t);
    if (token.head == head && (token.deprel == Deprel::case_ || token.deprel == Deprel::mark))
      return token.lemma;
  }
  return {};
}

// The verb whose object a token is, or whose passive subject; -1 for none.
int governing_verb(Sentence& sentence, int token) {
  const Token& word = at(sentence, token);
  const bool patient = word.deprel == Deprel::obj || word.deprel == Deprel::nsubj_pass;
  return patient && word.head >= 0 && at(sentence, word.head).upos == Upos::verb ? word.head : -1;
}

constexpr std::array<std::string_view, 6> kNamingVerbs{"brand", "call", "dub", "label", "name", "term"};

bool opens_quotation(Sentence& sentence, int token) {
  const auto form = token < 0 ? std::string_view{} : std::string_view(at(sentence, token).form);
  return form == "\"" || form == "\u201c" || form == "\u2018" || form == "'" || form == "``";
}

bool is_naming_verb(const Token& token) {
  return std::find(kNamingVerbs.begin(), kNamingVerbs.end(), token.lemma) != kNamingVerbs.end();
}

// The naming verb whose object a noun is or stands in; -1 for none.
int naming_verb_above(Sentence& sentence, int noun) {
  for (int at_noun = noun; at_noun >= 0; at_noun = at(sentence, at_noun).head) {
    const Token& token = at(sentence, at_noun);
    if (token.deprel == Deprel::obj || token.deprel == Deprel::obl)
      return token.head >= 0 && is_naming_verb(at(sentence, token.head)) ? token.head : -1;
    if (token.deprel != Deprel::nmod) return -1;
  }
  return -1;
}

// "called the plan | "foolish"", "called the tax on oil | unfair": an adjective that stands behind its noun,
// in quotation marks or not, is what the object is called.
void repair_postposed(Sentence& sentence, int word) {
  Token& judged = at(sentence, word);
  if (judged.upos != Upos::adj) return;
  if (judged.deprel == Deprel::obl && judged.head >= 0 && judged.head < word &&
      is_naming_verb(at(sentence, judged.head)) && opener_of(sentence, word).empty())
    judged.deprel = Deprel::xcomp;
  if (judged.deprel != Deprel::appos && judged.deprel != Deprel::amod) return;
  const bool behind = judged.head >= 0 && judged.head < word;
  if (!behind || (judged.head != word - 1 && !opens_quotation(sentence, word - 1))) return;
  const int verb = naming_verb_above(sentence, judged.head);
  if (verb < 0) return;
  judged.head = verb;
  judged.deprel = Deprel::xcomp;
}

// "called the plan foolish": the plan is the object, and foolish is what it is called.
void repair_naming(Sentence& sentence, int object) {
  Token& token = at(sentence, object);
  const int size = sentence.size();
  // "called the | fine | unjustified", the object taken for an adjective.
  const bool nominal = token.upos == Upos::noun || token.upos == Upos::propn ||
                       tree_repair::child(sentence, object, Deprel::det) >= 0;
  if (token.deprel != Deprel::xcomp || !nominal || token.head < 0 || token.head > object) return;
  const int verb = token.head;
  if (!is_naming_verb(at(sentence, verb))) return;
  for (int t = verb + 1; t < size; ++t) {
    if (at(sentence, t).head == verb && at(sentence, t).deprel == Deprel::obj) return;
  }
  for (int t = object + 1; t < size; ++t) {
    Token& word = at(sentence, t);
    if (word.head == verb && word.deprel == Deprel::xcomp) {  // "called the plan a breach"
      token.deprel = Deprel::obj;
      return;
    }
    const bool judges =
        word.upos == Upos::adj && (word.deprel == Deprel::appos || word.deprel == Deprel::amod);
    const bool as = word.upos == Upos::noun && opener_of(sentence, t) == "as";
    if (word.head != object && !as) continue;
    if (!judges && !as) continue;
    token.deprel = Deprel::obj;
    if (!as) {
      word.head = verb;
      word.deprel = Deprel::xcomp;
    }
    return;
  }
}

constexpr std::array<Frame, 12> kAddressing{{{"appeal", "for"},
                                             {"appeal", "to"},
                                             {"argue", "for"},
                                             {"ask", "for"},
                                             {"call", "for"},
                                             {"call", "on"},
                                             {"call", "upon"},
                                             {"campaign", "for"},
                                             {"lobby", "for"},
                                             {"plead", "with"},
                                             {"press", "for"},
                                             {"push", "for"}}};

bool addresses(std::string_view verb, std::string_view opener) {
  return std::any_of(kAddressing.begin(), kAddressing.end(),
                     [&](const Frame& f) { return f.verb == verb && f.opener == opener; });
}

bool has_child(Sentence& sentence, int head, Deprel relation, std::string_view lemma) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    return token.head == head && token.deprel == relation && token.lemma == lemma;
  });
}

// "called on Peru to ban it", "called for it to be banned": as in "urged Peru to ban it", who is called on is
// the object, and the subject of the infinitive.
void repair_addressee(Sentence& sentence, int noun) {
  Token& token = at(sentence, noun);
  if (token.deprel != Deprel::obl || token.head < 0 || token.head > noun) return;
  const int verb = token.head;
  if (!addresses(at(sentence, verb).lemma, opener_of(sentence, noun))) return;
  for (int t = noun + 1; t < sentence.size(); ++t) {
    Token& infinitive = at(sentence, t);
    const bool clause = infinitive.deprel == Deprel::xcomp || infinitive.deprel == Deprel::advcl;
    if (infinitive.head != verb || !clause || !has_child(sentence, t, Deprel::mark, "to")) continue;
    infinitive.deprel = Deprel::xcomp;
    token.deprel = Deprel::obj;
    return;
  }
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

// "called the tax | on oil unfair": what has a preposition is no second object.
void repair_cased_object(Sentence& sentence, int noun) {
  Token& token = at(sentence, noun);
  if (token.deprel != Deprel::obj || token.head < 0 || token.head > noun) return;
  const int preposition = tree_repair::child(sentence, noun, Deprel::case_);
  if (preposition <= 0 || preposition > noun) return;
  const int before = preposition - 1;
  if (at(sentence, before).deprel != Deprel::obj || at(sentence, before).head != token.head) return;
  token.head = before;
  token.deprel = Deprel::nmod;
}

// "called | the drills by Orion reckless": behind the object of a verb that has a subject, "by" says whose
// the object is, not who calls.
void repair_agent_of_object(Sentence& sentence, int agent) {
  Token& token = at(sentence, agent);
  const bool oblique = token.deprel == Deprel::obl_agent || token.deprel == Deprel::obl;
  const int verb = token.head;
  if (!oblique || verb < 0 || verb > agent || token.upos != Upos::propn) return;
  if (at(sentence, verb).upos != Upos::verb || opener_of(sentence, agent) != "by") return;
  if (tree_repair::child(sentence, verb, Deprel::nsubj) < 0 ||
      tree_repair::child(sentence, verb, Deprel::aux_pass) >= 0)
    return;
  int by = agent - 1;
  while (by > verb && at(sentence, by).form != "by") --by;
  const int object = by - 1;
  if (object <= verb || at(sentence, object).deprel != Deprel::obj || at(sentence, object).head != verb)
    return;
  token.head = object;
  token.deprel = Deprel::nmod;
}

// "accuses the army of Peru | of murder": the verb has the phrase that it takes.
bool has_phrase_after(Sentence& sentence, int verb, std::string_view opener, int token) {
  for (int t = token + 1; t < sentence.size(); ++t) {
    const Token& later = at(sentence, t);
    const bool phrase = later.deprel == Deprel::obl || later.deprel == Deprel::advcl;
    if (later.head == verb && phrase && opener_of(sentence, t) == opener) return true;
  }
  return false;
}

// "accuses the army of Peru of murder", the second hung on Peru: that is the verb's.
bool give_phrase_below(Sentence& sentence, int verb, std::string_view opener, int token) {
  for (int t = token + 1; t < sentence.size(); ++t) {
    Token& later = at(sentence, t);
    if (later.head != token || later.deprel != Deprel::nmod || opener_of(sentence, t) != opener) continue;
    later.head = verb;
    later.deprel = Deprel::obl;
    return true;
  }
  return false;
}

// "condemned a vote": an oblique needs a preposition; a noun right behind an active verb that has no object
// is it. (Days are obl:unmarked.)
void repair_bare_oblique(Sentence& sentence, int noun) {
  Token& token = at(sentence, noun);
  const int verb = token.head;
  if (token.deprel != Deprel::obl || token.upos != Upos::noun || verb < 0 || verb > noun) return;
  if (at(sentence, verb).upos != Upos::verb || tree_repair::child(sentence, noun, Deprel::case_) >= 0) return;
  for (const Deprel complement :
       {Deprel::obj, Deprel::nsubj_pass, Deprel::aux_pass, Deprel::ccomp, Deprel::xcomp}) {
    if (tree_repair::child(sentence, verb, complement) >= 0) return;
  }
  for (int t = verb + 1; t < noun; ++t) {
    if (at(sentence, t).head != noun) return;
  }
  token.deprel = Deprel::obj;
}

}  // namespace

void repair_valency(Sentence& sentence) {
  for (int t = 0; t < sentence.size(); ++t) {
    repair_cased_object(sentence, t);
    repair_small_clause(sentence, t);
    repair_postposed(sentence, t);
    repair_addressee(sentence, t);
    repair_agent_of_object(sentence, t);
    repair_bare_oblique(sentence, t);
  }
  for (int t = 0; t < sentence.size(); ++t) repair_naming(sentence, t);
  for (int t = 0; t < sentence.size(); ++t) {
    Token& token = at(sentence, t);
    const bool phrase = token.deprel == Deprel::nmod;
    if ((!phrase && token.deprel != Deprel::acl) || token.head < 0 || token.head > t) continue;
    const int verb = governing_verb(sentence, token.head);
    const auto opener = opener_of(sentence, t);
    if (verb < 0 || verb > t || !takes(at(sentence, verb).lemma, opener)) continue;
    if (has_phrase_after(sentence, verb, opener, t) || give_phrase_below(sentence, verb, opener, t)) continue;
    token.head = verb;
    token.deprel = phrase ? Deprel::obl : Deprel::advcl;
  }
}

}  // namespace newsgraph
