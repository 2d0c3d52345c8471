#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "entities/entity_table.h"
#include "entities/resolver.h"
#include "graph/draft_rows.h"
#include "graph/row_nodes.h"
#include "support/in_order.h"

namespace newsgraph {
namespace {

// The claim that a row makes, as far as its names and the graph need it.
Claim claim_of(const GraphDraft& draft, const StatementRow& row, const Statement& statement) {
  const auto text = [&](StringId id) { return std::string(draft.data.strings->text(id)); };
  const auto argument = [&](std::uint32_t name) {
    const RowNames::Use& use = draft.pending.names.uses()[name / 2];
    Argument made;
    made.name = made.text = text(use.name);
    made.type = text(use.type);
    made.named = true;
    return made;
  };
  Claim claim;
  const SourceDocument& document = draft.data.documents[statement.document];
  claim.id = statement.claim.text("c-", *draft.data.strings);
  claim.document = {text(document.id), text(document.title), text(document.date), text(document.url),
                    text(document.file)};
  claim.subject = argument(row.subject);
  claim.relation = text(row.relation);
  claim.object = argument(row.object);
  claim.status = parse_status(text(row.status)).value_or(Status::asserted);
  claim.scope = text(statement.scope);
  claim.confidence = statement.confidence;
  claim.rule = text(statement.rule);
  claim.evidence.text = text(statement.text);
  claim.evidence.extent.end = static_cast<std::uint32_t>(claim.evidence.text.size());
  return claim;
}

struct ResolvedClaim {
  std::vector<Claim> claims;  // one, or none where a name is ignored
  std::vector<Entity> entities;
};

// Claims that are resolved by threads and added in their order.
void add_resolved(GraphDraft& draft, const std::vector<Claim>& claims, const EntityResolver& resolver,
                  EntityTable& entities, unsigned jobs) {
  constexpr std::size_t kPart = 64;
  work_in_order((claims.size() + kPart - 1) / kPart, jobs, [&](Turns& turns) {
    while (const auto part = turns.next()) {
      std::vector<ResolvedClaim> resolved;
      for (std::size_t i = *part * kPart; i < std::min((*part + 1) * kPart, claims.size()); ++i) {
        resolved.push_back({{claims[i]}, {}});
        resolved.back().entities = resolver.resolve(resolved.back().claims);
      }
      const auto add = [&] {
        for (const ResolvedClaim& each : resolved) {
          for (const Claim& claim : each.claims) add_claim(draft, claim);
          entities.add(each.entities);
        }
      };
      if (!turns.in_turn(*part, add)) return;
    }
  });
}

template <typename Element>
void append(std::vector<Element>& to, std::vector<Element>&& from) {
  if (to.empty())
    to = std::move(from);
  else
    to.insert(to.end(), from.begin(), from.end());
}

// Makes rows those of the graph; returns the others, whose document decides.
PendingRows place_rows(GraphDraft& draft, const std::vector<std::uint32_t>& places) {
  PendingRows& pending = draft.pending;
  PendingRows others;
  std::size_t placed = 0;
  for (std::size_t i = 0; i < pending.rows.size(); ++i) {
    const StatementRow& row = pending.rows[i];
    const std::uint32_t subject = places[row.subject];
    const std::uint32_t object = places[row.object];
    // Two names of one entity may have to be kept apart.
    if (subject == kUndecidedNode || object == kUndecidedNode || subject == object) {
      pending.names.remove(row.subject);
      pending.names.remove(row.object);
      others.rows.push_back(row);
      others.statements.push_back(pending.statements[i]);
      continue;
    }
    pending.rows[placed] = {subject, object, row.relation, row.status};
    pending.statements[placed++] = pending.statements[i];
  }
  pending.rows.resize(placed);
  pending.statements.resize(placed);
  append(draft.rows, std::move(pending.rows));
  append(draft.data.statements, std::move(pending.statements));
  return others;
}

}  // namespace

void resolve_rows(GraphDraft& draft, const EntityResolver& resolver, EntityTable& entities, unsigned jobs) {
  RowNodes nodes(draft, resolver, entities);
  const PendingRows others = place_rows(draft, nodes.places(jobs));
  constexpr std::size_t kBlock = 1 << 14;  // claims that are held at a time
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < others.rows.size(); ++i) {
    claims.push_back(claim_of(draft, others.rows[i], others.statements[i]));
    if (claims.size() < kBlock && i + 1 < others.rows.size()) continue;
    add_resolved(draft, claims, resolver, entities, jobs);
    claims.clear();
  }
  nodes.name_nodes();
  draft.pending = {};
}

}  // namespace newsgraph
