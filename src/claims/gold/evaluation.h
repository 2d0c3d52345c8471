// How right claims are, against a gold standard.
//
// A claim matches a gold claim of the same document and relation where both arguments match: one of the
// argument's names (name, text, aliases) and one of the acceptable answers are the same state, or the words
// of the shorter are all words of the longer and at least half of them. Case, punctuation, diacritics,
// articles, possessives and company suffixes do not count as words. Every gold claim is matched at most once;
// a claim that matches only what is matched already counts neither for nor against.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claims/gold/gold.h"
#include "claims/record/claim.h"

namespace newsgraph {

class Knowledge;

struct Tally {
  std::size_t gold = 0;
  std::size_t gold_core = 0;
  std::size_t hits = 0;  // gold claims that were found
  std::size_t hits_core = 0;
  std::size_t spurious = 0;  // claims that match no gold claim
  std::size_t status = 0;    // of the hits: those with the right status

  Tally& operator+=(const Tally& other);
};

// Shares between 0 and 1; 0 where there is nothing to divide by.
struct Scores {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};
Scores core_scores(const Tally& tally);  // spurious claims against core hits
Scores all_scores(const Tally& tally);
double status_share(const Tally& tally);

struct Evaluation {
  std::map<std::string, Tally> by_relation;
  struct Miss {
    std::string document;
    GoldClaim claim;
  };
  std::vector<Miss> missed;                    // in the order of document ids
  std::vector<Claim> spurious;                 // likewise
  std::vector<std::string> unknown_documents;  // that the gold does not have; their claims are not counted
  Tally total() const;
};

// `claims` by document id, in any order of documents, each document's in the order of its text.
Evaluation evaluate(const Gold& gold, const std::map<std::string, std::vector<Claim>>& claims,
                    const Knowledge& knowledge);

// Whether two names name the same, by the rule above.
bool same_name(std::string_view a, std::string_view b, const Knowledge& knowledge);

}  // namespace newsgraph
