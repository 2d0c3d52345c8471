// Which character parts the columns of a table, when nobody says it.
#include <algorithm>
#include <array>
#include <memory>

#include "documents/fields.h"
#include "documents/table_source.h"
#include "support/error.h"

namespace newsgraph {
namespace {

constexpr std::array kDelimiters{',', '\t', ';', '|'};

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

// The delimiter that parts the first line into most fields.
char delimiter_of_first_line(std::string_view start) {
  return *std::max_element(kDelimiters.begin(), kDelimiters.end(),
                           [&](char a, char b) { return count_fields(start, a) < count_fields(start, b); });
}

// The first rows, as one delimiter parts them.
struct Parted {
  std::vector<std::size_t> fields;  // of each row; 0 where it is not well
  bool spaced = true;               // a blank behind every delimiter, as in a sentence
};

Parted part(std::string_view start, char delimiter) {
  constexpr std::size_t kRows = 50;
  Input input("", std::make_unique<MemorySource>(start));
  TableSource table(input, delimiter, {}, 1, guess_escape(start, delimiter));
  Parted parted;
  TableRow row;
  try {
    while (parted.fields.size() < kRows && table.next(row)) {
      parted.fields.push_back(table.malformed() ? 0 : row.fields.size());
      parted.spaced = parted.spaced && std::all_of(row.fields.begin() + 1, row.fields.end(),
                                                   [](std::string_view f) { return f.starts_with(' '); });
    }
  } catch (const Error&) {
    return parted;  // what came before is enough
  }
  return parted;
}

// How well rows agree on a number of columns.
struct Agreement {
  std::ptrdiff_t rows = 0;  // from the header on: those that have its columns, less the others
  bool dense = false;       // no sentence's commas
  std::size_t columns = 0;

  friend auto operator<=>(const Agreement&, const Agreement&) = default;
};

// The header may stand below a title and notes.
Agreement agreement(const Parted& parted) {
  constexpr std::size_t kMostAbove = 20;
  const auto& fields = parted.fields;
  Agreement best;
  for (std::size_t header = 0; header < std::min(fields.size(), kMostAbove + 1); ++header) {
    if (fields[header] < 2) continue;
    const auto from = fields.begin() + static_cast<std::ptrdiff_t>(header);
    const auto same = std::count(from, fields.end(), fields[header]);
    best = std::max(best, {same - (fields.end() - from - same), !parted.spaced, fields[header]});
  }
  return best;
}

// Whether the table has one column, the text: its first line is the name of one and nothing else.
bool is_text_alone(std::string_view start) {
  constexpr std::size_t kLongest = 40;
  std::string_view line = start.substr(0, start.find('\n'));
  while (line.ends_with('\r')) line.remove_suffix(1);
  if (line.size() > kLongest || line.find_first_of(",;|\t") != std::string_view::npos) return false;
  return match_fields(article_fields(), {std::string(line)}, {})[kTextField].has_value();
}

}  // namespace

char guess_delimiter(std::string_view start) {
  if (is_text_alone(start)) {
    const auto unused = std::find_if(kDelimiters.begin(), kDelimiters.end(), [&](char delimiter) {
      return start.find(delimiter) == std::string_view::npos;
    });
    return unused == kDelimiters.end() ? '\t' : *unused;
  }
  constexpr std::ptrdiff_t kFewest = 2;  // a row alone agrees with itself
  char best = ',';
  Agreement most;
  for (const char delimiter : kDelimiters) {
    const Agreement found = agreement(part(start, delimiter));
    if (found <= most) continue;
    most = found;
    best = delimiter;
  }
  return most.rows >= kFewest ? best : delimiter_of_first_line(start);
}

}  // namespace newsgraph
