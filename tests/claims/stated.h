// What the whole claims stage finds in a text, as words.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "claims/extractor.h"
#include "knowledge/knowledge.h"
#include "language/model.h"

namespace newsgraph::testing {

// In the order of the text.
inline std::vector<Claim> claims_of(const std::string& text) {
  static ClaimExtractor extractor(RelationSchema::built_in(), Knowledge::built_in(),
                                  Analyzer(Model::built_in()));
  Document document;
  document.id = "test";
  document.text = text;
  return extractor.extract(document);
}

// "subject relation object" of each claim.
inline std::vector<std::string> stated_in(const std::string& text) {
  std::vector<std::string> found;
  for (const Claim& claim : claims_of(text))
    found.push_back(claim.subject.name + " " + claim.relation + " " + claim.object.name);
  return found;
}

inline bool states(const std::string& text, const std::string& claim) {
  const auto found = stated_in(text);
  return std::find(found.begin(), found.end(), claim) != found.end();
}

}  // namespace newsgraph::testing
