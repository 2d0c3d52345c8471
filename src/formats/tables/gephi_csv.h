// Two tables for Gephi's spreadsheet import.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kGephiCsv;

}  // namespace newsgraph
