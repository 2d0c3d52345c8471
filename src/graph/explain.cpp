#include "graph/explain.h"

#include <algorithm>

#include "graph/lookup.h"

namespace newsgraph {
namespace {

// For each vertex whether `name` asks for it; empty where nothing is asked.
std::vector<bool> asked(const Graph& graph, const std::string& name) {
  std::vector<bool> result;
  if (name.empty()) return result;
  result.resize(boost::num_vertices(graph));
  for (const Vertex vertex : find_nodes(graph, name)) result[vertex] = true;
  return result;
}

struct Part {
  std::string_view text;
  std::uint16_t offset;
  MarkRole role;
};

// Where the part stands, if the sentence has it there or anywhere.
std::size_t place_of(const Part& part, std::string_view sentence) {
  if (part.text.empty()) return std::string_view::npos;
  const bool placed = part.offset != Statement::kNoOffset && part.offset <= sentence.size() &&
                      sentence.substr(part.offset).starts_with(part.text);
  return placed ? part.offset : sentence.find(part.text);
}

}  // namespace

std::vector<EdgeDescriptor> find_edges(const Graph& graph, const ExplainQuery& query) {
  const std::vector<bool> subjects = asked(graph, query.subject);
  const std::vector<bool> objects = asked(graph, query.object);
  std::vector<EdgeDescriptor> result;
  for (const EdgeView edge : edge_views(graph)) {
    if (!subjects.empty() && !subjects[edge.source().vertex()]) continue;
    if (!objects.empty() && !objects[edge.target().vertex()]) continue;
    if (query.relation.empty() || edge.relation() == query.relation) result.push_back(edge.descriptor());
  }
  return result;
}

std::vector<Mark> marks_of(const StatementView& statement) {
  const std::string_view sentence = statement.text();
  const Statement& raw = statement.raw();
  const Part parts[] = {{statement.subject_text(), raw.subject_offset, MarkRole::subject},
                        {statement.object_text(), raw.object_offset, MarkRole::object},
                        {statement.trigger(), raw.trigger_offset, MarkRole::trigger}};
  std::vector<Mark> marks;
  for (const Part& part : parts) {
    const std::size_t begin = place_of(part, sentence);
    if (begin == std::string_view::npos) continue;
    const Mark mark{begin, begin + part.text.size(), part.role};
    const auto overlaps = [&](const Mark& other) { return mark.begin < other.end && other.begin < mark.end; };
    if (std::none_of(marks.begin(), marks.end(), overlaps)) marks.push_back(mark);
  }
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
  return marks;
}

}  // namespace newsgraph
