#include "claims/discourse/name_groups.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "claims/discourse/naming.h"
#include "knowledge/subsidiary_form.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// What is known of a name on its own: not adjectives and demonyms, which are peoples.
const KnownEntity* known_entity(const Knowledge& knowledge, std::string_view name, NameType type) {
  for (const Sense& sense : knowledge.look_up(name)) {
    if (sense.kind != SenseKind::name && sense.kind != SenseKind::alias) continue;
    const bool fits = parse_name_type(sense.entity->type) == type;
    if (fits || !knowledge.ambiguous(name)) return sense.entity;
  }
  return nullptr;
}

// The type that most mentions have, a known entity's own type before that.
NameType majority(const std::array<int, kNameTypeCount>& votes) {
  return static_cast<NameType>(std::max_element(votes.begin(), votes.end()) - votes.begin());
}

// "Martin Oswald Bank", "Orion Ltd.", "Cork Wanderers" are organisations whatever a name before them looks
// like.
NameType type_by_words(const Knowledge& knowledge, const std::string& name, NameType type) {
  if (type != NameType::person && type != NameType::place) return type;
  const auto space = name.rfind(' ');
  if (space == std::string::npos) return type;
  if (name.find(" & ") != std::string::npos) return NameType::organization;
  // "Uber China": a company's name with more behind it.
  const KnownEntity* first = knowledge.unambiguous(name.substr(0, name.find(' ')));
  if (first != nullptr && first->kind == "company") return NameType::organization;
  const std::string last = name.substr(space + 1);
  const WordLists& words = WordLists::built_in();
  const bool written_so = last.size() > 2 || last.back() == '.';  // not "AS", "SA" of some other word
  if ((written_so && words.company_suffix(last)) || words.club_word(last)) return NameType::organization;
  return type == NameType::person && words.type_of(ascii_lowered(last)) == "organization"
             ? NameType::organization
             : type;
}

bool compatible(NameType a, NameType b) {
  if (a == b) return true;
  const auto thing = [](NameType t) {
    return t == NameType::organization || t == NameType::product || t == NameType::work;
  };
  return thing(a) && thing(b);
}

// "Microsoft" and "Microsoft GmbH": who is known is not the company that it has in one country.
bool is_parent_of(const Spelling& parent, const Spelling& company) {
  return parent.known != nullptr && parent.known->kind == "company" && has_subsidiary_form(company.text) &&
         !has_subsidiary_form(parent.text);
}

// A name of one word that the table has for companies and services only, whatever the recogniser holds it
// for, unless it is somebody's surname: "Telegram".
const KnownEntity* known_business(const Knowledge& knowledge, const std::vector<Spelling>& spellings,
                                  const Spelling& spelling) {
  if (spelling.text.find(' ') != std::string::npos) return nullptr;
  const auto senses = knowledge.look_up(spelling.text);
  if (senses.empty() || !std::all_of(senses.begin(), senses.end(), [](const Sense& sense) {
        return sense.kind <= SenseKind::alias &&
               (sense.entity->kind == "company" || sense.entity->kind == "service" ||
                sense.entity->kind == "product");
      }))
    return nullptr;
  const bool surname = std::any_of(spellings.begin(), spellings.end(), [&](const Spelling& other) {
    return other.text.size() > spelling.text.size() && other.text.ends_with(" " + spelling.text);
  });
  return surname ? nullptr : senses.front().entity;
}

// "Lusenga" of "Lusenga Copper Ltd.", whatever the recogniser makes of it alone: the first word of a
// company's name, that nothing else is known by.
bool may_be_company(const Knowledge& knowledge, const Spelling& alias, const Spelling& company) {
  return company.type == NameType::organization && alias.words.size() == 1 && company.words.size() > 1 &&
         company.text.starts_with(alias.text + " ") && knowledge.look_up(alias.text).empty() &&
         WordLists::built_in().given_name(alias.text) == Gender::unknown;
}

// The words of a name with what says what kind of company it is, but for its article.
std::size_t count_of_words(const Spelling& spelling) {
  const auto words = all_words(spelling.text);
  return static_cast<std::size_t>(
      std::ranges::count_if(words, [](const std::string& word) { return word != "the" && word != "s"; }));
}

// "Hartmann" beside "Hartmann Holding", which is the same name in full.
bool has_own_full_form(const std::vector<Spelling>& spellings, const Spelling& alias) {
  return std::ranges::any_of(spellings, [&](const Spelling& other) {
    return other.words == alias.words && compatible(other.type, alias.type) &&
           count_of_words(other) > count_of_words(alias);
  });
}

// "Lund family" is not what "Lund" is short for.
bool is_joined(const Spelling& full) {
  return !WordLists::built_in().joined_to_name(full.words.back()).empty();
}

// Whether a name may be a person's, whatever the recogniser makes of it: "Martin Quesnel".
bool may_be_person(const Spelling& full) {
  const bool given =
      WordLists::built_in().given_name(full.text.substr(0, full.text.find(' '))) != Gender::unknown;
  return full.type == NameType::person || (given && full.known == nullptr && full.words.size() == 2 &&
                                           count_of_words(full) == full.words.size());
}

// "Quesnel" for "Martin Quesnel" where the recogniser holds only one of them for a person.
bool is_surname_of(const Spelling& alias, const Spelling& full) {
  if (alias.known != nullptr || alias.words.size() != 1 || full.words.size() < 2 || !may_be_person(full))
    return false;
  return alias.type == NameType::person && alias.words.front() == full.words.back();
}

// "Chen" for "Chen Weiming", "Sir Derek" for "Derek Halliwell".
bool is_first_of_person(const Spelling& alias, const Spelling& full) {
  return alias.known == nullptr && alias.type == NameType::person && full.type == NameType::person &&
         alias.words.size() == 1 && full.words.size() > 1 && alias.words.front() == full.words.front();
}

// "The Lamp" for "Dublin Evening Lamp", "the Commission" for "Electoral Commission": words from within or the
// end of an organisation's name behind an article, that nothing else is known by. Without one they may be one
// of two who founded it: "Rimac", "Bugatti Rimac".
bool is_part_of_name(const Knowledge& knowledge, const Spelling& alias, const Spelling& full) {
  if (!alias.definite || full.type != NameType::organization || alias.type == NameType::group ||
      alias.type == NameType::place || alias.words.size() != count_of_words(alias) ||
      alias.words.size() >= full.words.size() || !knowledge.look_up(alias.text).empty())
    return false;
  const auto at =
      std::search(full.words.begin() + 1, full.words.end(), alias.words.begin(), alias.words.end());
  return at != full.words.end();
}

// "Tlaxcala" for "Grupo Tlaxcala", "Mistral" for "AS Mistral".
bool lacks_prefix(const Spelling& alias, const Spelling& full) {
  return alias.known == nullptr && full.type == NameType::organization && full.words.size() > 1 &&
         WordLists::built_in().company_prefix(full.words.front()) &&
         std::ranges::equal(alias.words, std::span(full.words).subspan(1));
}

// "Mr Quesnel" for "Bertrand Quesnel", whose given name nobody knows and whom the recogniser takes for a
// company.
bool may_be_surname_of(const Spelling& alias, const Spelling& full) {
  return alias.known == nullptr && full.known == nullptr && alias.type == NameType::person &&
         full.type == NameType::organization && alias.words.size() == 1 && full.words.size() == 2 &&
         count_of_words(full) == 2 && alias.words.front() == full.words.back() && full.first < alias.first;
}

// How surely a name is what another is short for.
enum class Shortness : std::uint8_t { none, possible, likely };

Shortness shortness(const Knowledge& knowledge, const Spelling& alias, const Spelling& full) {
  if (is_joined(full)) return Shortness::none;
  const bool fits = compatible(alias.type, full.type) || may_be_company(knowledge, alias, full);
  if ((fits && shortens(all_words(alias.text), full.words, full.type)) || is_surname_of(alias, full) ||
      lacks_prefix(alias, full))
    return Shortness::likely;
  const bool part = is_first_of_person(alias, full) || is_part_of_name(knowledge, alias, full) ||
                    may_be_surname_of(alias, full);
  return part ? Shortness::possible : Shortness::none;
}

// Whether a spelling may be what a shorter one stands for.
bool may_be_full_form(const Knowledge& knowledge, const Spelling& alias, const Spelling& full, bool in_full,
                      Shortness least) {
  if (&full == &alias || full.text.size() <= alias.text.size() || (alias.in_text && !full.in_text))
    return false;
  // "Mr Ferrand" is not short for "Laiterie Ferrand".
  if (2 * alias.titled >= alias.mentions.size() && lacks_prefix(alias, full)) return false;
  const bool acronym = full.type != NameType::person && is_acronym(alias.text, full.text);
  if (!acronym && (in_full || shortness(knowledge, alias, full) < least)) return false;
  // "Sony Music" is not what "Sony" is short for: who is known alone needs no longer name.
  const bool known =
      alias.known != nullptr &&
      (alias.known->kind == "company" || alias.known->kind == "service" || alias.known->kind == "product");
  const bool itself = known && full.known == nullptr && !acronym;
  if (itself && full.words.size() > alias.words.size()) return false;
  return alias.known == nullptr || full.known == nullptr || alias.known == full.known;
}

// Of several full forms the longest, where they contain each other; -1 where two would do.
int fullest_of(const std::vector<Spelling>& spellings, const std::vector<int>& candidates) {
  int found = -1;
  for (const int candidate : candidates) {
    const Spelling& full = spellings[static_cast<std::size_t>(candidate)];
    if (found >= 0 && spellings[static_cast<std::size_t>(found)].words != full.words) {
      const auto& other = spellings[static_cast<std::size_t>(found)];
      if (!shortens(other.words, full.words, full.type) && !shortens(full.words, other.words, other.type))
        return -1;
      if (full.words.size() < other.words.size()) continue;
    }
    found = candidate;
  }
  return found;
}

// The one spelling that a shorter one stands for; -1 where two would do, nothing where none. Of two the one
// that the text names before it shortens it: "Kamala Harris ... Harris ... her sister Maya Harris".
std::optional<int> full_form(const Knowledge& knowledge, const std::vector<Spelling>& spellings,
                             std::size_t index, Shortness least) {
  const Spelling& alias = spellings[index];
  const bool in_full = has_own_full_form(spellings, alias);
  std::vector<int> candidates;
  for (std::size_t i = 0; i < spellings.size(); ++i) {
    if (may_be_full_form(knowledge, alias, spellings[i], in_full, least))
      candidates.push_back(static_cast<int>(i));
  }
  if (candidates.empty()) return std::nullopt;
  if (const int found = fullest_of(spellings, candidates); found >= 0) return found;
  std::erase_if(candidates,
                [&](int c) { return spellings[static_cast<std::size_t>(c)].first >= alias.first; });
  return fullest_of(spellings, candidates);
}

// What the recogniser takes "Kestrel" for where the text has "Kestrel Airways", too, and "Bertrand Quesnel"
// where it has "Mr Quesnel".
void take_type(Spelling& alias, Spelling& full) {
  if (compatible(alias.type, full.type)) return;
  if (full.type == NameType::organization && !may_be_surname_of(alias, full)) alias.type = full.type;
  if (may_be_surname_of(alias, full)) full.type = NameType::person;
}

}  // namespace

void NameGroups::add(std::size_t mention, const std::string& name, std::span<const NameType> types,
                     const Occurrence& there) {
  const auto [at, fresh] = index_.try_emplace(name, spellings_.size());
  if (fresh) {
    spellings_.emplace_back();
    spellings_.back().text = name;
    spellings_.back().words = name_words(name);
  }
  Spelling& spelling = spellings_[at->second];
  spelling.mentions.push_back(mention);
  spelling.in_text = spelling.in_text || there.in_text;
  spelling.definite = spelling.definite || there.definite;
  if (there.titled) ++spelling.titled;
  if (!there.headline) spelling.first = std::min(spelling.first, mention);
  for (const NameType type : types) ++spelling.votes[static_cast<std::size_t>(type)];
  if (types.empty()) ++spelling.votes[static_cast<std::size_t>(NameType::organization)];
}

void NameGroups::join() {
  find_types();
  parent_.resize(spellings_.size());
  for (std::size_t i = 0; i < parent_.size(); ++i) parent_[i] = i;
  join_same();
  join_short_forms();
}

void NameGroups::find_types() {
  for (Spelling& spelling : spellings_) {
    spelling.type = type_by_words(*knowledge_, spelling.text, majority(spelling.votes));
    spelling.known = known_entity(*knowledge_, spelling.text, spelling.type);
    const bool doubtful = spelling.known == nullptr && spelling.type != NameType::organization;
    const KnownEntity* business = doubtful ? known_business(*knowledge_, spellings_, spelling) : nullptr;
    if (business != nullptr) spelling.known = business;
    if (spelling.known != nullptr && (business != nullptr || !knowledge_->ambiguous(spelling.text))) {
      if (const auto type = parse_name_type(spelling.known->type)) spelling.type = *type;
    }
  }
}

std::size_t NameGroups::root(std::size_t spelling) const {
  while (parent_[spelling] != spelling) spelling = parent_[spelling];
  return spelling;
}

bool NameGroups::are_same(const Spelling& a, const Spelling& b) const {
  const bool same_known = a.known != nullptr && a.known == b.known;
  const bool same_words =
      a.words == b.words && compatible(a.type, b.type) && !is_parent_of(a, b) && !is_parent_of(b, a);
  return (same_known || same_words) && !knowledge_->never_merge(a.text, b.text);
}

void NameGroups::join_same() {
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (are_same(spellings_[i], spellings_[j])) parent_[root(i)] = root(j);
    }
  }
}

void NameGroups::join_short_forms() {
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    auto found = full_form(*knowledge_, spellings_, i, Shortness::likely);
    if (!found) found = full_form(*knowledge_, spellings_, i, Shortness::possible);
    if (!found || *found < 0) continue;
    const auto full = static_cast<std::size_t>(*found);
    if (knowledge_->never_merge(spellings_[i].text, spellings_[full].text)) continue;
    // "Albanese" beside "Francesca Albanese" is not the one that the table knows by the surname.
    if (spellings_[full].known == nullptr && spellings_[full].type == NameType::person)
      spellings_[i].known = nullptr;
    take_type(spellings_[i], spellings_[full]);
    parent_[root(i)] = root(full);
  }
}

void NameGroups::join_alias(const std::string& name, const std::string& alias) {
  const std::size_t from = root(index_.at(alias)), to = root(index_.at(name));
  const Spelling& short_one = spellings_[from];
  const Spelling& full = spellings_[to];
  const bool apart = (short_one.known != nullptr && full.known != nullptr) ||
                     knowledge_->never_merge(short_one.text, full.text);
  if (!apart && compatible(short_one.type, full.type)) parent_[from] = to;
}

// The fullest of its names, and the type that most mentions have.
void NameGroups::name(Actor& actor) const {
  std::array<int, kNameTypeCount> votes{};
  std::string longest;
  std::pair<std::size_t, std::size_t> most;
  for (const std::string& one : actor.names) {
    const Spelling& spelling = spellings_[index_.at(one)];
    votes[static_cast<std::size_t>(spelling.type)] += static_cast<int>(spelling.mentions.size());
    const std::pair words{spelling.words.size(), count_of_words(spelling)};
    if (longest.empty() || words > most) longest = one;
    most = std::max(most, words);
  }
  actor.type = majority(votes);
  actor.name = longest;
  std::erase(actor.names, longest);
  actor.names.insert(actor.names.begin(), longest);
}

std::vector<Actor> NameGroups::actors(std::vector<Mention>& mentions) const {
  std::vector<Actor> actors;
  std::map<std::size_t, std::size_t> actor_of;  // by root
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    const auto [at, fresh] = actor_of.try_emplace(root(i), actors.size());
    if (fresh) actors.emplace_back();
    Actor& actor = actors[at->second];
    actor.names.push_back(spellings_[i].text);
    if (actor.known == nullptr) actor.known = spellings_[i].known;
    for (const std::size_t m : spellings_[i].mentions) mentions[m].actor = static_cast<int>(at->second);
  }
  for (Actor& actor : actors) name(actor);
  return actors;
}

}  // namespace newsgraph
