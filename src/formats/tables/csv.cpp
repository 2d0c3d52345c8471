#include "formats/tables/csv.h"

#include <algorithm>
#include <string>
#include <utility>

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

GraphTable::GraphTable(const Graph& graph, Sink& sink, std::initializer_list<const char*> own,
                       std::vector<Column> attributes)
    : pool_(*data(graph).strings), sink_(sink), columns_(std::move(attributes)) {
  for (const char* name : own) csv_.field(name);
  for (const Column& column : columns_) csv_.field(column.name);
  csv_.end_line();
}

void GraphTable::end_row(const Attributes& attributes) {
  for (const Column& column : columns_) {
    const auto found =
        std::find_if(attributes.begin(), attributes.end(),
                     [&column](const Attribute& attribute) { return attribute.name == column.id; });
    csv_.field(found == attributes.end() ? std::string()
                                         : value_text(in_column(found->value, column.type), pool_));
  }
  csv_.end_line();
  out_.drain_when_full(sink_);
}

void GraphTable::finish(Losses& losses) {
  out_.drain(sink_);
  counts_.add_to(losses);
}

}  // namespace newsgraph
