// Claims and entities in one line, for tests of what comes after them.
#pragma once

#include <string>

#include "claims/record/claim.h"
#include "entities/entity.h"

namespace newsgraph::test {

inline Argument argument(const std::string& entity, const std::string& name, const std::string& type) {
  Argument result;
  result.entity = entity;
  result.name = name;
  result.text = name;
  result.type = type;
  result.named = true;
  return result;
}

// "n_apple" is named "apple" and an organization, "n_p_france" is "france" and a place.
inline Argument argument(const std::string& entity) {
  const bool place = entity.starts_with("n_p_");
  return argument(entity, entity.substr(place ? 4 : 2), place ? "place" : "organization");
}

struct ClaimSpec {
  std::string subject, relation, object;
  std::string document = "d1";
  std::string sentence = "A sentence.";
  Status status = Status::asserted;
  double confidence = 0.5;
  std::string date = "2023-03-16";
};

inline Claim claim(const ClaimSpec& spec) {
  Claim result;
  result.subject = argument(spec.subject);
  result.relation = spec.relation;
  result.object = argument(spec.object);
  result.document = {spec.document, "Title of " + spec.document, spec.date,
                     "https://news.example/" + spec.document};
  result.evidence.text = spec.sentence;
  result.status = spec.status;
  result.confidence = spec.confidence;
  result.rule = "verb:test";
  // Any text that differs where the claim does; the graph does not look into it.
  result.id = "claim of " + spec.document + ": " + spec.subject + spec.relation + spec.object + spec.sentence;
  return result;
}

inline Entity entity(const std::string& id, const std::string& type, std::vector<EntityLink> links = {}) {
  return {id, "The " + id.substr(2), type, {id.substr(2) + " (alias)"}, std::move(links)};
}

}  // namespace newsgraph::test
