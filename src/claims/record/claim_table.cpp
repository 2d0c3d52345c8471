#include "claims/record/claim_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "claims/record/claim_csv.h"
#include "claims/record/claim_json.h"
#include "documents/date.h"
#include "documents/fields.h"
#include "support/ascii.h"
#include "support/error.h"
#include "support/json.h"

namespace newsgraph {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kDepth = 8;

struct Column {
  std::string_view name;
  std::string_view other;  // of the exporter of statements; normalize_name() makes both so
};
constexpr auto kColumns = std::to_array<Column>(
    {{"verdict", ""},    {"source", ""},      {"relation", ""},    {"target", ""},     {"status", ""},
     {"scope", ""},      {"confidence", ""},  {"date", ""},        {"title", ""},      {"url", ""},
     {"file", ""},       {"document", ""},    {"sourcetype", ""},  {"targettype", ""}, {"sourcetext", ""},
     {"targettext", ""}, {"sourcenamed", ""}, {"targetnamed", ""}, {"sourceid", ""},   {"targetid", ""},
     {"speaker", ""},    {"trigger", ""},     {"rule", ""},        {"evidence", ""},   {"id", "claim"},
     {"details", ""}});

// "0,89" and "89%" are what spreadsheets of other countries make of 0.89.
std::string mended_number(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  return text;
}

std::multiset<int> numbers_in(std::string_view text) {
  std::multiset<int> numbers;
  for (std::size_t i = 0; i < text.size();) {
    int number = 0;
    std::size_t digits = 0;
    for (; i < text.size() && is_ascii_digit(text[i]) && digits < 4; ++i, ++digits)
      number = number * 10 + (text[i] - '0');
    if (digits != 0) numbers.insert(number);
    if (digits == 0) ++i;
  }
  return numbers;
}

// Whether a spreadsheet may have written the date so: the same numbers, in another order, the year perhaps
// short.
bool same_day(const std::string& written, const std::string& date) {
  std::multiset<int> long_year = numbers_in(date);
  const std::multiset<int> numbers = numbers_in(written);
  if (numbers == long_year) return true;
  if (long_year.empty()) return false;
  const int year = *long_year.rbegin();
  long_year.erase(std::prev(long_year.end()));
  long_year.insert(year % 100);
  return numbers == long_year;
}

Json parse_details(const std::string& text, const std::string& where) {
  if (text.empty()) return Json::object();
  if (json_deeper_than(text, kDepth))
    throw Error("the claim has \"details\" that are nested too deeply", where);
  Json details = Json::parse(text, nullptr, false);
  if (!details.is_object()) throw Error("the claim has \"details\" that are no JSON object", where);
  return details;
}

// Member of an object, or null.
const Json& member(const Json& json, const char* name) {
  static const Json none;
  return json.is_object() && json.contains(name) ? json[name] : none;
}

void set_place(Json& json, const Json& place) {
  if (!place.is_array() || place.size() != 2) return;
  json["start"] = place[0];
  json["end"] = place[1];
}

}  // namespace

// One row, put into the form of claims as JSON, whose reader checks it.
class ClaimTable::Row {
 public:
  Row(const ClaimTable& table, const TableRow& row, const std::string& where)
      : table_(table), row_(row), where_(where), details_(parse_details(cell("details"), where)) {}

  Json json() const {
    Json json;
    put(json, "id", cell("id"));
    put(json, "verdict", ascii_lowered(cell("verdict")));
    json["document"] = {{"id", cell("document")},
                        {"title", cell("title")},
                        {"date", date()},
                        {"url", cell("url")},
                        {"file", cell("file")}};
    json["subject"] = argument("source");
    json["relation"] = cell("relation");
    json["object"] = argument("target");
    put(json, "status", ascii_lowered(cell("status")));
    json["scope"] = cell("scope");
    if (!cell("speaker").empty()) json["speaker"] = speaker();
    if (!cell("confidence").empty()) json["confidence"] = confidence();
    if (!cell("trigger").empty()) json["trigger"] = quotation("trigger");
    json["rule"] = cell("rule");
    json["evidence"] = quotation("evidence");
    return json;
  }

 private:
  const ClaimTable& table_;
  const TableRow& row_;
  const std::string& where_;
  Json details_;

  std::string cell(std::string_view name) const {
    const auto found = table_.columns_.find(name);
    if (found == table_.columns_.end() || found->second >= row_.fields.size()) return {};
    const std::string_view cell = row_.fields[found->second];
    return std::string(table_.cells_ == Cells::guarded ? without_guard(cell) : cell);
  }

  static void put(Json& json, const char* name, std::string text) {
    if (!text.empty()) json[name] = std::move(text);
  }

  // What the details say of an argument counts as long as it has the same name.
  static void add_details(Json& json, const Json& details) {
    if (!details.is_object()) return;
    set_place(json, member(details, "place"));
    if (member(details, "name") != json["name"]) return;
    if (details.contains("id")) json["id"] = details["id"];
    if (details.contains("aliases")) json["aliases"] = details["aliases"];
  }

  Json argument(const std::string& side) const {
    Json json;
    json["name"] = cell(side);
    json["type"] = cell(side + "type");
    put(json, "text", cell(side + "text"));
    put(json, "id", cell(side + "id"));
    const std::string named = ascii_lowered(cell(side + "named"));
    if (!named.empty()) json["named"] = flag(side, named);
    add_details(json, member(details_, side.c_str()));
    // Who writes a name of his own into the cell means somebody of that name.
    const Json& before = member(member(details_, side.c_str()), "name");
    if (before.is_string() && before != json["name"]) json["named"] = true;
    return json;
  }

  bool flag(const std::string& side, const std::string& text) const {
    for (const char* yes : {"true", "1", "yes", "wahr", "vrai", "verdadero", "vero"})
      if (text == yes) return true;
    for (const char* no : {"false", "0", "no", "falsch", "faux", "falso"})
      if (text == no) return false;
    throw Error("the claim has \"" + side + "_named\" that is neither true nor false: \"" + text + "\"",
                where_);
  }

  Json speaker() const {
    Json json;
    json["name"] = cell("speaker");
    const Json& details = member(details_, "speaker");
    add_details(json, details);
    if (member(details, "name") == json["name"])
      for (const char* field : {"type", "text", "named"})
        if (details.contains(field)) json[field] = details[field];
    return json;
  }

  Json confidence() const {
    const std::string text = mended_number(cell("confidence"));
    const Json number = Json::parse(text, nullptr, false);
    return number.is_number() ? number : Json(text);
  }

  Json quotation(const char* name) const {
    Json json;
    json["text"] = cell(name);
    set_place(json, member(details_, name));
    return json;
  }

  std::string date() const {
    std::string written = cell("date");
    const Json& before = member(details_, "date");
    if (before.is_string() && same_day(written, before.get<std::string>())) return before.get<std::string>();
    return written;
  }
};

ClaimTable::ClaimTable(const std::vector<std::string_view>& names, const std::string& file, Cells cells)
    : count_(names.size()), cells_(cells) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = normalize_name(names[i]);
    const auto column = std::find_if(kColumns.begin(), kColumns.end(), [&](const Column& known) {
      return name == known.name || (!known.other.empty() && name == known.other);
    });
    if (column == kColumns.end() || !columns_.emplace(column->name, i).second) unused_.emplace_back(names[i]);
  }
  for (const char* needed : {"source", "relation", "target"})
    if (!columns_.contains(needed)) throw Error(std::string("has no column \"") + needed + "\"", file);
}

std::optional<Claim> ClaimTable::read(const TableRow& row, const std::string& where) const {
  if (row.fields.size() < count_) {
    throw Error(std::to_string(row.fields.size()) + " columns where the header has " + std::to_string(count_),
                where);
  }
  const Json json = Row(*this, row, where).json();
  return claim_from_json(json.dump(-1, ' ', false, Json::error_handler_t::replace), where);
}

}  // namespace newsgraph
