// A gold standard: what a careful reader says a document claims. The form is described in docs/claims.md.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claims/record/claim.h"

namespace newsgraph {

struct GoldClaim {
  std::vector<std::string> subject;  // acceptable answers, best first; never empty
  std::string relation;
  std::vector<std::string> object;
  Status status = Status::asserted;
  bool core = true;  // false: fine to find, no fault to miss
  std::string evidence;
};

// By document id. A document that makes no claim is in it, too.
using Gold = std::map<std::string, std::vector<GoldClaim>, std::less<>>;

// Adds the document of one JSON line. Throws Error with `where` and what is wrong.
void read_gold_line(std::string_view line, const std::string& where, Gold& gold);

}  // namespace newsgraph
