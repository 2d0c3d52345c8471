// Titles before the names of persons.
#pragma once

#include <string_view>

#include "knowledge/knowledge.h"

namespace newsgraph {

struct TitledName {
  std::string_view name;               // without title: "Recep Tayyip Erdoğan"
  const KnownEntity* state = nullptr;  // "Turkish President", "Turkey's President": Turkey
};

// Takes titles off "President Xi Jinping", "Turkey's Foreign Minister Hakan Fidan". A name without title
// comes back whole.
TitledName without_title(const Knowledge& knowledge, std::string_view name);

}  // namespace newsgraph
