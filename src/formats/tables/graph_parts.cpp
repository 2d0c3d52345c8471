#include "formats/tables/graph_parts.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "documents/lines.h"
#include "formats/json/json_elements.h"
#include "support/ascii.h"
#include "support/error.h"
#include "support/json.h"

namespace newsgraph {
namespace {

// "data/kg1_nodes.csv", "data/kg1_edges.csv" -> "data/kg1"
std::string group_of(std::string_view path) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"nodes", "node", "vertices", "vertex", "entities", "entity", "edges", "edge", "relationships",
       "relationship", "relations", "relation", "rels", "rel", "links", "link"});
  constexpr std::string_view kBetween = "_-. ";
  const std::size_t name_at = path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1;
  std::string name = ascii_lowered(path.substr(name_at));
  name.resize(std::min(name.find('.'), name.size()));
  for (const std::string_view word : kWords) {
    const std::size_t at = name.rfind(word);
    if (at == std::string::npos) continue;
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || kBetween.find(name[at - 1]) != std::string_view::npos;
    const bool ends = end == name.size() || kBetween.find(name[end]) != std::string_view::npos;
    if (!begins || !ends) continue;
    name.erase(at, word.size());
    break;
  }
  const std::size_t first = name.find_first_not_of(kBetween);
  name = first == std::string::npos ? std::string()
                                    : name.substr(first, name.find_last_not_of(kBetween) + 1 - first);
  return std::string(path.substr(0, name_at)) + name;
}

}  // namespace

GraphParts::Part& GraphParts::part_of(const std::string& name) {
  std::unique_ptr<Part>& part = parts_[group_of(name)];
  if (!part) part.reset(new Part{{}, name});
  return *part;
}

void GraphParts::add_table(Input& input) {
  read_graph_table(input, limits_, part_of(input.name()).import);
}

void GraphParts::add_lines(Input& input) {
  GraphImport& import = part_of(input.name()).import;
  std::uint64_t bytes = 0;
  Input::Line line;
  for (std::size_t number = 1; input.read_line(line, limits_.document_bytes); ++number) {
    const std::string where = input.name() + ":" + std::to_string(number);
    bytes += line.text.size();
    if (bytes > limits_.graph_bytes)
      throw Error("a graph of more than " + format_size(limits_.graph_bytes), input.name(),
                  "Raise the limit with --max-graph-size.");
    if (line.overlong) {
      import.left_out(where, "a line of more than " + format_size(limits_.document_bytes) +
                                 ". Raise the limit with --max-document-size.");
      continue;
    }
    if (trimmed(line.text).empty()) continue;
    try {
      nlohmann::json record = parse_json(line.text, where, limits_);
      read_any_record(import, record, input.name(), number);
    } catch (const Error& error) {
      import.left_out(where, error.what());
    }
  }
}

std::vector<Graph> GraphParts::finish() {
  std::vector<Graph> graphs;
  for (auto& [group, part] : parts_) {
    part->import.join_by_name();
    part->import.note_unlisted(part->origin);
    graphs.push_back(part->import.finish());
  }
  parts_.clear();
  return graphs;
}

}  // namespace newsgraph
