// Whom a pronoun may mean by its kind; antecedents.h says which of the names before it.
#pragma once

#include <optional>
#include <string_view>

#include "claims/resolve/reference.h"

namespace newsgraph {

std::optional<Reference> resolve_pronoun(const ResolutionContext& context, Place at);
// What "it" would mean there: of what "51 percent of the shares" are.
std::optional<Reference> thing_unsaid(const ResolutionContext& context, Place at);
// "those who wear masks", "anyone wearing a mask": people of whom only that is said.
std::optional<Reference> those_who(const ResolutionContext& context, Place at);
// "dissolved the parties and banned them": of joined verbs the second does it to the object of the first.
std::optional<Reference> object_before(const ResolutionContext& context, Place at);

// Whether it means who speaks: "I", "we", "our".
bool is_speaker_pronoun(std::string_view form);

std::optional<Reference> speaker_pronoun(const ResolutionContext& context, Place at);
std::optional<Reference> addressee_pronoun(const ResolutionContext& context, Place at);

}  // namespace newsgraph
