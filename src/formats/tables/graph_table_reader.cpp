#include "formats/tables/graph_parts.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "documents/graph_table.h"
#include "documents/table_source.h"
#include "formats/import/import_fields.h"
#include "support/ascii.h"
#include "support/error.h"

namespace newsgraph {
namespace {

constexpr std::size_t kSniff = std::size_t{64} << 10;

template <typename Number>
std::optional<Number> parse(std::string_view text) {
  Number number{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

// "Undirected", "Ungerichtet", "Non orienté" …
bool says_undirected(std::string_view drawn) {
  const std::string lower = ascii_lowered(drawn);
  return lower.starts_with("un") || lower.starts_with("no") || lower.starts_with("n\u00e3o") ||
         lower == "mutual";
}

class GraphTableReader {
 public:
  GraphTableReader(const std::string& name, GraphTableHeader header, GraphImport& import)
      : name_(name), header_(std::move(header)), import_(import) {
    for (const std::string& column : header_.names) ids_.push_back(import_.pool().intern(column));
  }

  void add(const TableRow& row) {
    if (row.fields.size() != header_.columns.size())
      return import_.left_out(where(row), std::to_string(row.fields.size()) +
                                              " columns where the header has " +
                                              std::to_string(header_.columns.size()));
    const std::string source = id(row, GraphColumn::source);
    const std::string target = id(row, GraphColumn::target);
    const std::string node = id(row, GraphColumn::node_id);
    if (!source.empty() && !target.empty())
      add_edge(row, source, target);
    else if (!source.empty() || !target.empty())
      import_.left_out(where(row), source.empty() ? "an edge has no source" : "an edge has no target");
    else if (!node.empty())
      add_node(row, node);
    else
      import_.left_out(where(row), header_.find(GraphColumn::source) ? "an edge has no source and no target"
                                                                     : "a node has no id");
  }

 private:
  std::string where(const TableRow& row) const { return name_ + ":" + std::to_string(row.line); }

  static std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
  }

  // With its space where the header has some.
  std::string id(const TableRow& row, GraphColumn column) const {
    const auto place = header_.find(column);
    if (!place) return {};
    const std::string_view text = trimmed(row.fields[*place]);
    if (text.empty() || header_.spaces[*place].empty()) return std::string(text);
    return header_.spaces[*place] + "/" + std::string(text);
  }

  void add_edge(const TableRow& row, const std::string& source, const std::string& target) {
    const std::uint32_t from = import_.node(source);
    const std::uint32_t to = import_.node(target);
    import_.edge(from, to);
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      const std::string_view text = trimmed(row.fields[i]);
      if (text.empty()) continue;
      switch (header_.columns[i]) {
        case GraphColumn::relation:
          import_.set_edge_text(EdgeField::relation, kNoText,
                                text.starts_with("biolink:") ? first_label(text) : text);
          break;
        case GraphColumn::edge_id:
          import_.set_edge_text(EdgeField::id, kNoText, text);
          break;
        case GraphColumn::source_name:
          import_.set_node(from, NodeField::name, kNoText, import_.pool().intern(text));
          break;
        case GraphColumn::target_name:
          import_.set_node(to, NodeField::name, kNoText, import_.pool().intern(text));
          break;
        case GraphColumn::drawn:
          if (says_undirected(text)) import_.guessed(name_, kUndirectedNote);
          break;
        case GraphColumn::other:
        case GraphColumn::aliases:
        case GraphColumn::labels:
          set_edge(i, text);
          break;
        default:
          break;  // the ends
      }
    }
    if (!import_.has_relation()) {
      import_.set_edge_text(EdgeField::relation, kNoText, "related");
      import_.guessed(name_, "edges without a relation are called \"related\"");
    }
  }

  void set_edge(std::size_t column, std::string_view text) {
    const EdgeField field = edge_field(header_.names[column]);
    if (header_.types[column].empty())
      import_.set_edge_text(field, ids_[column], text);
    else
      import_.set_edge(field, ids_[column], value_of(header_.types[column], text));
  }

  void add_node(const TableRow& row, const std::string& id) {
    const std::uint32_t node = import_.node(id);
    import_.list_node(node);
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      const std::string_view text = trimmed(row.fields[i]);
      if (text.empty()) continue;
      switch (header_.columns[i]) {
        case GraphColumn::labels:
          import_.set_node(node, NodeField::labels, kNoText, import_.pool().intern(text));
          break;
        case GraphColumn::aliases:
          add_aliases(node, text);
          break;
        case GraphColumn::node_id: {
          // The name of an edge's end may be the id as well.
          const NodeField field = node_field(header_.names[i]);
          if (field == NodeField::name || field == NodeField::label) set_node(node, i, text);
          break;
        }
        case GraphColumn::other:
        case GraphColumn::relation:
        case GraphColumn::edge_id:
          set_node(node, i, text);
          break;
        default:
          break;  // of edges
      }
    }
  }

  void set_node(std::uint32_t node, std::size_t column, std::string_view text) {
    import_.set_node(node, node_field(header_.names[column]), ids_[column],
                     value_of(header_.types[column], text));
  }

  void add_aliases(std::uint32_t node, std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(';'), text.size());
      import_.add_alias(node, trimmed(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  // Text that is not of the declared type stays text.
  Value value_of(std::string_view type, std::string_view text) {
    if (type == "boolean" || type == "bool") {
      if (equals_ignoring_case(text, "true")) return true;
      if (equals_ignoring_case(text, "false")) return false;
    } else if (type == "int" || type == "long" || type == "short" || type == "byte") {
      if (const auto number = parse<std::int64_t>(text)) return *number;
    } else if (type == "double" || type == "float") {
      if (const auto number = parse<double>(text)) return *number;
    }
    return import_.pool().intern(text);
  }

  const std::string name_;
  const GraphTableHeader header_;
  GraphImport& import_;
  std::vector<StringId> ids_;  // of the columns' names
};

GraphTableHeader header_of(const Input& input, const std::vector<std::vector<std::string>>& first,
                           TableSource& table) {
  TableRow row;
  if (!table.next(row)) throw Error("has no header", input.name());
  const std::vector<std::string> names(row.fields.begin(), row.fields.end());
  auto header = graph_table_header(names, {first.begin() + (first.empty() ? 0 : 1), first.end()});
  if (!header)
    throw Error("has no columns of nodes or edges", input.name(),
                "Columns Source and Target make edges, Id and Label nodes.");
  return *std::move(header);
}

}  // namespace

void read_graph_table(Input& input, const Limits& limits, GraphImport& import) {
  const std::string start(input.peek(kSniff).substr(0, kSniff));
  const char delimiter = guess_delimiter(start);
  const auto first = first_rows(start, delimiter, kGraphTableRows + 1);
  TableSource table(input, delimiter, limits, 1, guess_escape(start, delimiter));
  GraphTableHeader header = header_of(input, first, table);
  table.expect(header.columns.size());
  GraphTableReader reader(input.name(), std::move(header), import);
  std::uint64_t bytes = 0;
  TableRow row;
  for (bool more = true; more;) {
    try {
      while ((more = table.next(row))) {
        for (const std::string_view field : row.fields) bytes += field.size() + 1;
        if (bytes > limits.graph_bytes)
          throw Error("a graph of more than " + format_size(limits.graph_bytes), input.name(),
                      "Raise the limit with --max-graph-size.");
        reader.add(row);
      }
    } catch (const Error& error) {
      if (!error.where().starts_with(input.name() + ":")) throw;  // not about a row
      import.left_out(error.where(), error.what());
    }
  }
}

}  // namespace newsgraph
