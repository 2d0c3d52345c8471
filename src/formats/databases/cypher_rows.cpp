#include "formats/databases/cypher_rows.h"

#include <string>
#include <string_view>

namespace newsgraph {
namespace {

// Of one statement: what a server takes without effort, and what its caches of statements can hold some
// thousand of.
constexpr std::size_t kMostRows = 1000;
constexpr std::size_t kMostBytes = std::size_t{1} << 18;

// Between fields while a statement is put together. No text has it: one_line() drops it.
constexpr char kFieldEnd = '\x1f';

void append_escaped(TextBuffer& out, std::string_view line) {
  for (std::size_t at; (at = line.find_first_of("'\\")) != std::string_view::npos; line.remove_prefix(at + 1))
    out << line.substr(0, at) << '\\' << line[at];
  out << line;
}

}  // namespace

void append_cypher_string(TextBuffer& out, std::string_view text, LossCounts& counts) {
  out << '\'';
  append_escaped(out, one_line(text, counts));
  out << '\'';
}

void append_cypher_name(TextBuffer& out, std::string_view name, LossCounts& counts) {
  out << '`';
  for (const char c : one_line(name, counts)) {
    if (c == '`') out << '`';
    out << c;
  }
  out << '`';
}

void CypherRows::append(std::string_view text, LossCounts& counts) {
  const std::string line = one_line(text, counts);
  if (line.find('\t') != std::string::npos) has_tabs_ = true;
  append_escaped(rows_text_, line);
}

void CypherRows::text(std::string_view text, LossCounts& counts) {
  append(text, counts);
  end_field();
}

void CypherRows::list_item(std::string_view text, bool first, LossCounts& counts) {
  if (!first) rows_text_ << "\\u001e";
  append(text, counts);
}

void CypherRows::end_field() {
  rows_text_ << kFieldEnd;
}

void CypherRows::end_row() {
  rows_text_.remove_last(1);
  rows_text_ << '\n';
  ++rows_;
  if (rows_ == kMostRows || rows_text_.size() >= kMostBytes) close();
}

// Tabs between the fields are read best; where a text has one, something else has to do.
void CypherRows::close() {
  if (rows_ == 0) return;
  rows_text_.remove_last(1);
  const std::string_view separator = has_tabs_ ? "\\u001f" : "\t";
  out_ << "UNWIND split('";
  std::string_view left = rows_text_.view();
  for (std::size_t at; (at = left.find(kFieldEnd)) != std::string_view::npos; left.remove_prefix(at + 1))
    out_ << left.substr(0, at) << separator;
  out_ << left << "', '\\n') AS line\nWITH [x IN split(line, '" << (has_tabs_ ? "\\u001f" : "\\t")
       << "') | CASE x WHEN '' THEN null ELSE x END] AS f\n"
       << std::string_view(action_) << ";\n";
  rows_text_.clear();
  rows_ = 0;
  has_tabs_ = false;
  out_.drain_when_full(sink_);
}

}  // namespace newsgraph
