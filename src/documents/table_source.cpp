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

// Number of fields that the first line has with this delimiter, quotes heeded.
std::size_t count_fields(std::string_view start, char delimiter) {
  std::size_t count = 1;
  bool quoted = false;
  for (const char c : start) {
    if (c == '"') quoted = !quoted;
    if (!quoted && c == '\n') break;
    if (!quoted && c == delimiter) ++count;
  }
  return count;
}

}  // namespace

TableSource::TableSource(Input& input, char delimiter, const Limits& limits, std::size_t line)
    : input_(input), delimiter_(delimiter), limits_(limits), line_(line) {}

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
    outcome = parse(window, window.size() < size, row);
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
  while (true) {
    std::string_view field;
    bool quoted = at_ < window.size() && window[at_] == '"';
    if (quoted) {
      const std::size_t start = at_;
      const Outcome outcome = parse_quoted(window, at_end, field);
      if (outcome != Outcome::kRow) return outcome;
      quoted = at_ > start;
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
  bool doubled = false;
  std::size_t close = at_ + 1;
  while ((close = window.find('"', close)) != npos) {
    if (close + 1 == window.size() || window[close + 1] != '"') break;
    doubled = true;
    close += 2;
  }
  if (close == npos) return at_end ? Outcome::kUnclosed : Outcome::kCutOff;
  std::size_t after = close + 1;
  if (after < window.size() && window[after] == '\r' &&
      (after + 1 == window.size() || window[after + 1] == '\n')) {
    ++after;
  }
  if (after == window.size() && !at_end) return Outcome::kCutOff;
  if (after < window.size() && window[after] != '\n' && window[after] != delimiter_) return Outcome::kRow;
  field = window.substr(at_ + 1, close - at_ - 1);
  if (doubled) field = unescape(field);
  at_ = after;
  return Outcome::kRow;
}

std::string_view TableSource::parse_bare(std::string_view window) {
  const char* begin = window.data() + at_;
  const char* end = window.data() + window.size();
  const char* at = std::find_if(begin, end, [this](char c) { return c == delimiter_ || c == '\n'; });
  at_ = static_cast<std::size_t>(at - window.data());
  std::string_view field(begin, static_cast<std::size_t>(at - begin));
  if ((at == end || *at == '\n') && field.ends_with('\r')) field.remove_suffix(1);
  return field;
}

std::string_view TableSource::unescape(std::string_view quoted) {
  if (used_ == unescaped_.size()) unescaped_.emplace_back();
  std::string& text = unescaped_[used_++];
  text.clear();
  for (std::size_t at = 0; at < quoted.size();) {
    const std::size_t quote = std::min(quoted.find('"', at), quoted.size() - 1);
    text += quoted.substr(at, quote + 1 - at);
    at = quote + (quoted[quote] == '"' ? 2 : 1);
  }
  return text;
}

char guess_delimiter(std::string_view start) {
  char best = ',';
  std::size_t most = count_fields(start, best);
  for (const char delimiter : {'\t', ';', '|'}) {
    const std::size_t count = count_fields(start, delimiter);
    if (count > most) best = delimiter;
    most = std::max(most, count);
  }
  return best;
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
