#include "graph/grouping.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/document_table.h"
#include "graph/summary.h"
#include "support/hash.h"

namespace newsgraph {
namespace {

// Numbers for pairs of relation and status, in the order of their texts.
class LabelRanks {
 public:
  LabelRanks(const std::vector<StatementRow>& rows, const StringPool& pool) {
    std::vector<std::pair<StringId, StringId>> labels;
    for (const StatementRow& row : rows)
      if (ranks_.try_emplace(key(row)).second) labels.emplace_back(row.relation, row.status);
    std::sort(labels.begin(), labels.end(), [&pool](const auto& a, const auto& b) {
      if (a.first != b.first) return pool.text(a.first) < pool.text(b.first);
      return pool.text(a.second) < pool.text(b.second);
    });
    for (std::uint32_t i = 0; i < labels.size(); ++i)
      ranks_[key({0, 0, labels[i].first, labels[i].second})] = i;
  }
  std::uint32_t operator()(const StatementRow& row) const { return ranks_.find(key(row))->second; }

 private:
  static std::uint64_t key(const StatementRow& row) {
    return std::uint64_t{static_cast<std::uint32_t>(row.relation)} << 32 |
           static_cast<std::uint32_t>(row.status);
  }
  std::unordered_map<std::uint64_t, std::uint32_t> ranks_;
};

struct RowKey {
  std::uint32_t object;
  std::uint32_t label;
  std::uint32_t index;  // of the row

  friend bool operator<(const RowKey& a, const RowKey& b) {
    return std::tuple(a.object, a.label, a.index) < std::tuple(b.object, b.label, b.index);
  }
};

// The rows of each subject, one after another. Counting comes first, so that only the few rows of one
// subject have to be sorted: time grows with the number of rows.
struct SortedRows {
  std::vector<RowKey> keys;
  std::vector<std::uint32_t> starts;  // by subject, and the end
};

SortedRows sorted_rows(const std::vector<StatementRow>& rows, std::size_t nodes, const StringPool& pool) {
  const LabelRanks rank(rows, pool);
  SortedRows sorted;
  sorted.starts.resize(nodes + 1);
  for (const StatementRow& row : rows) ++sorted.starts[row.subject + 1];
  std::partial_sum(sorted.starts.begin(), sorted.starts.end(), sorted.starts.begin());
  std::vector<std::uint32_t> next = sorted.starts;
  sorted.keys.resize(rows.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i)
    sorted.keys[next[rows[i].subject]++] = {rows[i].object, rank(rows[i]), i};
  const auto key = [&sorted](std::uint32_t i) { return sorted.keys.begin() + i; };
  for (std::size_t node = 0; node < nodes; ++node)
    std::sort(key(sorted.starts[node]), key(sorted.starts[node + 1]));
  return sorted;
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
  EdgeWriter(GraphData& data, std::span<const Node> nodes, EdgeMode mode)
      : data_(data), nodes_(nodes), mode_(mode), summary_(data) {}

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
        hash_fields({pool.text(nodes_[row.subject].id), pool.text(row.relation),
                     pool.text(nodes_[row.object].id), pool.text(row.status), claim});
    return ShortId::from_number(number, "e_", pool);
  }

  GraphData& data_;
  std::span<const Node> nodes_;
  EdgeMode mode_;
  Summary summary_;
};

}  // namespace

GroupedEdges group_statements(GraphData& data, std::vector<StatementRow> rows, std::span<const Node> nodes,
                              EdgeMode mode) {
  const SortedRows sorted = sorted_rows(rows, nodes.size(), *data.strings);
  const std::vector<Statement> unordered = std::exchange(data.statements, {});
  data.statements.reserve(unordered.size());
  const GroupCleaner cleaner(data);
  EdgeWriter writer(data, nodes, mode);
  GroupedEdges result;
  result.edges.reserve(rows.size());
  std::vector<Statement> group;
  const auto write_group = [&](std::span<const RowKey> keys) {
    group.clear();
    for (const RowKey& key : keys) group.push_back(unordered[key.index]);
    result.repeated += cleaner.clean(group);
    const auto first = static_cast<std::uint32_t>(data.statements.size());
    data.statements.insert(data.statements.end(), group.begin(), group.end());
    writer.write(rows[keys.front().index], first, static_cast<std::uint32_t>(group.size()), result.edges);
  };
  const auto prefetch_row = [&](std::size_t at) {
    constexpr std::size_t kAhead = 16;
    if (at + kAhead >= sorted.keys.size()) return;
    const std::uint32_t index = sorted.keys[at + kAhead].index;
    __builtin_prefetch(&rows[index]);
    __builtin_prefetch(&unordered[index]);
    __builtin_prefetch(&unordered[index] + 1);  // its last bytes
  };
  for (std::size_t node = 0; node < nodes.size(); ++node) {
    const std::span<const RowKey> keys =
        std::span(sorted.keys).subspan(sorted.starts[node], sorted.starts[node + 1] - sorted.starts[node]);
    for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
      while (end < keys.size() && keys[end].object == keys[begin].object &&
             keys[end].label == keys[begin].label)
        prefetch_row(sorted.starts[node] + end++);
      write_group(keys.subspan(begin, end - begin));
    }
  }
  return result;
}

}  // namespace newsgraph
