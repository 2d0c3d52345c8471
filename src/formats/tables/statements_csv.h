// A row for each statement, for spreadsheets; the columns are those of a relation table that newsgraph reads.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kStatementsCsv;

}  // namespace newsgraph
