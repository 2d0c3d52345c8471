// Names that a reviewer may mean, by their beginning.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claims/record/claim.h"

namespace newsgraph {
class Knowledge;
}

namespace newsgraph::cli {

class ReviewNames {
 public:
  // Those of the claims, the most frequent first, then those that the tables know.
  ReviewNames(std::span<const Claim> claims, const Knowledge& knowledge);

  // The first `most` that begin with the text, then those in which a word does; case, accents and the like do
  // not matter. None for an empty text.
  std::vector<std::string> complete(std::string_view text, std::size_t most) const;

 private:
  struct Entry {
    std::string name;
    std::string folded;
  };
  void add(const std::string& name);

  std::vector<Entry> entries_;
};

}  // namespace newsgraph::cli
