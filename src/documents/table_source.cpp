#include "documents/table_source.h"

#include <algorithm>
#include <memory>

#include "support/error.h"

namespace newsgraph {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kWindow = std::size_t{64} << 10;

bool is_blank(const TableRow& row) {
  return row.fields.size() == 1 && row.fields[0].empty();
}

}  // namespace

TableSource::TableSource(Input& input, char delimiter, const Limits& limits, std::size_t line, char escape)
    : input_(input), delimiter_(delimiter), limits_(limits), escape_(escape), line_(line) {}

bool TableSource::is_odd(const TableRow& row, Outcome outcome) const {
  if (outcome != Outcome::kRow || malformed_) return true;
  return expected_ != 0 && row.fields.size() != expected_ && row.fields != std::vector<std::string_view>{""};
}

// Whether the row has its columns when backslashes mean the other thing.
void TableSource::try_other_way(std::string_view window, bool at_end, TableRow& row, Outcome& outcome) {
  if (outcome == Outcome::kCutOff) return;  // with more of it, it may be well
  if ((outcome == Outcome::kRow ? window.substr(0, at_) : window).find('\\') == npos) return;
  const char own = escape_;
  escape_ = own == 0 ? '\\' : 0;
  const Outcome other = parse(window, at_end, row);
  const bool better = !is_odd(row, other);
  escape_ = own;
  outcome = better ? other : parse(window, at_end, row);
}

bool TableSource::next(TableRow& row) {
  do {
    Outcome outcome = Outcome::kCutOff;
    const std::string_view window = window_for_row(row, outcome);
    if (window.empty()) return false;
    if (outcome == Outcome::kUnclosed) give_up("a quoted field is not closed", "");
    if (row.fields.size() > limits_.columns) {
      give_up("more than " + std::to_string(limits_.columns) + " columns",
              "Raise the limit with --max-columns.");
    }
    row.line = line_;
    line_ += static_cast<std::size_t>(
        std::count(window.begin(), window.begin() + static_cast<std::ptrdiff_t>(at_), '\n'));
    input_.skip(at_);
  } while (is_blank(row));
  return true;
}

// A window that holds the whole next row; empty at the end.
std::string_view TableSource::window_for_row(TableRow& row, Outcome& outcome) {
  for (std::size_t size = kWindow;; size *= 2) {
    const std::string_view window = input_.peek(size);
    const bool at_end = window.size() < size;
    outcome = parse(window, at_end, row);
    if (expected_ != 0 && is_odd(row, outcome)) try_other_way(window, at_end, row, outcome);
    if (window.empty() || outcome != Outcome::kCutOff) return window;
    if (window.size() > limits_.document_bytes) {
      give_up("a row of more than " + format_size(limits_.document_bytes),
              "Close its quotes, or raise the limit with --max-document-size.");
    }
  }
}

// Goes on behind the first line of the row, for the rest of the table may be well.
void TableSource::give_up(const std::string& reason, const std::string& remedy) {
  input_.skip_line();
  throw Error(reason, input_.name() + ":" + std::to_string(line_++), remedy);
}

TableSource::Outcome TableSource::parse(std::string_view window, bool at_end, TableRow& row) {
  row.fields.clear();
  used_ = 0;
  at_ = 0;
  malformed_ = false;
  while (true) {
    std::string_view field;
    bool quoted = at_ < window.size() && window[at_] == '"';
    if (quoted) {
      const std::size_t start = at_;
      const Outcome outcome = parse_quoted(window, at_end, field);
      if (outcome != Outcome::kRow) return outcome;
      quoted = at_ > start;
      malformed_ = malformed_ || !quoted;
    }
    if (!quoted) field = parse_bare(window);
    row.fields.push_back(field);
    if (at_ == window.size()) return at_end ? Outcome::kRow : Outcome::kCutOff;
    const char end = window[at_++];
    if (end == '\n') return Outcome::kRow;
    if (row.fields.size() > limits_.columns) return Outcome::kRow;
  }
}

// Leaves at_ behind the closing quote, or where it was if the field turns out not to be quoted.
TableSource::Outcome TableSource::parse_quoted(std::string_view window, bool at_end,
                                               std::string_view& field) {
  bool changed = false;
  const std::size_t close = closing_quote(window, changed);
  if (close == npos) return at_end ? Outcome::kUnclosed : Outcome::kCutOff;
  std::size_t after = close + 1;
  if (after < window.size() && window[after] == '\r' &&
      (after + 1 == window.size() || window[after + 1] == '\n')) {
    ++after;
  }
  if (after == window.size() && !at_end) return Outcome::kCutOff;
  if (after < window.size() && window[after] != '\n' && window[after] != delimiter_) return Outcome::kRow;
  field = window.substr(at_ + 1, close - at_ - 1);
  if (changed) field = unescape(field, true);
  at_ = after;
  return Outcome::kRow;
}

// npos where there is none; `changed`: something before it is escaped.
std::size_t TableSource::closing_quote(std::string_view window, bool& changed) const {
  std::size_t close = at_ + 1;
  while (true) {
    close = escape_ == 0 ? window.find('"', close) : window.find_first_of("\"\\", close);
    if (close == npos) return npos;
    const bool backslash = window[close] == '\\';
    if (!backslash && (close + 1 == window.size() || window[close + 1] != '"')) return close;
    changed = true;
    close += 2;
  }
}

std::string_view TableSource::parse_bare(std::string_view window) {
  const std::size_t begin = at_;
  bool changed = false;
  for (; at_ < window.size() && window[at_] != delimiter_ && window[at_] != '\n'; ++at_) {
    if (escape_ == 0 || window[at_] != '\\') continue;
    changed = true;
    if (at_ + 1 < window.size()) ++at_;
  }
  std::string_view field = window.substr(begin, at_ - begin);
  if ((at_ == window.size() || window[at_] == '\n') && field.ends_with('\r')) field.remove_suffix(1);
  if (field == "\\N") return {};  // how databases write nothing
  return changed ? unescape(field, false) : field;
}

// Of bare fields only what could end them, and backslashes, is taken for escaped: "C:\news".
std::string_view TableSource::unescape(std::string_view field, bool in_quotes) {
  if (used_ == unescaped_.size()) unescaped_.emplace_back();
  std::string& text = unescaped_[used_++];
  text.clear();
  const auto escapes = [&](std::size_t at) {
    if (at + 1 >= field.size()) return false;
    const char next = field[at + 1];
    if (field[at] == '"') return in_quotes && next == '"';
    if (escape_ == 0 || field[at] != '\\') return false;
    return next == '"' || next == '\\' || next == '\n' || next == '\r' || next == delimiter_;
  };
  for (std::size_t at = 0; at < field.size(); ++at) {
    if (escapes(at)) ++at;
    text += field[at];
  }
  return text;
}

namespace {

// Rows with the columns of the first, less the others; one that the text breaks off in does not count.
std::ptrdiff_t regularity(std::string_view start, char delimiter, char escape) {
  Input input("", std::make_unique<MemorySource>(start));
  TableSource table(input, delimiter, {}, 1, escape);
  TableRow row;
  std::ptrdiff_t regular = 0;
  std::size_t columns = 0;
  try {
    while (table.next(row)) {
      if (columns == 0) columns = row.fields.size();
      regular += row.fields.size() == columns && !table.malformed() ? 1 : -1;
    }
  } catch (const Error&) {
    --regular;  // a quote that is not closed
  }
  return regular;
}

}  // namespace

char guess_escape(std::string_view start, char delimiter) {
  const char before_delimiter[] = {'\\', delimiter, '\0'};
  const bool candidate =
      start.find("\\\"") != npos || start.find(before_delimiter) != npos || start.find("\\\n") != npos;
  if (!candidate) return 0;
  return regularity(start, delimiter, '\\') > regularity(start, delimiter, 0) ? '\\' : '\0';
}

std::vector<std::vector<std::string>> first_rows(std::string_view start, char delimiter, std::size_t most) {
  Input input("", std::make_unique<MemorySource>(start));
  TableSource table(input, delimiter, {}, 1, guess_escape(start, delimiter));
  std::vector<std::vector<std::string>> rows;
  TableRow row;
  while (rows.size() < most) {
    try {
      if (!table.next(row)) break;
    } catch (const Error&) {
      if (rows.empty()) throw;
      break;  // breaks off, or is not well: what came before is enough
    }
    rows.emplace_back(row.fields.begin(), row.fields.end());
  }
  return rows;
}

std::vector<std::string> first_row(std::string_view start, char delimiter) {
  Input input("", std::make_unique<MemorySource>(start));
  TableSource table(input, delimiter, {});
  TableRow row;
  std::vector<std::string> names;
  if (table.next(row)) names.assign(row.fields.begin(), row.fields.end());
  return names;
}

}  // namespace newsgraph
