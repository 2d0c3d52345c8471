// Tables for neo4j-admin and the command that imports them.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kNeo4jCsv;

}  // namespace newsgraph
