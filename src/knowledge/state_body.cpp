#include "knowledge/state_body.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "knowledge/name_key.h"
#include "knowledge/name_words.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::size_t kLongestState = 6;  // words: "the People's Republic of China" and more
constexpr std::size_t kLongestBody = 3;   // words of a body in the lists: "attorney general's office"

std::string lower(Words words) {
  return utf8::lower(text_of(words));
}

bool is_place_preposition(std::string_view word) {
  return word == "in" || word == "to" || word == "at";
}

// "in Washington" of "embassy in Washington" belongs to the name but not to the body.
std::size_t body_end(Words words) {
  const auto at = std::find_if(words.begin(), words.end(), is_place_preposition);
  return static_cast<std::size_t>(at - words.begin());
}

bool is_possessive(std::string_view word) {
  return word.ends_with("'s") || word.ends_with("’s");
}

// The noun at the end of a phrase that names a body, longest first. "President Orban's government" names him.
std::optional<KnownLink::Relation> link_of_last_words(Words words) {
  for (std::size_t length = std::min(kLongestBody, words.size()); length > 0; --length) {
    const bool alone = length == words.size();
    const auto link = WordLists::built_in().state_body(lower(words.last(length)), alone);
    if (link)
      return std::ranges::any_of(words.first(words.size() - length), is_possessive) ? std::nullopt : link;
  }
  return std::nullopt;
}

bool is_of(std::string_view word) {
  return word == "of" || word == "for";
}

// The body that a phrase names: its head noun is last, or stands before "of" ("Ministry of Commerce").
std::optional<KnownLink::Relation> link_of_body(Words words) {
  words = words.first(body_end(words));
  const auto of = std::find_if(words.begin(), words.end(), is_of);
  return link_of_last_words({words.begin(), of});
}

// Whether the body is one only with the words before it: "energy board".
bool needs_modifier(Words words) {
  const std::string noun = lower(words.last(1));
  const WordLists& lists = WordLists::built_in();
  return lists.state_body(noun, false) && !lists.state_body(noun, true) &&
         !lists.state_body(lower(words), true);
}

// "ministry of commerce" -> "commerce ministry".
std::string head_last(Words words) {
  const auto of = std::find_if(words.begin(), words.end(), is_of);
  if (of == words.end() || of == words.begin() || of + 1 == words.end()) return lower(words);
  Words portfolio(of + 1, words.end());
  if (utf8::lower(portfolio.front()) == "the" && portfolio.size() > 1) portfolio = portfolio.subspan(1);
  return lower(portfolio) + " " + lower({words.begin(), of});
}

std::string usual_form(Words words) {
  const std::size_t end = body_end(words);
  const Words body = words.first(end);
  const WordLists& lists = WordLists::built_in();
  const std::string as_is = lower(body);
  std::string usual(lists.body_synonym(as_is));
  if (usual == as_is) usual = lists.body_synonym(head_last(body));
  if (end < words.size()) usual += " " + std::string(text_of(words.subspan(end)));
  return usual;
}

std::string capitalised(std::string_view phrase) {
  std::string result(phrase);
  bool start = true;
  for (char& c : result) {
    if (start) c = ascii_upper(c);
    start = c == ' ';
  }
  for (const char* small : {" In ", " Of ", " And ", " For ", " To ", " At ", " The "}) {
    for (std::size_t at = result.find(small); at != std::string::npos; at = result.find(small, at + 1)) {
      result[at + 1] = ascii_lower(result[at + 1]);
    }
  }
  return result;
}

// "Chinese Foreign Ministry", "Danish Supreme Court": what there is one of bears capitals.
bool has_capitals(std::string_view body) {
  constexpr std::array<std::string_view, 2> kOffices{"ministry", "department"};
  constexpr std::array<std::string_view, 5> kSingle{"court", "council", "authority", "commission", "agency"};
  const bool words = body.find(' ') != body.npos && !body.starts_with("city ");
  return words && (std::ranges::any_of(kOffices, [&](auto noun) { return body.find(noun) != body.npos; }) ||
                   std::ranges::any_of(kSingle, [&](auto noun) { return body.ends_with(noun); }));
}

// "government" and "officials" stay small after the state: "Canadian government".
std::string canonical_name(const KnownEntity& state, std::string_view body) {
  const std::string& of = state.adjectives.empty() ? state.name : state.adjectives.front();
  return of + " " + (has_capitals(body) ? capitalised(body) : std::string(body));
}

StateBody make_body(const KnownEntity& state, KnownLink::Relation link, std::string body) {
  std::string name = canonical_name(state, body);
  return {StateBody::Kind::body, &state, link, std::move(name), std::move(body)};
}

bool is_government(Words words) {
  return words.size() == 1 && (utf8::lower(words[0]) == "government" || utf8::lower(words[0]) == "regime");
}

bool is_administration(Words words) {
  return is_government(words) || (words.size() == 1 && utf8::lower(words[0]) == "administration");
}

// "Biden administration": a person who represents a state.
std::optional<StateBody> administration(const Knowledge& knowledge, std::string_view person) {
  for (const Sense& sense : knowledge.look_up(person)) {
    if (sense.entity->type != "person" || sense.entity->links.empty()) continue;
    const KnownEntity* state = knowledge.state_of(*sense.entity);
    if (state == nullptr) continue;
    const std::string_view surname = split_words(sense.entity->name).back();
    return StateBody{StateBody::Kind::administration, state, KnownLink::Relation::represents,
                     std::string(surname) + " administration", "administration"};
  }
  return std::nullopt;
}

// A state before a body: "Turkey's" + "parliament".
std::optional<StateBody> state_first(const Knowledge& knowledge, std::string_view before, Words rest) {
  const WordLists& lists = WordLists::built_in();
  const KnownEntity* state = knowledge.state(before, is_government(rest));
  if (state == nullptr) return is_administration(rest) ? administration(knowledge, before) : std::nullopt;
  const auto link = link_of_body(rest);
  const bool known_body = lists.state_body(lower(rest)) || (link && lists.body(rest.back()));
  if (rest.size() <= 2 && lists.people_of(rest.back()) && !known_body) {
    return StateBody{StateBody::Kind::people, state, KnownLink::Relation::represents, state->name,
                     lower(rest)};
  }
  if (!link) return std::nullopt;
  return make_body(*state, *link, usual_form(rest));
}

// A body before "of" and its state: "Parliament" + "Canada", "Ministry of Commerce" + "China".
std::optional<StateBody> state_last(const Knowledge& knowledge, Words body, std::string_view after) {
  const KnownEntity* state = knowledge.state(after);
  // "The Muslim Council of Britain" is no body of the state.
  if (state == nullptr || needs_modifier(body)) return std::nullopt;
  const auto link = link_of_body(body);
  if (!link) return std::nullopt;
  return make_body(*state, *link, usual_form(body));
}

}  // namespace

std::optional<StateBody> parse_state_body(const Knowledge& knowledge, std::string_view name) {
  const std::vector<std::string_view> all = split_words(bare_name(name));
  const Words words(all);
  if (words.size() < 2) return std::nullopt;
  for (std::size_t length = std::min(kLongestState, words.size() - 1); length > 0; --length) {
    if (auto found = state_first(knowledge, text_of(words.first(length)), words.subspan(length)))
      return found;
  }
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    if (words[at] != "of") continue;
    if (auto found = state_last(knowledge, words.first(at), text_of(words.subspan(at + 1)))) return found;
  }
  return std::nullopt;
}

std::string canonical_body(std::string_view name) {
  const std::vector<std::string_view> words = split_words(bare_name(name));
  if (words.empty() || !link_of_body(words)) return {};
  return usual_form(words);
}

}  // namespace newsgraph
