#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entities/entity_table.h"
#include "entities/resolver.h"
#include "graph/draft_rows.h"
#include "support/in_order.h"

namespace newsgraph {
namespace {

constexpr const char* kRule = "table";
constexpr std::uint32_t kUndecided = 0xffff'ffff;  // where a node's place is not known

// Names to nodes. Threads resolve names in parts; each part's nodes are made in turn.
class NameResolution {
 public:
  NameResolution(GraphDraft& draft, const EntityResolver& resolver, EntityTable& entities)
      : draft_(draft),
        resolver_(resolver),
        entities_(entities),
        uses_(draft.pending.names.uses()),
        places_(2 * uses_.size(), kUndecided) {
    // The pool is not to be read while another thread adds to it, but its texts stay where they are.
    for (const RowNames::Use& use : uses_)
      names_.push_back({draft.pool().text(use.name), draft.pool().text(use.type)});
  }

  // By what RowNames::add() returned; kUndecided where the document decides.
  std::vector<std::uint32_t> places(unsigned jobs) {
    const std::size_t parts = (uses_.size() + kPart - 1) / kPart;
    work_in_order(parts, jobs, [this](Turns& turns) {
      while (const auto part = turns.next()) {
        const std::size_t first = *part * kPart;
        const std::vector<Found> found = resolve(first, std::min(first + kPart, uses_.size()));
        if (!turns.in_turn(*part, [&] { add_nodes(first, found); })) return;
      }
    });
    return std::move(places_);
  }

 private:
  static constexpr std::size_t kPart = 1024;
  struct Name {
    std::string_view text;
    std::string_view type;
  };
  using Found = std::array<std::optional<Entity>, 2>;

  std::vector<Found> resolve(std::size_t begin, std::size_t end) const {
    std::vector<Found> found(end - begin);
    for (std::size_t use = begin; use < end; ++use)
      for (const bool acts : {false, true})
        if (uses_[use].rows[acts] != 0)
          found[use - begin][acts] = resolver_.resolve_name(names_[use].text, names_[use].type, acts);
    return found;
  }

  void add_nodes(std::size_t begin, const std::vector<Found>& found) {
    for (std::size_t i = 0; i < found.size(); ++i)
      for (const bool acts : {false, true})
        if (found[i][acts]) add_node(begin + i, acts, *found[i][acts]);
  }

  void add_node(std::size_t use, bool acts, const Entity& entity) {
    StringPool& pool = draft_.pool();
    const std::uint32_t rows = uses_[use].rows[acts];
    const std::uint32_t place = draft_.nodes.place_of(pool.intern(entity.id));
    draft_.nodes.name(place, pool.intern(entity.name), pool.intern(entity.type), rows);
    for (const std::string& alias : entity.aliases) draft_.nodes.alias(place, pool.intern(alias));
    entities_.add(entity, rows);
    places_[2 * use + acts] = place;
  }

  GraphDraft& draft_;
  const EntityResolver& resolver_;
  EntityTable& entities_;
  const std::vector<RowNames::Use>& uses_;
  std::vector<Name> names_;
  std::vector<std::uint32_t> places_;
};

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
  claim.document = {text(document.id), text(document.title), text(document.date), text(document.url)};
  claim.subject = argument(row.subject);
  claim.relation = text(row.relation);
  claim.object = argument(row.object);
  claim.status = parse_status(text(row.status)).value_or(Status::asserted);
  claim.scope = text(statement.scope);
  claim.confidence = statement.confidence;
  claim.rule = kRule;
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

// Rows that the graph has now; returns the others, whose document decides.
PendingRows place_rows(GraphDraft& draft, const std::vector<std::uint32_t>& places) {
  PendingRows& pending = draft.pending;
  PendingRows others;
  draft.rows.reserve(draft.rows.size() + pending.rows.size());
  draft.data.statements.reserve(draft.data.statements.size() + pending.rows.size());
  for (std::size_t i = 0; i < pending.rows.size(); ++i) {
    StatementRow row = pending.rows[i];
    row.subject = places[row.subject];
    row.object = places[row.object];
    // Two names of one entity may have to be kept apart.
    const bool decided = row.subject != kUndecided && row.object != kUndecided && row.subject != row.object;
    (decided ? draft.rows : others.rows).push_back(decided ? row : pending.rows[i]);
    (decided ? draft.data.statements : others.statements).push_back(pending.statements[i]);
  }
  return others;
}

}  // namespace

RowAdder::RowAdder(GraphDraft& draft) : draft_(draft), batch_(draft.pool()) {
  statement_.rule = draft.pool().intern(kRule);
}

void RowAdder::add(const TableRow& row) {
  StringId source{}, source_type{}, target{}, target_type{};
  batch_.add(row.source, source);
  batch_.add(row.source_type, source_type);
  batch_.add(row.target, target);
  batch_.add(row.target_type, target_type);
  batch_.add(row.relation, row_.relation);
  batch_.add(to_string(row.status), row_.status);
  batch_.add(row.scope, statement_.scope);
  batch_.add(row.evidence, statement_.text);
  batch_.add(row.document, document_.id);
  batch_.add(row.title, document_.title);
  batch_.add(row.date, document_.date);
  batch_.add(row.url, document_.url);
  batch_.finish();

  PendingRows& pending = draft_.pending;
  row_.subject = pending.names.add(source, source_type, true);
  row_.object = pending.names.add(target, target_type, row.target_acts);
  statement_.claim = ShortId::from_number(row.claim, "c-", draft_.pool());
  statement_.document = draft_.documents.intern(document_);
  statement_.subject_text = source;
  statement_.object_text = target;
  statement_.confidence = static_cast<float>(row.confidence);
  statement_.start = row.evidence.empty() ? Statement::kNoStart : 0;
  pending.rows.push_back(row_);
  pending.statements.push_back(statement_);
}

void resolve_rows(GraphDraft& draft, const EntityResolver& resolver, EntityTable& entities, unsigned jobs) {
  const PendingRows others = place_rows(draft, NameResolution(draft, resolver, entities).places(jobs));
  constexpr std::size_t kBlock = 1 << 14;  // claims that are held at a time
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < others.rows.size(); ++i) {
    claims.push_back(claim_of(draft, others.rows[i], others.statements[i]));
    if (claims.size() < kBlock && i + 1 < others.rows.size()) continue;
    add_resolved(draft, claims, resolver, entities, jobs);
    claims.clear();
  }
  draft.pending = {};
}

}  // namespace newsgraph
