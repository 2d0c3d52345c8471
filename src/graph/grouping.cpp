#include "graph/grouping.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "graph/document_table.h"
#include "graph/summary.h"
#include "support/hash.h"

namespace newsgraph {
namespace {

struct RowKey {
  std::uint64_t ends;
  std::uint64_t labels;
  std::uint32_t index;

  auto group() const { return std::pair(ends, labels); }
  friend bool operator<(const RowKey& a, const RowKey& b) {
    return std::tuple(a.ends, a.labels, a.index) < std::tuple(b.ends, b.labels, b.index);
  }
};

std::vector<RowKey> sorted_keys(const std::vector<StatementRow>& rows) {
  const auto pair = [](auto high, auto low) {
    return std::uint64_t{static_cast<std::uint32_t>(high)} << 32 | static_cast<std::uint32_t>(low);
  };
  std::vector<RowKey> keys(rows.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i)
    keys[i] = {pair(rows[i].subject, rows[i].object), pair(rows[i].relation, rows[i].status), i};
  std::sort(keys.begin(), keys.end());
  return keys;
}

// Orders the statements of one edge and drops repeated ones.
class GroupCleaner {
 public:
  explicit GroupCleaner(const GraphData& data)
      : order_(data), identities_(document_identities(data.documents)) {}

  // Returns how many were dropped.
  std::size_t clean(std::vector<Statement>& group) const {
    if (group.size() < 2) return 0;
    const std::size_t before = group.size();
    std::sort(group.begin(), group.end(), [this](const Statement& a, const Statement& b) {
      const auto left = key(a);
      const auto right = key(b);
      return left != right ? left < right : order_.better(a, b);
    });
    const auto same = [this](const Statement& a, const Statement& b) { return key(a) == key(b); };
    group.erase(std::unique(group.begin(), group.end(), same), group.end());
    std::sort(group.begin(), group.end(),
              [this](const Statement& a, const Statement& b) { return order_.before(a, b); });
    return before - group.size();
  }

 private:
  // Rows of a table often have no sentence; they are the same only where their claim is.
  std::tuple<std::uint32_t, StringId, std::uint64_t> key(const Statement& statement) const {
    const std::uint64_t claim = statement.text == kNoText ? statement.claim.number() : 0;
    return {identities_[statement.document], statement.text, claim};
  }

  StatementOrder order_;
  std::vector<std::uint32_t> identities_;
};

// Appends edges for groups of statements that are already in their place.
class EdgeWriter {
 public:
  EdgeWriter(GraphData& data, const std::vector<StringId>& node_ids, EdgeMode mode)
      : data_(data), node_ids_(node_ids), mode_(mode), summary_(data) {}

  void write(const StatementRow& row, std::uint32_t first, std::uint32_t count, std::vector<EdgeDraft>& out) {
    const std::uint32_t step = mode_ == EdgeMode::merged ? count : 1;
    for (std::uint32_t i = 0; i < count; i += step) {
      EdgeDraft draft{row.subject, row.object, {}};
      draft.edge.relation = row.relation;
      draft.edge.status = row.status;
      draft.edge.first_statement = first + i;
      draft.edge.statement_count = step;
      if (mode_ == EdgeMode::statements) draft.edge.id = statement_id(row, data_.statements[first + i]);
      summary_.of_edge(draft.edge);
      out.push_back(draft);
    }
  }

 private:
  ShortId statement_id(const StatementRow& row, const Statement& statement) {
    StringPool& pool = *data_.strings;
    const std::string claim = statement.claim.text("c-", pool);
    const std::uint64_t number =
        hash_fields({pool.text(node_ids_[row.subject]), pool.text(row.relation),
                     pool.text(node_ids_[row.object]), pool.text(row.status), claim});
    return ShortId::from_number(number, "e_", pool);
  }

  GraphData& data_;
  const std::vector<StringId>& node_ids_;
  EdgeMode mode_;
  Summary summary_;
};

}  // namespace

GroupedEdges group_statements(GraphData& data, std::vector<StatementRow> rows,
                              const std::vector<StringId>& node_ids, EdgeMode mode) {
  const std::vector<RowKey> keys = sorted_keys(rows);
  const std::vector<Statement> unordered = std::exchange(data.statements, {});
  data.statements.reserve(unordered.size());
  const GroupCleaner cleaner(data);
  EdgeWriter writer(data, node_ids, mode);
  GroupedEdges result;
  std::vector<Statement> group;
  for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
    group.clear();
    for (end = begin; end < keys.size() && keys[end].group() == keys[begin].group(); ++end)
      group.push_back(unordered[keys[end].index]);
    result.repeated += cleaner.clean(group);
    const auto first = static_cast<std::uint32_t>(data.statements.size());
    data.statements.insert(data.statements.end(), group.begin(), group.end());
    writer.write(rows[keys[begin].index], first, static_cast<std::uint32_t>(group.size()), result.edges);
  }
  return result;
}

}  // namespace newsgraph
