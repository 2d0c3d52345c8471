// Graphs as JSON, as several tools read and write it.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

// Node-link JSON, as networkx and D3 read it: docs/formats.md.
extern const Format kNodeLink;

// JSON as graphology serializes it (https://graphology.github.io), for sigma.js.
extern const Format kGraphology;

// By the beginning of a JSON text.
bool recognize_graphology(std::string_view head);

// Cytoscape JSON, for Cytoscape desktop, Cytoscape.js and networkx.
extern const Format kCyjs;

// JSON Graph Format, version 2 (https://jsongraphformat.info); version 1 is read as well.
extern const Format kJgf;

// FollowTheMoney entities (https://followthemoney.tech), one JSON object a line.
extern const Format kFtm;

}  // namespace newsgraph
