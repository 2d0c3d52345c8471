// One entry of the gazetteer: what is known about an actor of the news before any article is read.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace newsgraph {

// A link that is known, not claimed by a text. `target` is the id of another KnownEntity.
struct KnownLink {
  enum class Relation : std::uint8_t { part_of, represents };
  Relation relation = Relation::part_of;
  std::string target;
  friend bool operator==(const KnownLink&, const KnownLink&) = default;
};

// The fields are those of the JSON format, see docs/entities.md. Ids are ASCII slugs ("united-states").
struct KnownEntity {
  std::string id;
  std::string name;  // the name to show
  std::string type;  // person, organization, place, product, group, event or work
  std::string kind;  // state, territory, region, province, city, seat, body, company, …; may be empty
  std::vector<std::string> aliases;     // other names of the same
  std::vector<std::string> adjectives;  // "Chinese", "Dutch"; the first one makes "Chinese government"
  std::vector<std::string> demonyms;    // its people: "Briton", "Britons"
  std::vector<std::string> capitals;    // ids of its capitals, for a state; the seat of government first
  std::vector<KnownLink> links;         // part_of before represents, otherwise in the order of the table
  std::vector<std::string> context;     // words nearby that speak for this entity where its name is ambiguous
  std::map<std::string, std::string> identifiers;  // "iso3166": "CN"
  std::string gender;                              // "female", "male" or "": for persons
};

const char* to_string(KnownLink::Relation) noexcept;

}  // namespace newsgraph
