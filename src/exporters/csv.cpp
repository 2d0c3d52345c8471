#include "exporters/csv.h"

#include "exporters/byte_scan.h"

namespace newsgraph {
namespace {

bool starts_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos;
}

}  // namespace

void CsvWriter::field(std::string_view text) {
  separate();
  const bool formula = for_spreadsheet_ && starts_formula(text);
  if (!formula && is_plain<'"', ',', ';', '\''>(text)) {
    out_ << text;
    return;
  }
  out_ << '"';
  if (formula) out_ << '\'';
  for (const char c : one_line(text, counts_)) {
    if (c == '"') out_ << '"';
    out_ << c;
  }
  out_ << '"';
}

}  // namespace newsgraph
