#include "graph/graph_claims.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "claims/record/claim_json.h"

namespace newsgraph {
namespace {

constexpr std::string_view kUnnamed = "n_thing_";

Extent place(const Statement& statement, std::uint16_t offset, std::string_view text) {
  if (statement.start == Statement::kNoStart || offset == Statement::kNoOffset) return {};
  const std::uint32_t begin = statement.start + offset;
  return {begin, begin + static_cast<std::uint32_t>(text.size())};
}

Argument argument_of(const NodeView& node, std::string_view text) {
  Argument argument;
  argument.name = node.name();
  argument.type = node.type();
  argument.text = text.empty() ? node.name() : text;
  argument.named = has_name(node);
  if (argument.named) argument.entity = node.id();
  for (std::size_t i = 0; i < node.alias_count(); ++i) argument.aliases.emplace_back(node.alias(i));
  return argument;
}

// 0.91, not the double that is nearest to the float of 0.91.
double shortest(float number) {
  char buffer[32];
  const auto written = std::to_chars(std::begin(buffer), std::end(buffer), number);
  double result = 0;
  std::from_chars(std::begin(buffer), written.ptr, result);
  return result;
}

}  // namespace

bool has_name(const NodeView& node) {
  return !node.id().starts_with(kUnnamed);
}

Claim claim_of(const EdgeView& edge, const StatementView& statement) {
  const Statement& raw = statement.raw();
  Claim claim;
  claim.document = {std::string(statement.document()), std::string(statement.title()),
                    std::string(statement.date()), std::string(statement.url()),
                    std::string(statement.file())};
  claim.subject = argument_of(edge.source(), statement.subject_text());
  claim.subject.extent = place(raw, raw.subject_offset, statement.subject_text());
  claim.relation = edge.relation();
  claim.object = argument_of(edge.target(), statement.object_text());
  claim.object.extent = place(raw, raw.object_offset, statement.object_text());
  claim.status = parse_status(edge.status()).value_or(Status::asserted);
  claim.scope = statement.scope();
  if (!statement.speaker().empty()) {
    Argument& speaker = claim.speaker.emplace();
    speaker.name = speaker.text = statement.speaker();
    speaker.named = true;
  }
  claim.confidence = shortest(statement.confidence());
  if (!statement.trigger().empty())
    claim.trigger =
        Trigger{std::string(statement.trigger()), place(raw, raw.trigger_offset, statement.trigger())};
  claim.rule = statement.rule();
  claim.evidence.text = statement.text();
  if (raw.start != Statement::kNoStart)
    claim.evidence.extent = {raw.start, raw.start + static_cast<std::uint32_t>(claim.evidence.text.size())};
  claim.id = statement.claim();
  if (claim.id.empty()) claim.id = claim_id(claim);
  return claim;
}

void for_each_claim(const Graph& graph, const std::function<void(const Claim&)>& use) {
  struct Place {
    std::uint32_t document;
    EdgeDescriptor edge;
    std::size_t statement;
  };
  std::vector<Place> places;
  places.reserve(data(graph).statements.size());
  for (const EdgeView edge : edge_views(graph))
    for (std::size_t i = 0; i < edge.statement_count(); ++i)
      places.push_back({edge.statement(i).raw().document, edge.descriptor(), i});
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.document < b.document; });
  for (const Place& at : places) {
    const EdgeView edge(graph, at.edge);
    use(claim_of(edge, edge.statement(at.statement)));
  }
}

}  // namespace newsgraph
