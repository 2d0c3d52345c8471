// Noun phrases that are names, stand with a name or for who owns one, or are parts of a whole.
#pragma once

#include <optional>
#include <vector>

#include "claims/resolve/reference.h"

namespace newsgraph {

std::optional<Reference> resolve_name(const ResolutionContext& context, Place at);

// A proper noun that the recogniser of names passed over: the name in its compounds, or the run of
// capitalised words that it stands in.
std::optional<Reference> resolve_unmarked_name(const ResolutionContext& context, Place at);

// "the firm ByteDance", "the TikTok app".
std::optional<Reference> resolve_described(const ResolutionContext& context, Place at);
// "the government of Canada", "a spokesman for TikTok".
std::optional<Reference> resolve_role(const ResolutionContext& context, Place at);

// "the governments of Peru and Chile", "the cities of Kaunas and Vilnius": each of them; empty where it is no
// such list.
std::vector<Reference> joined_by_of(const ResolutionContext& context, Place at);

// "64 percent of X": X.
std::optional<Place> part_of_whole(const ResolutionContext& context, Place at);

}  // namespace newsgraph
