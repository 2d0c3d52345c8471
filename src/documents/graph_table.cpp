#include "documents/graph_table.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "documents/fields.h"
#include "documents/readers.h"
#include "documents/table_source.h"
#include "support/ascii.h"
#include "support/error.h"

namespace newsgraph {
namespace {

using Rows = std::vector<std::vector<std::string>>;
using Place = std::optional<std::size_t>;

constexpr auto kRelations =
    std::to_array<std::string_view>({"relation", "predicate", "relationtype", "relationship",
                                     "relationshiptype", "rel", "edgetype", "verb", "interaction", "edge"});
// Columns of articles, and of relations that somebody states somewhere.
constexpr auto kTexts =
    std::to_array<std::string_view>({"text", "body", "content", "articlebody", "bodytext", "fulltext",
                                     "maintext", "articletext", "article", "story"});
constexpr auto kStatements = std::to_array<std::string_view>(
    {"evidence", "sentence", "quote", "evidencetext", "date", "published", "publishedat", "url", "link",
     "status", "confidence", "scope", "headline", "title"});
constexpr auto kEnds = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"source", "target"},
    {"source", "destination"},
    {"from", "to"},
    {"src", "dst"},
    {"src", "tgt"},
    {"sourceid", "targetid"},
    {"fromnode", "tonode"},
    {"fromid", "toid"},
    {"node1", "node2"},
});
// Columns that only one tool has.
constexpr auto kBiolink =
    std::to_array<std::string_view>({"knowledgelevel", "agenttype", "primaryknowledgesource",
                                     "aggregatorknowledgesource", "knowledgesource", "providedby"});
constexpr auto kGraphRag = std::to_array<std::string_view>(
    {"humanreadableid", "textunitids", "nodedegree", "combineddegree", "degree", "frequency",
     "graphembedding", "descriptionembedding", "rank"});
constexpr auto kGephi = std::to_array<std::string_view>({"timeset", "interval", "modularityclass"});

class HeaderReader {
 public:
  HeaderReader(const std::vector<std::string>& header, const Rows& rows) : header_(header), rows_(rows) {
    for (const std::string& name : header) {
      normal_.push_back(normalize_name(name));
      result_.names.push_back(name);
    }
    result_.columns.assign(header.size(), GraphColumn::other);
    result_.types.resize(header.size());
    result_.spaces.resize(header.size());
  }

  std::optional<GraphTableHeader> read() {
    if (header_.size() < 2) return std::nullopt;
    if (is_apoc() || is_neptune() || is_neo4j() || is_biolink() || is_edges() || is_nodes()) return result_;
    return std::nullopt;
  }

 private:
  Place find(std::string_view name) const { return position(normal_, name); }
  Place find_as_written(std::string_view name) const { return position(header_, name); }
  static Place position(const std::vector<std::string>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? Place() : static_cast<std::size_t>(found - names.begin());
  }
  template <typename Names>
  bool has_any(const Names& names) const {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return find(name).has_value(); });
  }
  void set(Place place, GraphColumn column) {
    if (place) result_.columns[*place] = column;
  }
  void set_all(std::initializer_list<std::pair<std::string_view, GraphColumn>> columns) {
    for (const auto& [name, column] : columns) set(find_as_written(name), column);
  }

  bool is_apoc() {
    const bool edges = find_as_written("_start") && find_as_written("_end");
    if (!edges && !(find_as_written("_id") && find_as_written("_labels"))) return false;
    set_all({{"_id", GraphColumn::node_id},
             {"_labels", GraphColumn::labels},
             {"_start", GraphColumn::source},
             {"_end", GraphColumn::target},
             {"_type", GraphColumn::relation}});
    return true;
  }

  bool is_neptune() {
    const bool edges = find_as_written("~from") && find_as_written("~to");
    if (!edges && !find_as_written("~id")) return false;
    set_all({{"~id", edges ? GraphColumn::edge_id : GraphColumn::node_id},
             {"~from", GraphColumn::source},
             {"~to", GraphColumn::target},
             {"~label", edges ? GraphColumn::relation : GraphColumn::labels}});
    split_types();
    return true;
  }

  // "name:string", "personId:ID(Person)", ":START_ID".
  bool is_neo4j() {
    GraphTableHeader plain = result_;
    split_types();
    bool ids = false;
    bool source = false;
    bool target = false;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      const std::string& type = result_.types[i];
      const auto is = [&](std::string_view name, GraphColumn column) {
        if (!equals_ignoring_case(type, name)) return false;
        result_.columns[i] = column;
        return true;
      };
      ids = is("id", GraphColumn::node_id) || ids;
      source = is("start_id", GraphColumn::source) || source;
      target = is("end_id", GraphColumn::target) || target;
      is("label", GraphColumn::labels);
      is("type", GraphColumn::relation);
    }
    if (ids || (source && target)) return true;
    result_ = std::move(plain);
    return false;
  }

  void split_types() {
    for (std::size_t i = 0; i < header_.size(); ++i) {
      const std::size_t colon = header_[i].rfind(':');
      if (colon == std::string::npos) continue;
      result_.names[i] = header_[i].substr(0, colon);
      std::string& type = result_.types[i] = header_[i].substr(colon + 1);
      if (const std::size_t space = type.find('('); space != std::string::npos && type.ends_with(')')) {
        result_.spaces[i] = type.substr(space + 1, type.size() - space - 2);
        type.resize(space);
      }
      type = ascii_lowered(type);
      if (result_.types[i].ends_with("[]")) {
        result_.columns[i] = result_.names[i] == "aliases" ? GraphColumn::aliases : GraphColumn::other;
        result_.types[i].clear();
      }
    }
  }

  bool is_biolink() {
    const Place subject = find("subject");
    const Place object = find("object");
    const Place predicate = find("predicate");
    if (subject && object && predicate && (has_any(kBiolink) || all_in(predicate, is_biolink_term))) {
      set(subject, GraphColumn::source);
      set(object, GraphColumn::target);
      set(predicate, GraphColumn::relation);
      set(find("id"), GraphColumn::edge_id);
      return true;
    }
    const Place category = find("category");
    if (!find("id") || !category || subject || has_any(kTexts)) return false;
    if (!find("name") && !all_in(category, is_biolink_term)) return false;
    set(find("id"), GraphColumn::node_id);
    set(category, GraphColumn::labels);
    return true;
  }

  bool is_edges() {
    for (const auto& [from, to] : kEnds) {
      const Place source = find(from);
      const Place target = find(to);
      if (source && target) return is_edges(*source, *target);
    }
    return false;
  }

  bool is_edges(std::size_t source, std::size_t target) {
    if (has_any(kTexts)) return false;
    const Place type = find("type");
    const bool drawn = all_in(type, is_drawn);
    const bool has_type = type && !drawn;
    const bool related = has_any(kRelations) || has_type || find("label") || find("kind");
    const bool weighted = find("weight").has_value();
    const bool stated = has_any(kStatements);
    const bool of_tool = drawn || has_any(kGephi) || (find("description") && has_any(kGraphRag));
    if (!of_tool && related && (!weighted || stated)) return false;
    if (!of_tool && stated) return false;
    set(source, GraphColumn::source);
    set(target, GraphColumn::target);
    set(find("id"), GraphColumn::edge_id);
    for (const std::string_view name : {"sourcelabel", "sourcename"})
      set(find(name), GraphColumn::source_name);
    for (const std::string_view name : {"targetlabel", "targetname"})
      set(find(name), GraphColumn::target_name);
    if (drawn) set(type, GraphColumn::drawn);
    return true;
  }

  bool is_nodes() {
    const Place type = find("type") ? find("type") : find("entitytype");
    const Place title = find("title");
    if (has_any(kTexts) || has_any(kRelations)) return false;
    for (const auto& [from, to] : kEnds)
      if (find(from) && find(to)) return false;
    if (title && type && find("description") && has_any(kGraphRag)) {
      set(title, GraphColumn::node_id);  // edges name it
      set(type, GraphColumn::labels);
      return true;
    }
    const Place name = find("name") ? find("name") : find("label");
    const bool article =
        title || find("description") || find("summary") || find("abstract") || find("snippet");
    if (!name || (article && !has_any(kGephi))) return false;
    if (!find("id") && !type) return false;
    set(find("id") ? find("id") : name, GraphColumn::node_id);
    set(type, GraphColumn::labels);
    return true;
  }

  // As Gephi writes it, in some of its languages.
  static bool is_drawn(std::string_view value) {
    constexpr auto kWords = std::to_array<std::string_view>(
        {"directed", "undirected", "mutual", "mixed", "orienté", "non orienté", "dirigé", "non dirigé",
         "dirigido", "no dirigido", "não dirigido", "gerichtet", "ungerichtet"});
    return std::any_of(kWords.begin(), kWords.end(),
                       [&](std::string_view word) { return equals_ignoring_case(word, value); });
  }
  static bool is_biolink_term(std::string_view value) { return value.starts_with("biolink:"); }

  // Whether the first rows have such values in the column, and no others.
  bool all_in(Place column, bool (*is)(std::string_view)) const {
    bool any = false;
    for (const std::vector<std::string>& row : rows_) {
      if (!column || *column >= row.size() || row[*column].empty()) continue;
      if (!is(row[*column])) return false;
      any = true;
    }
    return any;
  }

  const std::vector<std::string>& header_;
  const Rows& rows_;
  std::vector<std::string> normal_;
  GraphTableHeader result_;
};

}  // namespace

std::optional<std::size_t> GraphTableHeader::find(GraphColumn column) const {
  const auto found = std::find(columns.begin(), columns.end(), column);
  return found == columns.end() ? Place() : static_cast<std::size_t>(found - columns.begin());
}

std::optional<GraphTableHeader> graph_table_header(const std::vector<std::string>& header, const Rows& rows) {
  return HeaderReader(header, rows).read();
}

bool looks_like_graph_table(std::string_view start) {
  try {
    Rows rows = first_rows(start, guess_delimiter(start), kGraphTableRows + 1);
    if (rows.empty()) return false;
    const std::vector<std::string> header = std::move(rows.front());
    rows.erase(rows.begin());
    return graph_table_header(header, rows).has_value();
  } catch (const Error&) {
    return false;
  }
}

}  // namespace newsgraph
