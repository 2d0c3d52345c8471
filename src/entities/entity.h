// What the entities stage hands on: one actor of the news under all its names.
#pragma once

#include <string>
#include <vector>

namespace newsgraph {

// A link between entities that is known, not claimed by a text.
struct EntityLink {
  std::string relation;  // "part_of" or "represents"
  std::string target;    // entity id
};

struct Entity {
  std::string id;                    // "n_" and a slug of the name; stable across runs and inputs
  std::string name;                  // the name to show
  std::string type;                  // person, organization, place, product, group, event, work, act or thing
  std::vector<std::string> aliases;  // sorted, without `name`
  std::vector<EntityLink> links;     // sorted by relation, target
};

}  // namespace newsgraph
