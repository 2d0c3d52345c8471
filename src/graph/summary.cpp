#include "graph/summary.h"

#include <algorithm>
#include <compare>
#include <tuple>

#include "graph/document_table.h"

namespace newsgraph {
namespace {

std::strong_ordering compare_claims(ShortId a, ShortId b, const StringPool& pool) {
  if (!a.in_pool() && !b.in_pool()) return a.number() <=> b.number();
  return a.text("c-", pool) <=> b.text("c-", pool);
}

// How many different documents a vertex's statements have.
class DocumentCounter {
 public:
  explicit DocumentCounter(const GraphData& data)
      : identities_(document_identities(data.documents)), last_(data.documents.size(), kNobody) {
    documents_.reserve(data.statements.size());
    for (const Statement& statement : data.statements) documents_.push_back(identities_[statement.document]);
  }

  bool is_new_for(Vertex vertex, std::uint32_t statement) {
    const std::uint32_t identity = documents_[statement];
    if (identity == kUnknownDocument || last_[identity] == vertex) return false;
    last_[identity] = vertex;
    return true;
  }

 private:
  static constexpr Vertex kNobody = static_cast<Vertex>(-1);
  std::vector<std::uint32_t> identities_;
  std::vector<std::uint32_t> documents_;  // by statement: identity of its document
  std::vector<Vertex> last_;              // by identity: the last vertex that was seen with it
};

}  // namespace

bool StatementOrder::before(const Statement& a, const Statement& b) const {
  const StringPool& pool = *data_.strings;
  const SourceDocument& x = data_.documents[a.document];
  const SourceDocument& y = data_.documents[b.document];
  const auto compare = [&pool](StringId left, StringId right) {
    return left == right ? std::strong_ordering::equal : pool.text(left) <=> pool.text(right);
  };
  if (const auto order = compare(x.date, y.date); order != 0) return order < 0;
  if (const auto order = compare(x.id, y.id); order != 0) return order < 0;
  if (const auto order = compare_claims(a.claim, b.claim, pool); order != 0) return order < 0;
  for (const auto& [left, right] :
       {std::pair(a.text, b.text), std::pair(x.url, y.url), std::pair(x.title, y.title),
        std::pair(x.file, y.file), std::pair(a.subject_text, b.subject_text),
        std::pair(a.object_text, b.object_text), std::pair(a.trigger, b.trigger), std::pair(a.scope, b.scope),
        std::pair(a.speaker, b.speaker), std::pair(a.rule, b.rule)})
    if (const auto order = compare(left, right); order != 0) return order < 0;
  const auto rest = [](const Statement& s) {
    return std::tuple(s.start, s.subject_offset, s.object_offset, s.trigger_offset, s.confidence);
  };
  return rest(a) < rest(b);
}

bool StatementOrder::better(const Statement& a, const Statement& b) const {
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  return before(a, b);
}

Summary::Summary(const GraphData& data) : data_(data), identities_(document_identities(data.documents)) {}

void Summary::of_edge(Edge& edge) {
  const std::span<const Statement> all =
      std::span(data_.statements).subspan(edge.first_statement, edge.statement_count);
  const StatementOrder order(data_);
  const Statement* best = &all.front();
  const Statement* best_sentence = nullptr;  // a row of a table may have none
  std::string_view first;
  std::string_view last;
  for (const Statement& statement : all) {
    if (order.better(statement, *best)) best = &statement;
    if (statement.text != kNoText && (best_sentence == nullptr || order.better(statement, *best_sentence)))
      best_sentence = &statement;
    const StringId date_id = data_.documents[statement.document].date;
    const std::string_view date = data_.strings->text(date_id);
    if (date.empty()) continue;
    if (first.empty() || date < first) first = date, edge.first_date = date_id;
    if (last.empty() || date > last) last = date, edge.last_date = date_id;
  }
  if (first.empty()) edge.first_date = edge.last_date = kNoText;
  edge.weight = static_cast<double>(all.size());
  edge.confidence = best->confidence;
  edge.scope = best->scope;
  edge.evidence = best_sentence == nullptr ? kNoText : best_sentence->text;
  edge.documents = count_documents(all);
}

std::uint32_t Summary::count_documents(std::span<const Statement> statements) {
  seen_.clear();
  for (const Statement& statement : statements) {
    const std::uint32_t identity = identities_[statement.document];
    if (identity != kUnknownDocument) seen_.push_back(identity);
  }
  std::sort(seen_.begin(), seen_.end());
  return static_cast<std::uint32_t>(std::unique(seen_.begin(), seen_.end()) - seen_.begin());
}

void summarize_nodes(Graph& graph) {
  DocumentCounter documents(data(graph));
  // Edges that lead to a vertex lie all over the graph; these few bytes of each stay in the caches.
  struct Range {
    std::uint32_t first;
    std::uint32_t count;
  };
  std::vector<Range> statements;
  statements.reserve(boost::num_edges(graph));
  for (const EdgeDescriptor edge : boost::make_iterator_range(boost::edges(graph)))
    statements.push_back({graph[edge].first_statement, graph[edge].statement_count});

  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph))) {
    std::uint32_t mentions = 0;
    std::uint32_t document_count = 0;
    const auto take = [&](EdgeDescriptor edge) {
      const auto [first, count] = statements[boost::get(boost::edge_index, graph, edge)];
      mentions += count;
      for (std::uint32_t i = 0; i < count; ++i) document_count += documents.is_new_for(vertex, first + i);
    };
    for (const auto edge : boost::make_iterator_range(boost::out_edges(vertex, graph))) take(edge);
    for (const auto edge : boost::make_iterator_range(boost::in_edges(vertex, graph))) take(edge);
    if (mentions == 0) continue;
    graph[vertex].mentions = mentions;
    graph[vertex].documents = document_count;
  }
}

}  // namespace newsgraph
