#include "formats/tables/csv_columns.h"

#include <algorithm>

namespace newsgraph {

void attribute_cells(CsvWriter& csv, const Attributes& attributes, const std::vector<Column>& columns,
                     const StringPool& pool) {
  for (const Column& column : columns) {
    const auto found =
        std::find_if(attributes.begin(), attributes.end(),
                     [&column](const Attribute& attribute) { return attribute.name == column.id; });
    csv.field(found == attributes.end() ? std::string()
                                        : value_text(in_column(found->value, column.type), pool));
  }
}

}  // namespace newsgraph
