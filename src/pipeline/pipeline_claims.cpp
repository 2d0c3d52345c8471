#include "pipeline/pipeline_claims.h"

#include <algorithm>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "claims/record/claim_json.h"
#include "claims/record/claim_table.h"
#include "claims/record/claim_words.h"
#include "documents/registry.h"
#include "documents/table_source.h"
#include "support/ascii.h"
#include "support/error.h"
#include "support/hash.h"
#include "support/input_file.h"

namespace newsgraph {
namespace {

constexpr std::size_t kMostTogether = 4096;  // claims of one document that are held at a time

Argument argument_of(std::string_view name, std::string_view type) {
  Argument argument;
  argument.name = name;
  argument.text = name;
  argument.type = type;
  argument.named = true;
  return argument;
}

// The document that a row speaks of: its URL, else its title, else the table itself by its name without the
// folder, so that the result does not depend on where the table lies.
std::string_view document_of(const RelationRow& row) {
  if (!row.url.empty()) return row.url;
  if (!row.title.empty()) return row.title;
  return row.file.substr(row.file.rfind('/') + 1);
}

std::string_view file_of(const RelationRow& row) {
  return row.url.empty() ? row.within : std::string_view();
}

Status status_of(const RelationRow& row) {
  return parse_status(row.status).value_or(Status::asserted);
}

std::uint64_t number_of(const RelationRow& row) {
  return claim_number(
      {document_of(row), row.evidence, 0, row.source, row.relation, row.target, status_of(row)});
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

bool blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// Claims of a file on their way: those that follow one another with the same document go together.
class ClaimStream {
 public:
  using Receiver = std::function<void(std::vector<Claim>&&)>;
  ClaimStream(const Receiver& receiver, const Skip& skip) : receiver_(receiver), skip_(skip) {}

  // What `read` returns, a claim or, where it was rejected, nothing. An Error that it throws is of this
  // place.
  template <typename Read>
  void add(const std::string& where, const Read& read) {
    try {
      std::optional<Claim> claim = read();
      ++good_;
      if (claim) push(*std::move(claim));
    } catch (const Error& error) {
      skip(where, error.what());
    }
  }
  void skip(const std::string& where, const std::string& reason) {
    ++skipped_;
    skip_(where, reason);
  }
  // Throws where nothing of the file could be used.
  void finish(const std::string& name) {
    hand_on();
    if (good_ == 0 && skipped_ != 0) throw Error("none of its claims could be read", name);
  }

 private:
  void push(Claim&& claim) {
    const bool same = !together_.empty() && together_.back().document.id == claim.document.id;
    if (!same || together_.size() == kMostTogether) hand_on();
    together_.push_back(std::move(claim));
  }
  void hand_on() {
    if (!together_.empty()) receiver_(std::move(together_));
    together_.clear();
  }

  const Receiver& receiver_;
  const Skip& skip_;
  std::vector<Claim> together_;
  std::size_t good_ = 0;
  std::size_t skipped_ = 0;
};

// What a spreadsheet shows where a formula failed ("#N/A"), or somebody had nothing to write ("-", "?").
bool is_placeholder(std::string_view name) {
  if (name.empty() || is_ascii_alphanumeric(name.front())) return false;  // nearly always
  if (name.find_first_not_of("-?.") == name.npos) return true;
  constexpr std::array<std::string_view, 7> kFailed{"#N/A",    "#REF!",  "#NAME?", "#VALUE!",
                                                    "#DIV/0!", "#NULL!", "#NUM!"};
  return std::find(kFailed.begin(), kFailed.end(), name) != kFailed.end();
}

}  // namespace

std::string complaint_about(const RelationRow& row) {
  for (const std::string_view text : {row.source, row.target})
    if (is_placeholder(text)) return "\"" + std::string(text) + "\" is no name";
  for (const std::string_view type : {row.source_type, row.target_type}) {
    if (!type.empty() && !is_argument_type(type)) {
      return "unknown type \"" + std::string(type) +
             "\"; a type is person, organization, place, product, group, event, work, act or thing" +
             nearest_type(type, ".");
    }
  }
  if (!row.status.empty() && !parse_status(row.status)) {
    return "unknown status \"" + std::string(row.status) +
           "\"; a status is asserted, planned, ended or denied" + nearest_status(row.status, ".");
  }
  return {};
}

Claim claim_of_row(const RelationRow& row) {
  Claim claim;
  claim.id = "c-" + hex(number_of(row));
  claim.document = {std::string(document_of(row)), std::string(row.title), std::string(row.date),
                    std::string(row.url), std::string(file_of(row))};
  claim.subject = argument_of(row.source, row.source_type);
  claim.relation = row.relation;
  claim.object = argument_of(row.target, row.target_type);
  claim.status = status_of(row);
  claim.scope = row.scope;
  claim.confidence = row.confidence.value_or(1);
  claim.rule = "table";
  claim.evidence.text = row.evidence;
  claim.evidence.extent.end = static_cast<std::uint32_t>(row.evidence.size());
  claim.origin = row.where();
  return claim;
}

EdgeRow edge_row_of(const RelationRow& row, const EntityResolver& resolver) {
  return {.source = row.source,
          .source_type = row.source_type,
          .relation = row.relation,
          .target = row.target,
          .target_type = row.target_type,
          .target_acts = resolver.object_acts(row.relation),
          .status = status_of(row),
          .scope = row.scope,
          .evidence = row.evidence,
          .confidence = row.confidence.value_or(1),
          .document = document_of(row),
          .title = row.title,
          .date = row.date,
          .url = row.url,
          .file = file_of(row),
          .claim = number_of(row)};
}

void read_claim_lines(Input& input, const Limits& limits,
                      const std::function<void(std::vector<Claim>&&)>& on_claims, const Skip& skip) {
  ClaimStream claims(on_claims, skip);
  Input::Line line;
  for (std::size_t number = 1; input.read_line(line, limits.document_bytes); ++number) {
    const std::string where = input.name() + ":" + std::to_string(number);
    if (line.overlong) {
      claims.skip(where, "the line is longer than " + format_size(limits.document_bytes) +
                             ". A larger --max-document-size reads it.");
    } else if (!blank(line.text)) {
      claims.add(where, [&] { return claim_from_json(line.text, where); });
    }
  }
  claims.finish(input.name());
}

void read_claim_table(Input& input, const Limits& limits,
                      const std::function<void(std::vector<Claim>&&)>& on_claims, const Skip& skip,
                      std::vector<std::string>& warnings) {
  const std::optional<char> separator = take_separator_line(input);
  TableSource source(input, separator ? *separator : guess_delimiter(input.peek(kSniffBytes)), limits,
                     separator ? 2 : 1);
  TableRow row;
  if (!source.next(row)) throw Error("has no header", input.name());
  const ClaimTable table(row.fields, input.name());
  if (!table.unused().empty())
    warnings.push_back(input.name() + ": columns that are not used: " + joined(table.unused()));
  ClaimStream claims(on_claims, skip);
  for (bool more = true; more;) {
    try {
      while ((more = source.next(row))) {
        const std::string where = input.name() + ":" + std::to_string(row.line);
        claims.add(where, [&] { return table.read(row, where); });
      }
    } catch (const Error& error) {
      if (!error.where().starts_with(input.name() + ":")) throw;  // not about a row: reading itself failed
      claims.skip(error.where(), error.what());
    }
  }
  claims.finish(input.name());
}

namespace {

// By the columns of a table, one of which is called "verdict".
std::uint64_t verdicts_in_table(Input& input) {
  const std::optional<char> separator = take_separator_line(input);
  TableSource source(input, separator ? *separator : guess_delimiter(input.peek(kSniffBytes)), Limits());
  TableRow row;
  if (!source.next(row)) return 0;
  std::size_t column = 0;
  while (column < row.fields.size() && row.fields[column] != "verdict") ++column;
  if (column == row.fields.size()) return 0;
  std::uint64_t count = 0;
  while (source.next(row)) count += column < row.fields.size() && !row.fields[column].empty();
  return count;
}

std::uint64_t verdicts_in_lines(Input& input) {
  std::uint64_t count = 0;
  Input::Line line;
  while (input.read_line(line, Limits().document_bytes)) {
    // Most lines have none, and need not be taken apart.
    if (line.text.find("\"verdict\"") == std::string_view::npos) continue;
    const nlohmann::json json = nlohmann::json::parse(line.text, nullptr, false);
    count += json.is_object() && json.contains("relation") && json.contains("verdict") &&
             json["verdict"].is_string() && json["verdict"] != "";
  }
  return count;
}

}  // namespace

std::uint64_t count_verdicts(Input& input) {
  return without_compression(input.name()).ends_with(".csv") ? verdicts_in_table(input)
                                                             : verdicts_in_lines(input);
}

std::uint64_t count_verdicts(const std::string& path) try {
  return count_verdicts(*open_input(path));
} catch (const Error&) {
  return 0;  // not a file of claims, or none that can be read
}

}  // namespace newsgraph
