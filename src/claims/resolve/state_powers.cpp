#include <algorithm>

#include "claims/resolve/phrases.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr int kLongestState = 3;  // words: "South African", "United Arab Emirates"

// Whether words [first, last] that begin or end at a token name the state.
bool names_state(const Discourse& discourse, const KnownEntity& state, int sentence, int first, int last) {
  if (first < 0 || last >= discourse.sentence(sentence).size()) return false;
  return discourse.knowledge().state(discourse.text(sentence, first, last)) == &state;
}

// "the Peruvian government", "Peru's government", "the government of Peru".
bool is_body_of(const Discourse& discourse, const KnownEntity& state, Place noun) {
  const Sentence& sentence = discourse.sentence(noun.sentence);
  const auto form = [&](int t) {
    return t >= 0 && t < sentence.size() ? sentence.token(t).form : std::string_view{};
  };
  int before = noun.token - 1;
  if (form(before) == "'s" || form(before) == "’s" || form(before) == "'" || form(before) == "’") --before;
  const int after = form(noun.token + 2) == "the" ? noun.token + 3 : noun.token + 2;
  const bool of = form(noun.token + 1) == "of";
  for (int more = 0; more < kLongestState; ++more) {
    if (names_state(discourse, state, noun.sentence, before - more, before)) return true;
    if (of && names_state(discourse, state, noun.sentence, after, after + more)) return true;
  }
  return false;
}

bool speaks_of(const Discourse& discourse, const KnownEntity& state, std::string_view noun) {
  for (int s = 0; s < discourse.size(); ++s) {
    for (int t = 0; t < discourse.sentence(s).size(); ++t) {
      if (equals_ignoring_case(discourse.sentence(s).token(t).form, noun) &&
          is_body_of(discourse, state, {s, t}))
        return true;
    }
  }
  return false;
}

}  // namespace

Reference of_state_power(const ResolutionContext& context, const KnownEntity& state, Place at) {
  const std::string noun(context.tree(at).token(at.token).form);
  auto body = speaks_of(context.discourse, state, noun)
                  ? of_state_body(context, state.name + "'s " + noun, at)
                  : std::nullopt;
  return body ? std::move(*body) : of_known(context, state, at, Link::role);
}

}  // namespace newsgraph
