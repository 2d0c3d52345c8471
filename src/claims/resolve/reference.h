// Whom a phrase means, and what it takes to find that out. The rest of the room is functions of a
// ResolutionContext and a Place: resolve.h answers for any phrase, the others for one kind each.
#pragma once

#include <string_view>
#include <vector>

#include "claims/discourse/discourse.h"
#include "claims/record/claim.h"
#include "claims/schema/schema.h"

namespace newsgraph {

class Quotations;

// How surely a phrase means what it was resolved to; a feature of the claim's confidence.
enum class Link : std::uint8_t {
  name,       // it is a name
  described,  // a name stands with it: "the firm ByteDance"
  role,       // a body or people of a state, an organisation's spokesman
  noun,       // "the company", exactly one fits nearby
  pronoun,
  act,    // whom the text blames for an act
  event,  // "the decision" of somebody named before
  phrase  // no name: the phrase itself
};

struct Reference {
  Argument argument;
  Link link = Link::name;
  double certainty = 1;  // that it is meant, 0 to 1; of what is no name
  bool ranked = false;   // found by ranking the names, where no rule can tell
};

// Whether it is somebody, named or not, who may do what is judged: a person, people, an organisation, a
// place.
bool can_act(const Reference& reference);

// What the relation that is being read takes as its argument, for pronouns and descriptions take no
// antecedent of another type. Null or empty lets everything in.
struct Expected {
  const WordSet* types = nullptr;
  const WordSet* not_kinds = nullptr;  // of known entities: nobody owns a court

  bool admits(const Knowledge& knowledge, const Actor& actor) const;
};

// What a phrase is resolved with. Small: functions that look deeper pass a copy on.
struct ResolutionContext {
  Discourse& discourse;
  const RelationSchema& schema;
  Expected expected = {};
  int depth = 0;  // of phrases whose meaning depends on other phrases: "his ministry's unit's owner"
  const Quotations* quotations = nullptr;  // null where nobody asks who speaks

  const Tree& tree(Place at) const { return discourse.tree(at.sentence); }
  const WordSet& words(std::string_view list) const { return schema.words(list); }
  ResolutionContext deeper() const { return {discourse, schema, expected, depth + 1, quotations}; }
  ResolutionContext expecting(const WordSet& types, const WordSet& not_kinds) const {
    return {discourse, schema, {&types, &not_kinds}, depth, quotations};
  }
};

}  // namespace newsgraph
