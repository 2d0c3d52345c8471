// What pronouns and nouns like "the company" have in common: the names before them.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "claims/resolve/reference.h"

namespace newsgraph {

inline constexpr int kAntecedentWindow = 3;  // sentences back in which an antecedent is looked for

using Accept = std::function<bool(const Actor&)>;

// A name, or a description that stands for one, before a pronoun.
struct Candidate {
  const Actor* actor = nullptr;
  int position = 0;  // token
  bool subject = false;
};

// Those in the sentence before a place whom `accept` lets in, in text order. The place may be the end of the
// sentence.
std::vector<Candidate> candidates(const ResolutionContext& context, Place before, const Accept& accept);

// The one actor of a list; null where there is none or more than one.
template <typename Candidates>
const Actor* only(const Candidates& list, bool subjects) {
  const Actor* found = nullptr;
  for (const auto& c : list) {
    if (subjects && !c.subject) continue;
    if (found != nullptr && found != c.actor) return nullptr;
    found = c.actor;
  }
  return found;
}

// The actor that a pronoun takes up among those that `accept` lets in, `window` sentences back; null where
// none or where two fit.
const Actor* antecedent(const ResolutionContext& context, Place at, int window, const Accept& accept);

// "After it had bought Orion, Acme …": in a clause that opens the sentence the pronoun is what the sentence
// is about.
const Actor* subject_to_come(const ResolutionContext& context, Place at, const Accept& accept);

// The last token of the sentence before `before` that names the actor.
std::optional<Place> last_mention(const ResolutionContext& context, Place before, const Actor* actor);

// The actors that are the subjects of the verb whose object a token is: it means none of them.
std::vector<const Actor*> clause_mates(const ResolutionContext& context, Place at);

// Whether a name in a noun's own phrase only says where it is: "the farm in Suffolk", "the Leipzig company".
bool only_places(const ResolutionContext& context, Place noun, const Actor& actor);
// Whether a phrase cannot stand for a name: "the farm in Suffolk" is not Suffolk, "the club" no league.
bool cannot_mean(const ResolutionContext& context, Place at, const Actor& actor);

// Who speaks where a phrase is quoted, whose body he is of and whom he tells it: "they" and "it" are none of
// them.
std::vector<const Actor*> speakers_own(const ResolutionContext& context, Place at);

// A name whose type may be mistaken: one word that nobody knows, with nothing that speaks for a person or a
// place. "Orlen sold its refinery" shows what it is. A seat of government stands for its state.
bool is_doubtful(const Knowledge& knowledge, const Actor& actor);

}  // namespace newsgraph
