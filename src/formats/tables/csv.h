// Tables as RFC 4180 has them, one line a record, and attributes as their cells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/fields/columns.h"
#include "formats/text/escape.h"
#include "formats/text/text_buffer.h"

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

// A cell for each column, empty where the attribute is missing.
void attribute_cells(CsvWriter& csv, const Attributes& attributes, const std::vector<Column>& columns,
                     const StringPool& pool);

}  // namespace newsgraph
