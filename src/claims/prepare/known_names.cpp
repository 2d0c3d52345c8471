#include "claims/prepare/prepare.h"

#include <algorithm>

#include "knowledge/word_lists.h"
#include "language/scan/scan.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr int kLongest = 7;  // tokens of a known name

bool is_capital(std::string_view form) {
  return is_ascii_upper(form[0]);
}

std::string text_of(const Sentence& sentence, int first, int last) {
  std::string text;
  for (int t = first; t <= last; ++t) {
    const Token& token = sentence.token(t);
    text += token.form;
    if (t < last && token.space_after) text += ' ';
  }
  return text;
}

bool overlap(const Name& a, const Name& b) {
  return a.first <= b.last && b.first <= a.last;
}

bool contains(const Name& whole, const Name& part) {
  return whole.first <= part.first && part.last <= whole.last;
}

// A word alone may be anything; a company that is written so is one.
bool is_telling(const KnownEntity& known, const Sentence& sentence, int first, int last) {
  if (last > first) return known.type != "place" || known.kind == "state";
  const auto form = sentence.token(first).form;
  // What has no kind is of the user's table.
  const bool thing = known.kind == "company" || known.kind == "service" ||
                     (known.kind.empty() && (known.type == "organization" || known.type == "product"));
  return thing && form.size() >= 4 && is_ascii_upper(form[0]) && !sentence.headline;
}

// An article or a hyphen before a name is no part of it, "The Hindu" aside.
bool begins(const KnownEntity& known, const Sentence& sentence, int first) {
  const auto form = sentence.token(first).form;
  if (form == "The" || form == "the") return known.name.starts_with("The ");
  return form != "-" && form != "–";
}

void put(Sentence& sentence, const Name& known) {
  const bool cuts = std::any_of(sentence.names.begin(), sentence.names.end(), [&](const Name& name) {
    return overlap(name, known) && !contains(known, name);
  });
  if (cuts) return;
  std::erase_if(sentence.names, [&](const Name& name) { return overlap(name, known); });
  sentence.names.push_back(known);
}

// The longest known names, from the left; small words may stand inside: "Trinidad and Tobago".
void find_known(const Knowledge& knowledge, Sentence& sentence) {
  const int size = sentence.size();
  const auto form = [&](int t) { return sentence.token(t).form; };
  for (int first = 0; first < size; ++first) {
    if (!is_capital(form(first))) continue;
    for (int last = std::min(size, first + kLongest) - 1; last >= first; --last) {
      if (!is_capital(form(last))) continue;
      const KnownEntity* known = knowledge.unambiguous(text_of(sentence, first, last));
      const auto type = known == nullptr ? std::nullopt : parse_name_type(known->type);
      if (!type || !is_telling(*known, sentence, first, last) || !begins(*known, sentence, first)) continue;
      put(sentence, {first, last, *type, 1});
      first = last;
      break;
    }
  }
}

// "Lockheed Martin Corp.": the words before the ending are the company's, up to where another name ends.
void lengthen(Sentence& sentence, const NameCandidate& run) {
  if (!run.certain || sentence.headline) return;
  for (Name& name : sentence.names) {
    const bool company = WordLists::built_in().company_suffix(sentence.token(name.last).form);
    if (!company || name.first <= run.first || name.last > run.last || name.last == name.first) continue;
    const bool taken = std::any_of(sentence.names.begin(), sentence.names.end(), [&](const Name& other) {
      return other.last < name.first && other.last >= run.first;
    });
    const bool starts_sentence = run.first == 0 && WordLists::built_in().title(sentence.tokens[0].form);
    if (taken || starts_sentence || name.first - run.first > 3) continue;
    // "Retailer Orion Holding Corp.": the word that opens the sentence may only say what the company is.
    const std::string opening(sentence.token(run.first).form);
    const bool description = run.first == 0 && !WordLists::built_in().type_of(opening).empty();
    name.first = std::min(name.first, run.first + (description ? 1 : 0));
    name.type = NameType::organization;
  }
}

bool is_known_place(const Knowledge& knowledge, std::string_view name) {
  const auto senses = knowledge.look_up(name);
  return std::ranges::any_of(senses, [](const Sense& sense) { return sense.entity->type == "place"; });
}

// "Rolls-Royce Turbines", "Clermont-Ferrand": names with only a hyphen between them are one.
void join_hyphenated(const Knowledge& knowledge, Sentence& sentence) {
  const auto& tokens = sentence.tokens;
  for (std::size_t n = 0; n + 1 < sentence.names.size(); ++n) {
    Name& left = sentence.names[n];
    const Name& right = sentence.names[n + 1];
    if (right.first != left.last + 2) continue;
    const auto hyphen = static_cast<std::size_t>(left.last) + 1;
    if (tokens[hyphen].form != "-" || tokens[hyphen].space_after || tokens[hyphen - 1].space_after) continue;
    const bool places = left.type == NameType::place && right.type == NameType::place &&
                        left.first == left.last && right.first == right.last;
    // "Cleveland-Cliffs": what begins with a place that is known and goes on with none is named after it.
    const bool after_place = places && is_known_place(knowledge, sentence.token(left.first).form) &&
                             !is_known_place(knowledge, sentence.token(right.first).form);
    // A pair of states or peoples stays two: "Russian-Ukrainian".
    const bool pair = left.type == NameType::group || right.type == NameType::group || places;
    if (pair && !after_place) continue;
    if (left.type != right.type || after_place) left.type = NameType::organization;
    left.last = right.last;
    sentence.names.erase(sentence.names.begin() + static_cast<std::ptrdiff_t>(n) + 1);
  }
}

// "Kim Dae-jung": what is joined to a person's name by a hyphen belongs to it.
void add_syllables(Sentence& sentence) {
  const auto& tokens = sentence.tokens;
  for (Name& name : sentence.names) {
    const auto next = static_cast<std::size_t>(name.last) + 1;
    if (name.type != NameType::person || next + 1 >= tokens.size()) continue;
    const bool joined =
        tokens[next].form == "-" && !tokens[next - 1].space_after && !tokens[next].space_after;
    const auto part = tokens[next + 1].form;
    const bool syllable =
        part.size() <= 5 && std::all_of(part.begin(), part.end(), [](char c) { return is_ascii_lower(c); });
    if (joined && syllable && name.last > name.first) name.last += 2;
  }
}

bool is_possessive(std::string_view form) {
  return form == "'s" || form == "’s";
}

bool all_capitals(const Sentence& sentence, int first, int last) {
  for (int t = first; t <= last; ++t) {
    if (!is_ascii_upper(sentence.token(t).form[0])) return false;
  }
  return first <= last;
}

// The type of a possessor that is somebody on its own: a person with given name or title, or one that the
// knowledge has. "Moody's Analytics" and "St. John's College" have none.
std::optional<NameType> possessor_type(const Knowledge& knowledge, const Sentence& sentence, int first,
                                       int last) {
  const WordLists& words = WordLists::built_in();
  const auto opening = sentence.token(first).form;
  const bool person =
      words.given_name(opening) != Gender::unknown || words.title_gender(opening) != Gender::unknown;
  if (last > first && person) return NameType::person;
  const KnownEntity* known = knowledge.unambiguous(text_of(sentence, first, last));
  const bool owner = known != nullptr && (known->type != "place" || known->kind == "state");
  return owner ? parse_name_type(known->type) : std::nullopt;
}

// "Amazon's Twitch": a word that may mean a company does so before a name that is known.
std::optional<NameType> company_before_known(const Knowledge& knowledge, const Sentence& sentence,
                                             const Name& name, int ending) {
  const auto senses = knowledge.look_up(text_of(sentence, name.first, ending - 1));
  const bool company =
      std::ranges::any_of(senses, [](const Sense& sense) { return sense.entity->kind == "company"; });
  const bool known = knowledge.unambiguous(text_of(sentence, ending + 1, name.last)) != nullptr;
  return company && known ? std::optional(NameType::organization) : std::nullopt;
}

}  // namespace

void add_known_names(const Knowledge& knowledge, Sentence& sentence) {
  find_known(knowledge, sentence);
  for (const NameCandidate& run : name_candidates(sentence)) lengthen(sentence, run);
  std::sort(sentence.names.begin(), sentence.names.end(),
            [](const Name& a, const Name& b) { return a.first < b.first; });
  join_hyphenated(knowledge, sentence);
  add_syllables(sentence);
}

void cut_possessors(const Knowledge& knowledge, Sentence& sentence) {
  std::vector<Name> names;
  for (const Name& name : sentence.names) {
    names.push_back(name);
    if (name.type == NameType::work || name.type == NameType::event) continue;
    for (int t = name.first + 1; t < name.last; ++t) {
      if (!is_possessive(sentence.token(t).form)) continue;
      auto type = possessor_type(knowledge, sentence, name.first, t - 1);
      if (!type) type = company_before_known(knowledge, sentence, name, t);
      const bool whole = knowledge.unambiguous(text_of(sentence, name.first, name.last)) != nullptr;
      if (!type || whole || !all_capitals(sentence, name.first, t - 1) ||
          !is_ascii_upper(sentence.token(t + 1).form[0]))
        break;
      names.back().last = t - 1;
      names.back().type = *type;
      names.push_back(name);
      names.back().first = t + 1;
      break;
    }
  }
  sentence.names = std::move(names);
}

}  // namespace newsgraph
