// Tables of articles or of relations; what their rows are, the names of their columns say.
#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "documents/date.h"
#include "documents/fields.h"
#include "documents/lines.h"
#include "documents/readers.h"
#include "documents/registry.h"
#include "documents/table_source.h"
#include "support/ascii.h"
#include "support/error.h"

namespace newsgraph {
namespace {

using Columns = std::vector<std::optional<std::size_t>>;

// Positions in relation_fields().
enum RelationField : std::size_t {
  kSource,
  kRelation,
  kTarget,
  kRelationDate,
  kStatus,
  kEvidence,
  kRelationUrl,
  kSourceType,
  kTargetType,
  kConfidence,
  kScope,
  kDocumentTitle
};

// Columns "year", "month" and "day" where no other has the date.
struct DateParts {
  std::optional<std::size_t> year;
  std::optional<std::size_t> month;
  std::optional<std::size_t> day;

  bool has(std::size_t column) const { return column == year || column == month || column == day; }
};

struct Header {
  std::vector<std::string> names;
  Columns article;
  Columns relation;
  bool relations = false;  // else articles
  std::optional<DateParts> date_parts;
};

// Nothing where a column has the whole date. "day" alone may be one.
std::optional<DateParts> date_parts(const std::vector<std::string>& names, std::optional<std::size_t> date) {
  if (date && normalize_name(names[*date]) != "day") return std::nullopt;
  DateParts parts;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = normalize_name(names[i]);
    if (name == "year" || name == "publicationyear") parts.year = i;
    if (name == "month") parts.month = i;
    if (name == "day") parts.day = i;
  }
  if (!parts.year || (date && !parts.month)) return std::nullopt;
  return parts;
}

// The names alone, without our more general synonyms ("from", "type"), that no table of articles has.
bool surely_relations(const std::vector<std::string>& names) {
  const auto has = [&](std::string_view name) {
    return std::any_of(names.begin(), names.end(),
                       [&](const auto& other) { return normalize_name(other) == name; });
  };
  return (has("source") || has("subject")) && (has("relation") || has("predicate")) &&
         (has("target") || has("object"));
}

// The part of a mapping that is about these fields.
std::map<std::string, std::string> of(const std::map<std::string, std::string>& mapping,
                                      std::span<const Field> fields) {
  std::map<std::string, std::string> own;
  for (const Field& field : fields) {
    const auto mapped = mapping.find(std::string(field.name));
    if (mapped != mapping.end()) own.insert(*mapped);
  }
  return own;
}

// Nullopt where the table is neither.
std::optional<Header> read_header(std::vector<std::string> names,
                                  const std::map<std::string, std::string>& mapping) {
  Header header;
  const auto applies = [&](std::span<const Field> fields) {
    return match_fields(fields, names, of(mapping, fields));
  };
  header.article = applies(article_fields());
  header.relation = applies(relation_fields());
  const bool relations = header.relation[kSource] && header.relation[kRelation] && header.relation[kTarget];
  const Columns& article = header.article;
  const bool articles = article[kTextField] || article[kLeadField];
  // Lists of headlines, as GDELT and Media Cloud give them.
  const bool headlines = article[kTitleField] && article[kUrlField] && article[kDateField];
  if (!relations && !articles && !headlines) return std::nullopt;
  header.relations = relations && (!articles || surely_relations(names) || mapping.contains("relation"));
  header.date_parts =
      date_parts(names, header.relations ? header.relation[kRelationDate] : article[kDateField]);
  header.names = std::move(names);
  return header;
}

std::string_view field(const TableRow& row, std::optional<std::size_t> column) {
  return column && *column < row.fields.size() ? row.fields[*column] : std::string_view();
}

// Also as a spreadsheet shows it: "0,75", "75%".
std::optional<double> number(std::string_view text) {
  std::string digits(text);
  std::replace(digits.begin(), digits.end(), ',', '.');
  const bool percent = digits.ends_with('%');
  if (percent) digits.pop_back();
  double value = 0;
  const char* end = digits.data() + digits.size();
  const auto [rest, failure] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || failure != std::errc() || rest != end) return std::nullopt;
  return percent ? value / 100 : value;
}

class TableReader {
 public:
  TableReader(Input& input, Header header, ReadContext& context)
      : file_(input.name()), header_(std::move(header)), context_(context) {
    const auto url = header_.article[kUrlField];
    url_is_source_ = url && normalize_name(header_.names[*url]) == "source";
    warn_of_unused();
  }

  void add(const TableRow& row) {
    // Spreadsheets write the rows below the last one, too, as far as somebody has been there.
    if (std::all_of(row.fields.begin(), row.fields.end(), [](auto f) { return trimmed(f).empty(); })) return;
    const std::size_t columns = header_.names.size();
    const auto beyond =
        row.fields.begin() + static_cast<std::ptrdiff_t>(std::min(columns, row.fields.size()));
    const bool empty_beyond =
        std::all_of(beyond, row.fields.end(), [](std::string_view f) { return f.empty(); });
    if (row.fields.size() < columns || !empty_beyond) {
      return context_.skip(
          file_, where(row),
          std::to_string(row.fields.size()) + " columns where the header has " + std::to_string(columns));
    }
    header_.relations ? add_relation(row) : add_article(row);
  }

 private:
  std::string where(const TableRow& row) const { return file_ + ":" + std::to_string(row.line); }

  void add_article(const TableRow& row) {
    const Columns& columns = header_.article;
    const auto text = [&](ArticleField which) { return std::string(field(row, columns[which])); };
    std::string url = text(kUrlField);
    if (url_is_source_ && !is_address(url)) url.clear();
    context_.add_article({text(kIdField),
                          text(kTitleField),
                          date_of(row, columns[kDateField]),
                          std::move(url),
                          text(kAuthorField),
                          with_lead(text(kLeadField), text(kTextField)),
                          where(row),
                          {},
                          text(kModifiedField)});
  }

  std::string date_of(const TableRow& row, std::optional<std::size_t> column) const {
    if (!header_.date_parts) return std::string(trimmed(field(row, column)));
    const DateParts& parts = *header_.date_parts;
    return joined_date(field(row, parts.year), field(row, parts.month), field(row, parts.day));
  }

  void add_relation(const TableRow& row) {
    const auto text = [&](RelationField which) { return trimmed(field(row, header_.relation[which])); };
    const std::string date = date_of(row, header_.relation[kRelationDate]);
    RelationRow relation{text(kSource),
                         text(kRelation),
                         text(kTarget),
                         date,
                         text(kStatus),
                         text(kEvidence),
                         text(kRelationUrl),
                         text(kSourceType),
                         text(kTargetType),
                         text(kScope),
                         text(kDocumentTitle),
                         number(text(kConfidence)),
                         file_,
                         row.line};
    for (const auto& [value, name] :
         {std::pair(relation.source, "source"), std::pair(relation.relation, "relation"),
          std::pair(relation.target, "target")}) {
      if (value.empty()) return context_.skip(file_, where(row), std::string("has no ") + name);
    }
    const bool outside = relation.confidence && !(*relation.confidence >= 0 && *relation.confidence <= 1);
    if (outside || (!relation.confidence && !text(kConfidence).empty())) {
      return context_.skip(file_, where(row),
                           "'" + std::string(text(kConfidence)) + "' is no confidence: a number from 0 to 1");
    }
    context_.add_relation(relation);
  }

  void warn_of_unused() {
    const Columns& used = header_.relations ? header_.relation : header_.article;
    std::string unused;
    for (std::size_t i = 0; i < header_.names.size(); ++i) {
      if (std::find(used.begin(), used.end(), std::optional(i)) != used.end()) continue;
      if (header_.date_parts && header_.date_parts->has(i)) continue;
      unused += (unused.empty() ? "" : ", ") + header_.names[i];
    }
    if (!unused.empty()) context_.warn(file_ + ": columns that are not used: " + unused);
  }

  const std::string file_;
  const Header header_;
  ReadContext& context_;
  bool url_is_source_ = false;  // which may be a newspaper's name
};

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  constexpr std::size_t kMost = 200;
  return list.size() > kMost ? list.substr(0, kMost) + "…" : list;
}

// A part of a character of several bytes would cut characters in two.
bool may_separate(char c) {
  const bool letter = is_ascii_alphanumeric(c);
  return c == '\t' || (c >= ' ' && c <= '~' && !letter && c != '"');
}

// Looks for the header among the first rows: a title, notes or blank rows may stand above it, as spreadsheets
// and exports have them.
class HeaderSearch {
 public:
  HeaderSearch(const std::string& file, ReadContext& context) : file_(file), context_(context) {}

  Header find(TableSource& table) {
    constexpr std::size_t kMostAbove = 20;
    TableRow row;
    if (!table.next(row)) throw Error("has no header", file_);
    if (auto header = header_in({row.fields.begin(), row.fields.end()})) return *std::move(header);
    for (std::size_t above = 1; above <= kMostAbove && table.next(row); ++above) {
      std::vector<std::string> names(row.fields.begin(), row.fields.end());
      while (!names.empty() && trimmed(names.back()).empty()) names.pop_back();
      if (names.size() < 2 || !are_names(names)) continue;
      auto header = header_in(std::move(names));
      if (!header) continue;
      context_.warn(file_ + ": " + std::to_string(above) + (above == 1 ? " row" : " rows") +
                    " above the header left out");
      return *std::move(header);
    }
    fail();
  }

 private:
  static bool are_names(const std::vector<std::string>& names) {
    constexpr std::size_t kLongest = 40;
    return std::none_of(names.begin(), names.end(),
                        [](const std::string& name) { return name.size() > kLongest; });
  }

  // Nothing, too, where --columns names what this row does not have.
  std::optional<Header> header_in(std::vector<std::string> names) {
    std::optional<UsageError> missing;
    try {
      if (auto header = read_header(names, context_.options().columns)) return header;
    } catch (const UsageError& error) {
      missing = error;
    }
    const bool title = std::count_if(best_.begin(), best_.end(),
                                     [](const std::string& name) { return !trimmed(name).empty(); }) < 2;
    if (best_.empty() || title) {
      best_ = std::move(names);
      missing_ = std::move(missing);
    }
    return std::nullopt;
  }

  [[noreturn]] void fail() const {
    if (missing_) throw UsageError(missing_->what(), file_, missing_->remedy());
    std::string remedy = "Name them, for example with --columns text=COLUMN.";
    if (lacks_only_relation()) {
      remedy =
          "It lacks the relation: add a column that says it in each row, such as owns, or name it with "
          "--columns relation=COLUMN.";
    }
    throw Error("has neither a column of text nor columns source, relation, target; it has: " + listed(best_),
                file_, remedy);
  }

  bool lacks_only_relation() const {
    const Columns found =
        match_fields(relation_fields(), best_, of(context_.options().columns, relation_fields()));
    return found[kSource] && found[kTarget] && !found[kRelation];
  }

  const std::string& file_;
  ReadContext& context_;
  std::vector<std::string> best_;      // the first row that could be a header, and is none
  std::optional<UsageError> missing_;  // what of --columns it does not have
};

// Of which guess_escape() sees: a quote in a text may come late.
constexpr std::size_t kEscapeSniff = std::size_t{1} << 20;

// Looks ahead at the dates: which of day and month comes first, a row farther down may show.
void learn_dates(Input& input, char delimiter, std::optional<std::size_t> column, ReadContext& context) {
  constexpr std::size_t kAhead = std::size_t{1} << 20;
  if (!column) return;
  Input ahead("", std::make_unique<MemorySource>(input.peek(kAhead)));
  TableSource table(ahead, delimiter, context.limits());
  try {
    for (TableRow row; table.next(row);) context.dates().learn(field(row, column));
  } catch (const Error&) {
    // What is wrong there is said when it is read.
  }
}

}  // namespace

std::optional<char> take_separator_line(Input& input) {
  const std::string_view start = input.peek(8);
  if (!start.starts_with("sep=") || start.size() < 6) return std::nullopt;
  const char delimiter = start[4];
  if (!may_separate(delimiter) || (start[5] != '\n' && start[5] != '\r')) return std::nullopt;
  Input::Line line;
  input.read_line(line, 16);
  return delimiter;
}

void read_table(Input& input, ReadContext& context) {
  const auto separator = take_separator_line(input);
  const char delimiter = separator ? *separator : guess_delimiter(input.peek(kSniffBytes));
  const char escape = guess_escape(input.peek(kEscapeSniff).substr(0, kEscapeSniff), delimiter);
  TableSource table(input, delimiter, context.limits(), separator ? 2 : 1, escape);
  Header header = HeaderSearch(input.name(), context).find(table);
  table.expect(header.names.size());
  learn_dates(input, delimiter,
              header.relations ? header.relation[kRelationDate] : header.article[kDateField], context);
  TableReader reader(input, std::move(header), context);
  TableRow row;
  for (bool more = true; more;) {
    try {
      while ((more = table.next(row))) reader.add(row);
    } catch (const Error& error) {
      if (!error.where().starts_with(input.name() + ":")) throw;  // not about a row: reading itself failed
      context.skip(input.name(), error.where(),
                   error.what() + (error.remedy().empty() ? "" : ". " + error.remedy()));
    }
  }
}

bool looks_like_table_in_text(std::string_view start) {
  constexpr std::size_t kLongestName = 40;
  if (!looks_like_table(start)) return false;
  const char delimiter = guess_delimiter(start);
  Input input("", std::make_unique<MemorySource>(start));
  TableSource table(input, delimiter, {});
  TableRow row;
  try {
    if (!table.next(row)) return false;
    const std::size_t columns = row.fields.size();
    if (std::any_of(row.fields.begin(), row.fields.end(), [](std::string_view name) {
          return trimmed(name).empty() || name.size() > kLongestName ||
                 name.find('.') != std::string_view::npos;
        })) {
      return false;
    }
    // Of prose a second line has as many commas by chance; a third one hardly.
    std::size_t rows = 0;
    for (; rows < 3 && table.next(row); ++rows) {
      if (row.fields.size() != columns) return false;
    }
    return rows > (delimiter == '\t' ? 0U : 1U);
  } catch (const Error&) {
    return false;
  }
}

bool looks_like_table(std::string_view start) {
  try {
    const std::vector<std::string> names = first_row(start, guess_delimiter(start));
    return names.size() > 1 && read_header(names, {}).has_value();
  } catch (const Error&) {
    return false;
  }
}

}  // namespace newsgraph
