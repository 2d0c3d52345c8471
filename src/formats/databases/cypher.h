// A Cypher script that makes the graph in Neo4j, and may be run again.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kCypher;

}  // namespace newsgraph
