#include "formats/tables/csv.h"

#include <algorithm>

#include "formats/text/byte_scan.h"

namespace newsgraph {
namespace {

// Some spreadsheets pass over blanks before it.
bool starts_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first != std::string_view::npos &&
         std::string_view("=+-@\t").find(text[first]) != std::string_view::npos;
}

}  // namespace

void CsvWriter::field(std::string_view text) {
  separate();
  if (is_plain<'"', ',', ';', '\''>(text) && !(for_spreadsheet_ && starts_formula(text))) {
    out_ << text;
    return;
  }
  const std::string clean = one_line(text, counts_);
  out_ << '"';
  if (for_spreadsheet_ && starts_formula(clean)) out_ << '\'';
  for (const char c : clean) {
    if (c == '"') out_ << '"';
    out_ << c;
  }
  out_ << '"';
}

void edge_cells(CsvWriter& csv, const EdgeView& edge) {
  csv.field(edge.status());
  csv.known_number(edge.confidence());
  for (const std::string_view text : {edge.scope(), edge.first_date(), edge.last_date()}) csv.field(text);
  csv.known_number(edge.documents());
  csv.field(edge.evidence());
}

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
