// A match where it stands, with all that is asked to make claims of it. The rest of the room is functions of
// one: subjects.h says who, objects.h whom or what, pairs.h which of them make a claim.
#pragma once

#include <string_view>
#include <vector>

#include "claims/assemble/finding.h"
#include "claims/discourse/quotations.h"
#include "claims/match/match.h"
#include "claims/resolve/reference.h"

namespace newsgraph {

using Group = std::vector<Reference>;

struct StatedMatch {
  ResolutionContext context;
  const Quotations& quotations;
  const std::vector<Finding>& found;  // what the document stated before
  int sentence;
  const Match& match;

  const TriggerRule& rule() const { return *match.rule; }
  const Relation& relation() const { return schema().relations()[match.rule->relation]; }
  Place trigger() const { return {sentence, match.trigger}; }
  Place at(int token) const { return {sentence, token}; }
  const Tree& tree() const { return context.discourse.tree(sentence); }
  Discourse& discourse() const { return context.discourse; }
  const RelationSchema& schema() const { return context.schema; }
  const WordSet& words(std::string_view list) const { return context.schema.words(list); }
  // The same, of which only these types and kinds can be arguments.
  StatedMatch expecting(const WordSet& types, const WordSet& not_kinds) const {
    return {context.expecting(types, not_kinds), quotations, found, sentence, match};
  }
};

}  // namespace newsgraph
