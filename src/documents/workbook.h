// Workbooks of spreadsheets (.xlsx, .ods): their sheets as tables.
#pragma once

#include <string_view>

#include "documents/read_context.h"

namespace newsgraph {

// Whether `start`, the first kilobytes of a file, is such a ZIP archive.
bool looks_like_workbook(std::string_view start);

// Reads each sheet like a file "BOOK/SHEET.csv": articles, relations, nodes or edges. Days of a calendar are
// dates, whatever number they are kept as.
void read_workbook(Input& input, ReadContext& context);

}  // namespace newsgraph
