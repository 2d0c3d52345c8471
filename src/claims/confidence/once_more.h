// A sentence as the model reads it once more, to judge a claim: behind the names of those arguments that are
// no names in it ("she", "the ban", or elsewhere) and the last words of the sentence before, in which they
// may be told.
//
//   Donald Trump ; … the sentence before … Leaving them to die is a big mistake , she said .
#pragma once

#include "claims/assemble/finding.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

struct OnceMore {
  Sentence sentence;    // forms alone
  ProposedClaim claim;  // by its tokens
};

// `claim` is that of the finding by the tokens of `sentence`; `before` may be null. Views the texts of all of
// them.
OnceMore once_more(const Finding& finding, const ProposedClaim& claim, const Sentence& sentence,
                   const Sentence* before);

}  // namespace newsgraph
