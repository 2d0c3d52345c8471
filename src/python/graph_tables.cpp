#include <map>
#include <string>
#include <variant>

#include "graph/view.h"
#include "python/graph_handle.h"

namespace newsgraph::python {
namespace {

using GraphPointer = std::shared_ptr<const Graph>;

// The columns of the nodes' attributes: measures, and what other tools' files brought.
std::map<std::string, ColumnType> attribute_types(const Graph& graph) {
  constexpr ColumnType kTypes[] = {ColumnType::boolean, ColumnType::int64, ColumnType::float64,
                                   ColumnType::text};
  std::map<std::string, ColumnType> types;
  for (const NodeView node : node_views(graph)) {
    for (const Attribute& attribute : node.attributes()) {
      const ColumnType type = kTypes[attribute.value.index()];
      const std::string name(data(graph).strings->text(attribute.name));
      const auto [found, added] = types.emplace(name, type);
      if (!added && found->second != type) found->second = ColumnType::text;
    }
  }
  return types;
}

std::string text_of(const Value& value, const StringPool& pool) {
  if (const auto* text = std::get_if<StringId>(&value)) return std::string(pool.text(*text));
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  return std::to_string(std::get<double>(value));
}

void add(Column& column, const Value& value, const StringPool& pool) {
  if (column.type() == ColumnType::text)
    column.add(text_of(value, pool));
  else if (const auto* flag = std::get_if<bool>(&value))
    column.add(*flag);
  else if (const auto* number = std::get_if<std::int64_t>(&value))
    column.add(*number);
  else
    column.add(std::get<double>(value));
}

constexpr std::size_t kNodeColumns = 6;

Columns node_columns(const std::map<std::string, ColumnType>& attributes) {
  Columns columns;
  columns.emplace_back("id", ColumnType::text);
  columns.emplace_back("name", ColumnType::text);
  columns.emplace_back("type", ColumnType::text, true);
  columns.emplace_back("aliases", ColumnType::texts);
  columns.emplace_back("mentions", ColumnType::int64);
  columns.emplace_back("documents", ColumnType::int64);
  for (const auto& [name, type] : attributes) columns.emplace_back(name, type, true);
  return columns;
}

void add_node(Columns& columns, const NodeView& node) {
  std::vector<std::string_view> aliases;
  for (std::size_t i = 0; i < node.alias_count(); ++i) aliases.push_back(node.alias(i));
  columns[0].add(node.id());
  columns[1].add(node.name());
  columns[2].add_or_null(node.type());
  columns[3].add(aliases);
  columns[4].add(static_cast<std::int64_t>(node.mentions()));
  columns[5].add(static_cast<std::int64_t>(node.documents()));
  const StringPool& pool = *data(node.graph()).strings;
  for (std::size_t i = kNodeColumns; i < columns.size(); ++i) {
    const Value* value = nullptr;
    for (const Attribute& attribute : node.attributes())
      if (pool.text(attribute.name) == columns[i].name()) value = &attribute.value;
    if (value == nullptr)
      columns[i].add_null();
    else
      add(columns[i], *value, pool);
  }
}

Columns edge_columns() {
  Columns columns;
  for (const char* name : {"id", "source", "target", "relation"})
    columns.emplace_back(name, ColumnType::text);
  columns.emplace_back("status", ColumnType::text, true);
  columns.emplace_back("weight", ColumnType::float64);
  columns.emplace_back("confidence", ColumnType::float32);
  columns.emplace_back("documents", ColumnType::int64);
  for (const char* name : {"scope", "first_date", "last_date", "evidence"})
    columns.emplace_back(name, ColumnType::text, true);
  columns.emplace_back("source_name", ColumnType::text);
  columns.emplace_back("target_name", ColumnType::text);
  return columns;
}

void add_edge(Columns& columns, const EdgeView& edge) {
  columns[0].add(edge.id());
  columns[1].add(edge.source().id());
  columns[2].add(edge.target().id());
  columns[3].add(edge.relation());
  columns[4].add_or_null(edge.status());
  columns[5].add(edge.weight());
  columns[6].add(static_cast<double>(edge.confidence()));
  columns[7].add(static_cast<std::int64_t>(edge.documents()));
  columns[8].add_or_null(edge.scope());
  columns[9].add_or_null(edge.first_date());
  columns[10].add_or_null(edge.last_date());
  columns[11].add_or_null(edge.evidence());
  columns[12].add(edge.source().name());
  columns[13].add(edge.target().name());
}

Columns statement_columns() {
  Columns columns;
  columns.emplace_back("edge", ColumnType::text);
  for (const char* name : {"claim", "document", "title", "date", "url", "file", "text", "subject_text",
                           "object_text", "trigger", "scope", "speaker", "rule"})
    columns.emplace_back(name, ColumnType::text, true);
  columns.emplace_back("confidence", ColumnType::float32);
  columns.emplace_back("start", ColumnType::int64, true);
  return columns;
}

void add_statement(Columns& columns, std::string_view edge, const StatementView& statement) {
  columns[0].add(edge);
  columns[1].add_or_null(statement.claim());
  columns[2].add_or_null(statement.document());
  columns[3].add_or_null(statement.title());
  columns[4].add_or_null(statement.date());
  columns[5].add_or_null(statement.url());
  columns[6].add_or_null(statement.file());
  columns[7].add_or_null(statement.text());
  columns[8].add_or_null(statement.subject_text());
  columns[9].add_or_null(statement.object_text());
  columns[10].add_or_null(statement.trigger());
  columns[11].add_or_null(statement.scope());
  columns[12].add_or_null(statement.speaker());
  columns[13].add_or_null(statement.rule());
  columns[14].add(static_cast<double>(statement.confidence()));
  if (statement.raw().start == Statement::kNoStart)
    columns[15].add_null();
  else
    columns[15].add(static_cast<std::int64_t>(statement.raw().start));
}

struct StatementPlace {
  EdgeDescriptor edge;
  std::uint32_t number;  // among the statements of the edge
};

std::vector<StatementPlace> statement_places(const Graph& graph) {
  std::vector<StatementPlace> places;
  places.reserve(data(graph).statements.size());
  for (const EdgeView edge : edge_views(graph))
    for (std::uint32_t i = 0; i < edge.statement_count(); ++i) places.push_back({edge.descriptor(), i});
  return places;
}

}  // namespace

Table node_table(GraphPointer graph) {
  const auto types = attribute_types(*graph);
  const std::size_t rows = boost::num_vertices(*graph);
  return {.columns = [types] { return node_columns(types); },
          .fill =
              [graph = std::move(graph)](Columns& columns, std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i)
                  add_node(columns, NodeView(*graph, static_cast<Vertex>(i)));
              },
          .rows = rows};
}

Table edge_table(GraphPointer graph) {
  const std::size_t rows = boost::num_edges(*graph);
  return {.columns = edge_columns,
          .fill =
              [graph = std::move(graph)](Columns& columns, std::size_t begin, std::size_t end) {
                const auto all = boost::edges(*graph);
                auto edge = std::next(all.first, static_cast<std::ptrdiff_t>(begin));
                for (std::size_t i = begin; i < end; ++i, ++edge) add_edge(columns, EdgeView(*graph, *edge));
              },
          .rows = rows};
}

Table statement_table(GraphPointer graph) {
  auto places = std::make_shared<const std::vector<StatementPlace>>(statement_places(*graph));
  const std::size_t rows = places->size();
  return {.columns = statement_columns,
          .fill =
              [graph = std::move(graph), places](Columns& columns, std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i) {
                  const EdgeView edge(*graph, (*places)[i].edge);
                  add_statement(columns, edge.id(), edge.statement((*places)[i].number));
                }
              },
          .rows = rows};
}

}  // namespace newsgraph::python
