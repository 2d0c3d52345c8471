#include "claims/discourse/name_spans.h"

#include <algorithm>
#include <string_view>

#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

std::string_view form_at(const Sentence& sentence, int t) {
  return t >= 0 && t < sentence.size() ? sentence.token(t).form : std::string_view{};
}

bool is_lower(std::string_view form) {
  return !form.empty() && std::ranges::all_of(form, is_ascii_lower);
}

// "Shares of Orion Plc were sold."
bool is_of_shares(const Sentence& sentence, const Name& name) {
  const auto link = form_at(sentence, name.first + 1);
  return name.first + 2 <= name.last && WordLists::built_in().share(form_at(sentence, name.first)) &&
         (link == "of" || link == "in");
}

// "Insurer", "Brewer": nouns of companies that do something. "Bank" and "Hotel" begin names.
bool is_doer(std::string_view noun) {
  return WordLists::built_in().type_of(noun) == "organization" &&
         (noun.ends_with("er") || noun.ends_with("or") || WordLists::built_in().opening_noun(noun));
}

// Whether the word that opens the sentence says what the name behind it is.
bool opens_with_description(const Sentence& sentence, const Name& name, const NameWitness& witness) {
  if (name.first != 0 || name.first == name.last || sentence.headline) return false;
  const auto opening = form_at(sentence, 0);
  if (WordLists::built_in().opening_adjective(opening)) return true;
  const std::string noun = ascii_lowered(opening);
  const std::string rest = witness.text(name.first + 1, name.last);
  // "Thai Chang Noi", which stands without its nation elsewhere, too.
  const auto senses = witness.knowledge.look_up(opening);
  if (!senses.empty() && senses.front().kind == SenseKind::adjective && name.last - name.first > 1 &&
      witness.stands_elsewhere(rest))
    return true;
  if (witness.stands_elsewhere(rest) && WordLists::built_in().title_gender(opening) == Gender::unknown &&
      !WordLists::built_in().type_of(noun).empty())
    return true;
  if (name.type == NameType::person)
    return name.last - name.first > 1 && WordLists::built_in().type_of(noun) == "person";
  // "Carrier Global" is a name.
  const bool name_behind = name.last - name.first > 1 || witness.stands_elsewhere(rest) ||
                           witness.knowledge.unambiguous(rest) != nullptr;
  return is_doer(noun) && name_behind;
}

// The first word of a person's name behind "Canadian", "Interior Minister" or "Founder"; two words are left
// at least. Titles that names keep, "Sir" and "Pope", are none.
int first_of_person(const Sentence& sentence, const Name& name, const NameWitness& witness) {
  if (name.type != NameType::person) return name.first;
  const WordLists& words = WordLists::built_in();
  int first = name.first;
  const auto senses = witness.knowledge.look_up(form_at(sentence, first));
  if ((name.last - 1) > first && !senses.empty() && senses.front().kind == SenseKind::adjective) ++first;
  for (int t = first; t < (name.last - 1); ++t) {
    const std::string word = ascii_lowered(form_at(sentence, t));
    const int next = form_at(sentence, t + 1) == "," ? t + 2 : t + 1;
    const bool named = next < name.last && !is_lower(form_at(sentence, next));  // not "Bishop of Leeds"
    if (named && words.role(word) && words.title_gender(word) == Gender::unknown) first = next;
  }
  return first;
}

bool is_place(const NameWitness& witness, std::string_view name) {
  const auto senses = witness.knowledge.look_up(name);
  return std::ranges::any_of(senses, [](const Sense& sense) { return sense.entity->type == "place"; });
}

// "Orion of Como": the token "of" behind what is a name without its place; -1 where there is none. "The Bank
// of England" and "the Guild of Wales" are not.
int place_link(const Sentence& sentence, const Name& name, const NameWitness& witness) {
  if (name.type != NameType::organization) return -1;
  const WordLists& words = WordLists::built_in();
  const auto common = [&](int t) {
    const auto form = form_at(sentence, t);
    return !words.type_of(ascii_lowered(form)).empty() || words.body(form);
  };
  for (int of = name.first + 1; of < name.last; ++of) {
    if (form_at(sentence, of) != "of") continue;
    const bool known = is_place(witness, witness.text(of + 1, name.last));
    const bool company = words.company_suffix(form_at(sentence, of - 1));
    const bool alone = witness.stands_elsewhere(witness.text(name.first, of - 1));
    const bool own = !common(of - 1) && (alone || (known && of - name.first > 1));
    const bool place = known || (of + 1 == name.last && !common(name.last));
    return place && (company || own) ? of : -1;
  }
  return -1;
}

// What the noun at a token makes of the name before it; empty where it makes nothing of it. A family is that
// of a surname, which the recogniser may take for a people; `known` says that the name is one.
std::string_view made_of(const Sentence& sentence, int noun, NameType type, bool known) {
  const auto form = form_at(sentence, noun);
  if (!is_lower(form)) return {};
  const auto made = WordLists::built_in().joined_to_name(form);
  const bool fits = made == "group"          ? type != NameType::event && !(known && type == NameType::group)
                    : made == "organization" ? type == NameType::person
                    : made == "event"        ? type == NameType::place || type == NameType::group
                                             : type == NameType::place;
  // "The Orion family of drugs" is none.
  return fits && form_at(sentence, noun + 1) != "of" ? made : std::string_view{};
}

// "The port of Batumi": the noun before, -1 where there is none.
int noun_before(const Sentence& sentence, NameType type, int first) {
  const bool of = type == NameType::place && form_at(sentence, first - 1) == "of";
  const auto noun = form_at(sentence, first - 2);
  return of && is_lower(noun) && WordLists::built_in().joined_to_name(noun) == "place" ? first - 2 : -1;
}

}  // namespace

Name without_description(const Sentence& sentence, const Name& name, const NameWitness& witness) {
  if (name.type == NameType::work || name.type == NameType::event ||
      witness.knowledge.unambiguous(witness.text(name.first, name.last)) != nullptr)
    return name;
  Name bare = name;
  if (is_of_shares(sentence, name)) bare.first += 2;
  if (opens_with_description(sentence, bare, witness)) ++bare.first;
  bare.first = first_of_person(sentence, bare, witness);
  if (const int of = place_link(sentence, bare, witness); of >= 0) bare.last = of - 1;
  return bare;
}

void join_nouns(const Sentence& sentence, NameType type, const NameWitness& witness, Mention& mention) {
  // No general commands a union.
  if (type == NameType::organization && form_at(sentence, mention.first - 1) == "General") --mention.first;
  if (witness.knowledge.state(witness.text(mention.first, mention.last)) != nullptr &&
      WordLists::built_in().joined_to_name(form_at(sentence, mention.last + 1)) != "event")
    return;
  if (const int noun = noun_before(sentence, type, mention.first); noun >= 0) {
    mention.first = noun;
    mention.type = NameType::place;
    return;
  }
  const int behind = mention.last + 1;
  const bool known = !witness.knowledge.look_up(witness.text(mention.first, mention.last)).empty();
  const bool material = WordLists::built_in().material(form_at(sentence, behind));
  for (const int noun : {behind, behind + 1}) {
    const auto made = made_of(sentence, noun, type, known);
    if (!made.empty() && (noun == behind || (material && made == "place"))) {
      mention.last = noun;
      mention.type = parse_name_type(made);
      return;
    }
  }
}

}  // namespace newsgraph
