// What one article said, as Python holds it: claims with the places of their parts in characters.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "claims/record/claim.h"
#include "entities/entity.h"
#include "python/arrow_table.h"

namespace newsgraph::api {
class Tools;
}

namespace newsgraph::python {

// Bytes of UTF-8 are what claims count in; a str of Python counts characters.
struct ClaimPlaces {
  Extent subject;
  Extent object;
  Extent speaker;
  Extent trigger;
  Extent sentence;
};

struct ClaimBlock {
  std::vector<Claim> claims;
  std::vector<ClaimPlaces> places;  // as many, or none where the text is not at hand
  std::vector<Entity> entities;     // that the claims name; none where somebody chose among the claims
  bool whole = false;               // `entities` are those of all claims
  std::string document;             // id of the article, where it is one
  std::string error;                // why the article could not be read
  // Whose decisions were applied to the claims; null: nobody's.
  std::shared_ptr<const api::Tools> decided = {};
};
using BlockPointer = std::shared_ptr<const ClaimBlock>;

std::vector<ClaimPlaces> places_in(std::string_view text, const std::vector<Claim>& claims);
// One after another.
BlockPointer joined(const std::vector<BlockPointer>& blocks);
// What the decisions of these tools make of the claims, document by document.
BlockPointer decided(const ClaimBlock& block, std::shared_ptr<const api::Tools> tools);

// The columns of docs/python.md, a row a claim.
Table claim_table(BlockPointer block);
// The node that the argument becomes in a graph: its entity, or one made from what it is called.
std::string node_of(const Argument& argument);
// The edge that the claim is a statement of.
std::string edge_of(const Claim& claim);

}  // namespace newsgraph::python
