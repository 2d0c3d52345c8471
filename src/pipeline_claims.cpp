#include "pipeline_claims.h"

#include <optional>

#include "claims/argument_types.h"
#include "claims/claim_json.h"
#include "support/error.h"
#include "support/hash.h"

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

Status status_of(const RelationRow& row) {
  return parse_status(row.status).value_or(Status::asserted);
}

std::uint64_t number_of(const RelationRow& row) {
  return claim_number(
      {document_of(row), row.evidence, 0, row.source, row.relation, row.target, status_of(row)});
}

bool blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::optional<Claim> claim_of_line(std::string_view line, const std::string& where, const Skip& skip) {
  try {
    return claim_from_json(line, where);
  } catch (const Error& error) {
    skip(where, error.what());
    return std::nullopt;
  }
}

}  // namespace

std::string complaint_about(const RelationRow& row) {
  for (const std::string_view type : {row.source_type, row.target_type}) {
    if (!type.empty() && !is_argument_type(type)) {
      return "unknown type \"" + std::string(type) +
             "\"; a type is person, organization, place, product, group, event, work, act or thing";
    }
  }
  if (!row.status.empty() && !parse_status(row.status)) {
    return "unknown status \"" + std::string(row.status) +
           "\"; a status is asserted, planned, ended or denied";
  }
  return {};
}

Claim claim_of_row(const RelationRow& row) {
  Claim claim;
  claim.id = "c-" + hex(number_of(row));
  claim.document = {std::string(document_of(row)), std::string(row.title), std::string(row.date),
                    std::string(row.url)};
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
          .claim = number_of(row)};
}

void read_claim_lines(Input& input, const Limits& limits,
                      const std::function<void(std::vector<Claim>&&)>& on_claims, const Skip& skip) {
  std::vector<Claim> together;
  const auto hand_on = [&] {
    if (!together.empty()) on_claims(std::move(together));
    together.clear();
  };
  Input::Line line;
  for (std::size_t number = 1; input.read_line(line, limits.document_bytes); ++number) {
    const std::string where = input.name() + ":" + std::to_string(number);
    if (line.overlong) {
      skip(where, "the line is longer than " + format_size(limits.document_bytes) +
                      ". A larger --max-document-size reads it.");
      continue;
    }
    if (blank(line.text)) continue;
    std::optional<Claim> claim = claim_of_line(line.text, where, skip);
    if (!claim) continue;
    const bool same = !together.empty() && together.back().document.id == claim->document.id;
    if (!same || together.size() == kMostTogether) hand_on();
    together.push_back(std::move(*claim));
  }
  hand_on();
}

}  // namespace newsgraph
