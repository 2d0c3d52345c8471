#include "pipeline_claims.h"

#include <filesystem>

#include "claims/argument_types.h"
#include "claims/claim_json.h"
#include "support/error.h"

namespace newsgraph {
namespace {

Argument argument_of(std::string_view name, std::string_view type, const RelationRow& row) {
  if (!type.empty() && !is_argument_type(type)) {
    throw Error("unknown type \"" + std::string(type) + "\"", row.where(),
                "A type is person, organization, place, product, group, event, work, act or thing.");
  }
  Argument argument;
  argument.name = name;
  argument.text = name;
  argument.type = type;
  argument.named = true;
  return argument;
}

// The document that a row speaks of: its URL, else its title, else the table itself by its name without the
// folder, so that the result does not depend on where the table lies.
DocumentRef document_of(const RelationRow& row) {
  DocumentRef document;
  document.title = row.title;
  document.date = row.date;
  document.url = row.url;
  document.id = !row.url.empty()     ? std::string(row.url)
                : !row.title.empty() ? std::string(row.title)
                                     : std::filesystem::path(row.file).filename().string();
  return document;
}

Status status_of(const RelationRow& row) {
  if (row.status.empty()) return Status::asserted;
  if (const std::optional<Status> status = parse_status(row.status)) return *status;
  throw Error("unknown status \"" + std::string(row.status) + "\"", row.where(),
              "A status is asserted, planned, ended or denied.");
}

bool blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

Claim claim_of_row(const RelationRow& row) {
  Claim claim;
  claim.document = document_of(row);
  claim.subject = argument_of(row.source, row.source_type, row);
  claim.relation = row.relation;
  claim.object = argument_of(row.target, row.target_type, row);
  claim.status = status_of(row);
  claim.scope = row.scope;
  claim.confidence = row.confidence.value_or(1);
  claim.rule = "table";
  claim.evidence.text = row.evidence;
  claim.evidence.extent.end = static_cast<std::uint32_t>(row.evidence.size());
  claim.origin = row.where();
  claim.id = claim_id(claim);
  return claim;
}

void read_claim_lines(Input& input, const Limits& limits, const std::function<void(Claim&&)>& on_claim,
                      const std::function<void(const std::string&, const std::string&)>& skip) {
  Input::Line line;
  for (std::size_t number = 1; input.read_line(line, limits.document_bytes); ++number) {
    const std::string where = input.name() + ":" + std::to_string(number);
    if (line.overlong) {
      skip(where, "the line is longer than " + format_size(limits.document_bytes) +
                      ". A larger --max-document-size reads it.");
    } else if (!blank(line.text)) {
      try {
        if (std::optional<Claim> claim = claim_from_json(line.text, where)) on_claim(std::move(*claim));
      } catch (const Error& error) {
        skip(where, error.what());
      }
    }
  }
}

}  // namespace newsgraph
