// A JSON array of records, or one record, or an object around an array of records; read as a stream, so that
// only one record is held.
#include <algorithm>
#include <array>
#include <cstdint>
#include <istream>
#include <nlohmann/json.hpp>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#include "documents/fields.h"
#include "documents/json_dates.h"
#include "documents/json_record.h"
#include "documents/readers.h"
#include "support/error.h"

namespace newsgraph {
namespace {

using nlohmann::json;

// Keys under which interfaces keep their records: NewsAPI, The Guardian, Elasticsearch, JSON Feed, …
constexpr std::array kWrappers = std::to_array<std::string_view>(
    {"articles",  "results", "response", "docs",    "documents", "items", "data",    "news",
     "hits",      "entries", "stories",  "posts",   "feed",      "value", "records", "rows",
     "relations", "edges",   "objects",  "message", "children",  "list",  "triples", "relationships"});

bool is_wrapper(std::string_view key) {
  const std::string name = normalize_name(key);
  return std::find(kWrappers.begin(), kWrappers.end(), name) != kWrappers.end();
}

// The input as the parser wants it. Stops records that grow without end.
class Window final : public std::streambuf {
 public:
  Window(Input& input, std::size_t limit) : input_(input), limit_(limit), block_(kBlock) {}

  // Counts from here.
  void start_record() { since_record_ = static_cast<std::size_t>(egptr() - gptr()); }

 private:
  int_type underflow() override {
    if (since_record_ > limit_) {
      throw Error("a record of more than " + format_size(limit_), input_.name(),
                  "Raise the limit with --max-document-size.");
    }
    const std::size_t taken = input_.read(block_.data(), block_.size());
    if (taken == 0) return traits_type::eof();
    since_record_ += taken;
    setg(block_.data(), block_.data(), block_.data() + taken);
    return traits_type::to_int_type(block_[0]);
  }

  static constexpr std::size_t kBlock = std::size_t{64} << 10;
  Input& input_;
  std::size_t limit_;
  std::size_t since_record_ = 0;
  std::vector<char> block_;
};

// Builds the values; hands the elements of record arrays on as soon as they are complete.
class Records final : public json::json_sax_t {
 public:
  Records(Input& input, Window& window, ReadContext& context)
      : input_(input), window_(window), context_(context) {}

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return true; }
  bool key(string_t& name) override {
    open_.back().key = std::move(name);
    return true;
  }
  bool start_object(std::size_t) override { return enter(json::object()); }
  bool start_array(std::size_t) override { return enter(json::array()); }
  bool end_object() override { return leave(); }
  bool end_array() override { return leave(); }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& failure) override {
    const std::string text = failure.what();
    const auto reason = text.find(": ", text.find("parse error"));
    throw Error("no valid JSON: " + (reason == std::string::npos ? text : text.substr(reason + 2)) +
                    (number_ > 0 ? "; what follows was not read" : ""),
                input_.name() + ": byte " + std::to_string(position));
  }

  // After the last value: an object around no records is one itself.
  void finish() {
    if (root_.is_object() && !found_ && !add_rows_of_columns() && !add_cells())
      add_record(root_, input_.name(), 1, context_);
    if (root_.is_array() && number_ == 0) throw Error("holds no records", input_.name());
    if (!root_.is_structured()) throw Error("holds no records", input_.name());
  }

 private:
  struct Open {
    json value;
    std::string key;       // of an object: the one whose value comes next
    bool wrapper = false;  // on the way to records
  };

  // {"title": {"0": …, "1": …}, "date": {"0": …, "1": …}}: a table by its columns, as pandas writes it.
  bool add_rows_of_columns() {
    const json& first = root_.front();
    if (root_.size() < 2 || !first.is_object() || first.empty()) return false;
    const bool columns = std::all_of(root_.begin(), root_.end(), [&](const json& column) {
      return column.is_object() && column.size() == first.size() &&
             column.begin().key() == first.begin().key();
    });
    if (!columns || first.begin().key().find_first_not_of("0123456789") != std::string::npos) return false;
    for (const auto& [index, value] : first.items()) {
      json row = json::object();
      for (const auto& [name, column] : root_.items())
        if (const auto cell = column.find(index); cell != column.end()) row[name] = *cell;
      add_record(row, input_.name(), ++number_, context_);
    }
    return true;
  }

  // {"columns": ["title", "date"], "data": [["…", "…"]]}: names once, then rows of cells.
  bool add_cells() {
    const auto names = root_.find("columns");
    if (names == root_.end() || !names->is_array() || cells_.empty()) return false;
    for (const json& cells : cells_) {
      json row = json::object();
      for (std::size_t i = 0; i < std::min(names->size(), cells.size()); ++i)
        if ((*names)[i].is_string()) row[(*names)[i].get<std::string>()] = cells[i];
      add_record(row, input_.name(), ++number_, context_);
    }
    return true;
  }

  bool in_records() const { return !open_.empty() && open_.back().wrapper && open_.back().value.is_array(); }

  bool enter(json value) {
    if (open_.size() >= context_.limits().json_depth) {
      throw Error("JSON nested deeper than " + std::to_string(context_.limits().json_depth) + " levels",
                  input_.name(), "Raise the limit with --max-depth.");
    }
    if (in_records()) window_.start_record();
    const bool wrapper = open_.empty() || (open_.back().wrapper && open_.back().value.is_object() &&
                                           is_wrapper(open_.back().key));
    open_.push_back({std::move(value), {}, wrapper});
    return true;
  }

  bool leave() {
    json value = std::move(open_.back().value);
    open_.pop_back();
    return add(std::move(value));
  }

  bool add(json value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (in_records() && value.is_array() && open_.front().value.is_object() && held_ < kMostCells) {
      held_ += value.size();
      cells_.push_back(std::move(value));
    } else if (in_records()) {
      found_ |= add_record(value, input_.name(), ++number_, context_);
      window_.start_record();
    } else if (open_.back().value.is_array()) {
      open_.back().value.push_back(std::move(value));
    } else {
      open_.back().value[open_.back().key] = std::move(value);
    }
    return true;
  }

  Input& input_;
  Window& window_;
  ReadContext& context_;
  std::vector<Open> open_;
  json root_;
  static constexpr std::size_t kMostCells = 1'000'000;
  std::vector<json> cells_;  // rows without names, until these are known
  std::size_t held_ = 0;     // cells in them
  std::size_t number_ = 0;   // of the record
  bool found_ = false;       // one of them was an article or a relation
};

}  // namespace

void read_json(Input& input, ReadContext& context) {
  learn_json_dates(input.peek(kAheadForDates), context.options().columns, context.dates());
  Window window(input, context.limits().document_bytes);
  std::istream stream(&window);
  stream.exceptions(std::ios::badbit);
  Records records(input, window, context);
  json::sax_parse(stream, &records);
  records.finish();
}

}  // namespace newsgraph
