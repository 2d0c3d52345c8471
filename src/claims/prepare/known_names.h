// Names that the world knows, where the recogniser passes them over or cuts them short.
#pragma once

#include "knowledge/knowledge.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

// Adds to the names of a named sentence the known entities among its capitalised words that mean one thing
// only ("Human Rights Watch", "General Electric Co."), in place of recognised names that they contain,
// and lengthens a company that was cut at its front ("Lockheed" before "Martin Corp.") and a
// person at its end ("-jung" after "Kim Dae"); names with only a hyphen between them become one. A recognised
// name that contains or cuts a known one is left as it is. The names stay sorted and apart.
void add_known_names(const Knowledge& knowledge, Sentence& sentence);

}  // namespace newsgraph
