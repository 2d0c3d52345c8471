// What arguments of claims resolve to, with what a test does not care about left at its default.
#pragma once

#include <string>
#include <vector>

#include "claims/record/claim.h"
#include "entities/resolver.h"

namespace newsgraph {

inline Argument argument(std::string name, std::string type = "organization") {
  Argument result;
  result.text = name;
  result.name = std::move(name);
  result.type = std::move(type);
  result.named = true;
  return result;
}

inline Claim claim(Argument subject, std::string relation, Argument object, std::string sentence = {}) {
  Claim result;
  result.document.id = "d-1";
  result.subject = std::move(subject);
  result.relation = std::move(relation);
  result.object = std::move(object);
  result.evidence.text = std::move(sentence);
  result.rule = "verb";
  return result;
}

// What one argument resolves to as the subject of a denunciation, in a document that says `text`.
inline Argument resolved(Argument subject, const std::string& text = {},
                         const Knowledge& knowledge = Knowledge::built_in()) {
  std::vector<Claim> claims{claim(std::move(subject), "denounces", argument("Brookvale Mill"), text)};
  EntityResolver(knowledge).resolve(claims, text);
  return claims.empty() ? Argument() : claims[0].subject;
}

inline std::string id_of(std::string name, std::string type = "organization", const std::string& text = {}) {
  return resolved(argument(std::move(name), std::move(type)), text).entity;
}

}  // namespace newsgraph
