// Attributes as cells of a table.
#pragma once

#include <vector>

#include "formats/fields/columns.h"
#include "formats/tables/csv.h"

namespace newsgraph {

// A cell for each column, empty where the attribute is missing.
void attribute_cells(CsvWriter& csv, const Attributes& attributes, const std::vector<Column>& columns,
                     const StringPool& pool);

}  // namespace newsgraph
