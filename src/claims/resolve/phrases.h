// References made of what stands there: of a name, of a known entity, of the phrase itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/resolve/reference.h"

namespace newsgraph {

// The words of the phrase, without relative clauses, appositions and conjuncts.
Extent phrase_extent(const ResolutionContext& context, Place at);
std::string phrase_text(const ResolutionContext& context, Place at);

// What the phrase at a place was found to mean.
Reference of_actor(const ResolutionContext& context, const Actor& actor, Place at, Link link);
Reference of_known(const ResolutionContext& context, const KnownEntity& entity, Place at, Link link);
// "Peru's ministry of trade": nothing where the name is none of a state's body.
std::optional<Reference> of_state_body(const ResolutionContext& context, const std::string& name, Place at);
// The phrase itself, whatever it may stand for.
Reference unnamed(const ResolutionContext& context, Place at);
// Coordinated nouns that share what follows, "the import, export and transit of arms", as one phrase; nothing
// where one of them stands for itself.
std::optional<Reference> joint_phrase(const ResolutionContext& context, int sentence,
                                      const std::vector<int>& tokens);

// Whether a noun is people or a body: "officials", "ministry".
bool names_people_or_body(const ResolutionContext& context, Place at);

}  // namespace newsgraph
