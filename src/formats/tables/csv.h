// Tables as RFC 4180 has them, one line a record, and attributes as their cells.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "formats/fields/columns.h"
#include "formats/text/escape.h"
#include "formats/text/text_buffer.h"
#include "support/sink.h"

namespace newsgraph {

// Writes fields and commas. Line breaks in fields become spaces and control characters are dropped,
// both counted, for many readers take lines one by one.
class CsvWriter {
 public:
  // `for_spreadsheet`: a cell that a spreadsheet would take for a formula (it starts with = + - @, behind
  // blanks or not) gets an apostrophe in front.
  CsvWriter(TextBuffer& out, LossCounts& counts, bool for_spreadsheet = false)
      : out_(out), counts_(counts), for_spreadsheet_(for_spreadsheet) {}

  void field(std::string_view text);
  template <typename Number>
  void number(Number value) {
    separate();
    out_ << value;
  }
  // An empty cell for 0, which stands for unknown.
  template <typename Number>
  void known_number(Number value) {
    separate();
    if (value != Number{}) out_ << value;
  }
  void end_line() {
    out_ << "\r\n";
    first_ = true;
  }

 private:
  void separate() {
    if (!first_) out_ << ',';
    first_ = false;
  }

  TextBuffer& out_;
  LossCounts& counts_;
  bool for_spreadsheet_;
  bool first_ = true;
};

// What every table says of an edge in the same order: status, confidence, scope, first and last date,
// documents and the best sentence.
void edge_cells(CsvWriter& csv, const EdgeView& edge);

// A table with a row for each node, or each edge, of a graph: the columns that the format has of its own,
// then one for each attribute.
class GraphTable {
 public:
  // Writes the header.
  GraphTable(const Graph& graph, Sink& sink, std::initializer_list<const char*> own,
             std::vector<Column> attributes);

  // Takes the format's own cells of a row.
  CsvWriter& cells() { return csv_; }
  LossCounts& counts() { return counts_; }
  // Adds the cells of the attributes, empty where one is missing.
  void end_row(const Attributes& attributes);
  // Ends the table; `losses` gets what cells could not hold.
  void finish(Losses& losses);

 private:
  const StringPool& pool_;
  Sink& sink_;
  std::vector<Column> columns_;
  LossCounts counts_;
  TextBuffer out_;
  CsvWriter csv_{out_, counts_};
};

}  // namespace newsgraph
