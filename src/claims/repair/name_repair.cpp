#include "claims/repair/repairs.h"

#include <algorithm>
#include <set>
#include <string>

#include "claims/repair/tree_repair.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

using tree_repair::at;
using tree_repair::child;

// "ParkStop", "eKestrel": small letters, then a capital, and more than an abbreviation.
bool has_inner_capital(std::string_view form) {
  const auto small = std::count_if(form.begin(), form.end(), is_ascii_lower);
  for (std::size_t i = 1; i < form.size(); ++i) {
    if (is_ascii_lower(form[i - 1]) && is_ascii_upper(form[i]))
      return small > 2 && is_ascii_lower(form.back());
  }
  return false;
}

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

bool is_nominal_relation(Deprel relation) {
  switch (relation) {
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::obj:
    case Deprel::iobj:
    case Deprel::obl:
    case Deprel::obl_agent:
    case Deprel::nmod:
    case Deprel::nmod_poss:
    case Deprel::appos:
    case Deprel::conj:
    case Deprel::compound:
    case Deprel::flat:
      return true;
    default:
      return false;
  }
}

// "owned by Zhejiang Geely", where the tree takes the second word for an adverb: the first says how the name
// hangs.
void take_relation(Sentence& sentence, const Name& name, int head) {
  if (is_nominal_relation(at(sentence, head).deprel)) return;
  for (int t = name.first; t < head; ++t) {
    const int above = at(sentence, t).head;
    if (inside(name, above) || !is_nominal_relation(at(sentence, t).deprel)) continue;
    if (reaches(sentence, name, above)) continue;  // what the name itself carries
    at(sentence, head).head = above;
    at(sentence, head).deprel = at(sentence, t).deprel;
  }
}

void hang_below(Sentence& sentence, const Name& name, int head) {
  take_relation(sentence, name, head);
  for (int t = name.first; t <= name.last; ++t) {
    Token& token = at(sentence, t);
    if (t == head) continue;
    const bool clause =
        token.deprel == Deprel::acl || token.deprel == Deprel::acl_relcl || token.deprel == Deprel::advcl;
    if (inside(name, token.head)) {
      if (clause) token.deprel = Deprel::flat;
      continue;
    }
    token.head = head;
    token.deprel = t < head ? Deprel::compound : Deprel::flat;
    // What hung on a part hangs on the whole: the preposition before it, the article.
    for (int c = 0; c < sentence.size(); ++c) {
      if (!inside(name, c) && at(sentence, c).head == t) at(sentence, c).head = head;
    }
  }
}

// "Massachusetts General": a place that modifies the proper noun right behind it makes a name with it, unless
// that is somebody's title ("Ontario Premier") or more than one thing ("Texas Republicans").
void widen_right(Sentence& sentence, Name& name, int end) {
  const int after = name.last + 1;
  if (name.type != NameType::place || name.first != name.last || after >= end) return;
  const Token& noun = at(sentence, after);
  const Token& token = at(sentence, name.first);
  const bool proper = noun.upos == Upos::propn && noun.xpos == Xpos::nnp && is_ascii_upper(noun.form[0]) &&
                      noun.form.size() > 3 && std::any_of(noun.form.begin(), noun.form.end(), is_ascii_lower);
  // "Massachusetts General and Brigham hospitals": both before the same noun.
  const bool beside = noun.deprel == Deprel::compound && token.head == noun.head;
  if (!proper || token.deprel != Deprel::compound || (token.head != after && !beside)) return;
  if (WordLists::built_in().role(noun.form)) return;
  name.last = after;
  name.type = NameType::organization;
}

// "Harvest America": a proper noun before a place of one word that depends on it makes a name of the two.
void widen(Sentence& sentence, Name& name, int free_from) {
  const int before = name.first - 1;
  if (name.type != NameType::place || name.first != name.last || before < free_from) return;
  const Token& token = at(sentence, before);
  const bool capital = is_ascii_upper(token.form[0]) && token.form.size() > 1 && token.form.back() != '.';
  if (capital && token.upos == Upos::propn && token.head == name.first && token.deprel == Deprel::compound) {
    name.first = before;
    name.type = NameType::organization;
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

// "Instagram, which Facebook bought": the verb is the clause, the name its subject.
void repair_relative_clause(Sentence& sentence, int name) {
  const int verb = name + 1;
  if (at(sentence, name).deprel != Deprel::acl_relcl || verb >= sentence.size()) return;
  Token& predicate = at(sentence, verb);
  const int which = child(sentence, name, Deprel::det);
  if (predicate.upos != Upos::verb || predicate.head != name || which < 0 ||
      at(sentence, which).form != "which")
    return;
  predicate.head = at(sentence, name).head;
  predicate.deprel = Deprel::acl_relcl;
  at(sentence, name).head = at(sentence, which).head = verb;
  at(sentence, name).deprel = Deprel::nsubj;
  at(sentence, which).deprel = Deprel::obj;
}

// "Eni plans to sell": a name does not modify a verb that follows it.
void repair_subject(Sentence& sentence, int name) {
  Token& token = at(sentence, name);
  if (token.deprel != Deprel::compound || token.head != name + 1) return;
  const Token& verb = at(sentence, token.head);
  const bool finite = verb.xpos == Xpos::vbz || verb.xpos == Xpos::vbd || verb.xpos == Xpos::vbp;
  if (finite && child(sentence, token.head, Deprel::nsubj) < 0) token.deprel = Deprel::nsubj;
}

// "snapped up Matches Fashion last year", the name taken for a time: behind a verb without an object it is
// that.
void repair_object(Sentence& sentence, const Name& name, int head) {
  Token& token = at(sentence, head);
  const int verb = token.head;
  if (token.deprel != Deprel::obl_unmarked || verb < 0 || verb > name.first || name.first - verb > 2) return;
  const bool thing = name.type == NameType::organization || name.type == NameType::product;
  if (thing && at(sentence, verb).upos == Upos::verb && child(sentence, verb, Deprel::obj) < 0)
    token.deprel = Deprel::obj;
}

// "Orion to buy Vega": the name that a headline begins with is no verb.
void repair_root(Sentence& sentence, const Name& name) {
  Token& token = at(sentence, name.last);
  const bool root = token.head < 0 && token.upos == Upos::verb && name.first == 0;
  if (root && child(sentence, name.last, Deprel::nsubj) < 0 && child(sentence, name.last, Deprel::xcomp) >= 0)
    tag_proper(token);
}

// "Orion buys stake in Vega": a finite verb with a subject does not modify the noun after it, it takes it.
void repair_headline_verb(Sentence& sentence, int subject) {
  const int verb = at(sentence, subject).head;
  if (at(sentence, subject).deprel != Deprel::nsubj || verb < 0 ||
      at(sentence, verb).deprel != Deprel::compound)
    return;
  const int noun = at(sentence, verb).head;
  const Xpos form = at(sentence, verb).xpos;
  const bool finite = form == Xpos::vbz || form == Xpos::vbd || form == Xpos::vbp;
  if (!finite || noun < verb || verb < subject) return;
  at(sentence, verb).head = at(sentence, noun).head;
  at(sentence, verb).deprel = at(sentence, noun).deprel;
  at(sentence, noun).head = verb;
  at(sentence, noun).deprel = Deprel::obj;
}

void mend(Sentence& sentence, const Name& name) {
  const bool thing = name.type == NameType::organization || name.type == NameType::product;
  if (sentence.headline) {
    repair_root(sentence, name);
    repair_headline_verb(sentence, name.last);
  }
  if (name.type != NameType::person && !thing) return;
  if (!is_whole(sentence, name)) return;
  const int head = head_of(sentence, name);
  if (head < 0) return;
  hang_below(sentence, name, head);
  repair_relative_clause(sentence, head);
  repair_subject(sentence, head);
  repair_object(sentence, name, head);
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

// "director of | Amnesty": the token of the role before the name of who employs; -1 for none.
int role_before(Sentence& sentence, const Name& employer) {
  int preposition = employer.first - 1;
  if (preposition > 0 && at(sentence, preposition).deprel == Deprel::det) --preposition;
  if (preposition < 1) return -1;
  const auto& form = at(sentence, preposition).form;
  const bool links = form == "of" || form == "for" || form == "at" || form == "with" || form == "to";
  return links ? preposition - 1 : -1;
}

// "Lima director of Amnesty Mara Doe said", "a spokeswoman for Orion, Mara Doe, said", the name hung on the
// employer: it is she who says it, and the role describes her.
void repair_role_holder(Sentence& sentence, const Name& employer, const Name& person) {
  const int gap = person.first - employer.last - 1;
  const bool employs = employer.type == NameType::organization || employer.type == NameType::place;
  const bool next_to = employs && person.type == NameType::person &&
                       (gap == 0 || (gap == 1 && at(sentence, employer.last + 1).form == ","));
  const int role = next_to ? role_before(sentence, employer) : -1;
  if (role < 0) return;
  Token& noun = at(sentence, role);
  const int head = head_of(sentence, person);
  const bool subject = noun.deprel == Deprel::nsubj || noun.deprel == Deprel::nsubj_pass;
  if (head < 0 || !subject || !WordLists::built_in().role(noun.lemma)) return;
  const int above = at(sentence, head).head;
  if ((above != role && !inside(employer, above)) || tree_repair::is_below(sentence, noun.head, head)) return;
  at(sentence, head).head = noun.head;
  at(sentence, head).deprel = noun.deprel;
  noun.head = head;
  noun.deprel = Deprel::nmod_desc;
}

bool is_time_noun(std::string_view lemma) {
  return lemma == "day" || lemma == "week" || lemma == "month" || lemma == "year" || lemma == "hour";
}

// "blocked Orion weeks earlier": Orion is no kind of week.
void repair_time_after(Sentence& sentence, const Name& name) {
  Token& token = at(sentence, name.last);
  if (token.deprel != Deprel::compound || token.head != name.last + 1) return;
  const Token& time = at(sentence, token.head);
  if (time.upos != Upos::noun || time.xpos != Xpos::nns || !is_time_noun(time.lemma)) return;
  int verb = time.head;
  while (verb >= 0 && at(sentence, verb).upos != Upos::verb) verb = at(sentence, verb).head;
  if (verb < 0 || verb != name.first - 1 || child(sentence, verb, Deprel::obj) >= 0) return;
  token.head = verb;
  token.deprel = Deprel::obj;
}

// "Orion subsidiary Vega", the noun between taken for an adjective: Orion's subsidiary is Vega.
void repair_role_between(Sentence& sentence, int noun) {
  Token& token = at(sentence, noun);
  const int size = sentence.size();
  if (noun == 0 || noun + 1 >= size || token.upos != Upos::adj || token.deprel != Deprel::amod) return;
  const int name = token.head;
  Token& before = at(sentence, noun - 1);
  const bool between = name > noun && at(sentence, noun + 1).upos == Upos::propn &&
                       before.upos == Upos::propn && before.head == name &&
                       (before.deprel == Deprel::compound || before.deprel == Deprel::nmod_poss);
  if (!between || WordLists::built_in().type_of(token.lemma) != "organization") return;
  token.upos = Upos::noun;
  token.xpos = Xpos::nn;
  token.deprel = Deprel::nmod_desc;
  before.head = noun;
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
  for (int t = 0; t < tree_repair::size_of(sentence); ++t) {
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

// "Brussels brewer De Hert", the place taken for the head, "owner, the Lima firm Vega", both hung on the
// owner: the name is the head, the noun right before it describes it.
void repair_described(Sentence& sentence, const Name& name) {
  const int noun = name.first - 1;
  if (noun < 1 || name.type == NameType::place || !is_small_noun(sentence, noun)) return;
  const int head = head_of(sentence, name);
  if (head < 0) return;
  const bool beside = at(sentence, noun).head == at(sentence, head).head &&
                      at(sentence, noun).deprel == at(sentence, head).deprel &&
                      !WordLists::built_in().type_of(ascii_lowered(at(sentence, noun).form)).empty();
  if (beside) {
    at(sentence, noun).head = head;
    at(sentence, noun).deprel = Deprel::nmod_desc;
    return;
  }
  // The name below a place before the noun: all of it one phrase that the place ends up to head.
  int top = head;
  while (at(sentence, top).head >= 0 && at(sentence, top).head < name.first &&
         (at(sentence, top).deprel == Deprel::flat || at(sentence, top).deprel == Deprel::compound))
    top = at(sentence, top).head;
  if (top == head || top == noun || noun - top > 3 || at(sentence, top).upos != Upos::propn) return;
  if (!tree_repair::is_below(sentence, noun, top)) return;
  make_head(sentence, top, name.last, head);
  at(sentence, noun).head = head;
  at(sentence, noun).deprel = Deprel::nmod_desc;
  at(sentence, noun).upos = Upos::noun;
  at(sentence, top).head = noun;
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

// "like Orion Steel and Vega Foods": the first of two joined names does not modify the second.
void repair_joined(Sentence& sentence, const Name& first, const Name& second) {
  if (second.first != first.last + 2 || at(sentence, first.last + 1).upos != Upos::cconj) return;
  const int one = head_of(sentence, first);
  const int other = head_of(sentence, second);
  if (one < 0 || other < 0 || at(sentence, one).head != other) return;
  if (at(sentence, one).deprel != Deprel::compound && at(sentence, one).deprel != Deprel::flat) return;
  at(sentence, one).head = at(sentence, other).head;
  at(sentence, one).deprel = at(sentence, other).deprel;
  for (int t = 0; t < first.first; ++t) {
    if (at(sentence, t).head == other) at(sentence, t).head = one;
  }
  at(sentence, other).head = one;
  at(sentence, other).deprel = Deprel::conj;
}

}  // namespace

void repair_names(Sentence& sentence) {
  int free_from = 0;
  for (std::size_t n = 0; n < sentence.names.size(); ++n) {
    Name& name = sentence.names[n];
    const int end = n + 1 < sentence.names.size() ? sentence.names[n + 1].first : sentence.size();
    if (!sentence.headline) widen_right(sentence, name, end);
    widen(sentence, name, free_from);
    mend(sentence, name);
    repair_time_after(sentence, name);
    if (const int head = head_of(sentence, name); head >= 0) raise_what_follows(sentence, name, head);
    free_from = name.last + 1;
  }
  for (const Name& name : sentence.names) {
    repair_hyphened_place(sentence, name);
    if (!sentence.headline) repair_described(sentence, name);
  }
  for (std::size_t n = 1; n < sentence.names.size(); ++n) {
    repair_joined(sentence, sentence.names[n - 1], sentence.names[n]);
    repair_role_holder(sentence, sentence.names[n - 1], sentence.names[n]);
  }
  for (std::size_t t = 0; t < sentence.tokens.size(); ++t) {
    repair_role_between(sentence, static_cast<int>(t));
    Token& token = sentence.tokens[t];
    // "the carmaker Geely took": a capital after a common noun is no adverb's.
    const bool after_noun =
        t > 0 && sentence.tokens[t - 1].upos == Upos::noun && is_ascii_lower(sentence.tokens[t - 1].form[0]);
    const bool adverb =
        token.upos == Upos::adv && after_noun && is_ascii_upper(token.form[0]) && !sentence.headline;
    const bool taggable = token.upos == Upos::noun || token.upos == Upos::adj;
    if (adverb || (taggable && has_inner_capital(token.form))) tag_proper(token);
    // "part-owned by Orion": what a hyphen joins to a verb is no subject of it.
    const bool joined = t + 2 < sentence.tokens.size() && sentence.tokens[t + 1].form == "-" &&
                        !token.space_after && token.head == static_cast<int>(t) + 2 &&
                        token.upos == Upos::noun;
    const bool subject = token.deprel == Deprel::nsubj || token.deprel == Deprel::nsubj_pass;
    if (joined && subject) token.deprel = Deprel::advmod;
  }
}

}  // namespace newsgraph
