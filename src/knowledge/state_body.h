// Names that are made by rule from the name of a state: "Chinese Foreign Ministry", "the government
// of Canada", "Turkey's parliament", "US officials", "Biden administration".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "knowledge/knowledge.h"

namespace newsgraph {

struct StateBody {
  enum class Kind : std::uint8_t {
    body,           // government, ministry, army, parliament: an entity of its own, linked to the state
    people,         // "Chinese officials": stand for the state itself
    administration  // "Biden administration": an entity of its own, named after a known person
  };
  Kind kind = Kind::body;
  const KnownEntity* state = nullptr;
  KnownLink::Relation link = KnownLink::Relation::represents;  // to the state
  std::string
      name;  // the canonical name: "Chinese Foreign Ministry", also for "China's Ministry of Foreign Affairs"
  std::string body;  // its part without the state, in lower case: "foreign ministry"
};

// Takes a name apart; nothing where it is not made of a state and a body. A capital stands for its
// state before "government" and "regime" alone ("the Damascus regime").
std::optional<StateBody> parse_state_body(const Knowledge&, std::string_view name);

// The usual form of a body's name without state, in lower case: "foreign ministry" for "Ministry of Foreign
// Affairs", "commerce ministry" for "Ministry of Commerce"; empty where it is no body of a state.
std::string canonical_body(std::string_view name);

}  // namespace newsgraph
