#include "formats/import/import.h"

namespace newsgraph {

std::uint32_t GraphImport::append_node(const ImportedNode& from, Translation& translate) {
  const std::uint32_t place = place_of(translate(from.original));
  ImportedNode& into = nodes_[place];
  const auto take = [&translate](StringId& text, StringId given) {
    if (given != kNoText) text = translate(given);
  };
  take(into.label, from.label);
  take(into.labels, from.labels);
  take(into.node.name, from.node.name);
  take(into.node.type, from.node.type);
  if (from.node.mentions != 0) into.node.mentions = from.node.mentions;
  if (from.node.documents != 0) into.node.documents = from.node.documents;
  for (const StringId alias : from.node.aliases) into.node.aliases.push_back(translate(alias));
  const Attributes attributes = translate(from.node.attributes);
  into.node.attributes.insert(into.node.attributes.end(), attributes.begin(), attributes.end());
  into.listed = into.listed || from.listed;
  return place;
}

void GraphImport::append(GraphImport& part) {
  finish_edge();
  part.finish_edge();
  Translation translate(part.data_, pool(), documents_);
  translate.take_all_texts();
  std::vector<std::uint32_t> places;
  places.reserve(part.nodes_.size());
  for (const ImportedNode& node : part.nodes_) places.push_back(append_node(node, translate));

  for (const std::uint32_t node : part.listed_) listed_.push_back(node == kUnusable ? node : places[node]);
  for (const ReadNote& note : part.data_.notes) take_note(note);
  const auto statements = static_cast<std::uint32_t>(data_.statements.size());
  const auto attributes = static_cast<std::uint32_t>(data_.edge_attributes.size() - 1);
  for (const Statement& statement : part.data_.statements) data_.statements.push_back(translate(statement));
  for (std::size_t i = 1; i < part.data_.edge_attributes.size(); ++i)  // the first is that of edges without
    data_.edge_attributes.push_back(translate(part.data_.edge_attributes[i]));
  for (const EdgeDraft& from : part.edges_) {
    EdgeDraft draft{places[from.source], places[from.target], translate(from.edge)};
    draft.edge.statement_count = from.edge.statement_count;
    if (from.edge.statement_count != 0) draft.edge.first_statement = from.edge.first_statement + statements;
    if (from.edge.attributes != 0) draft.edge.attributes = from.edge.attributes + attributes;
    edges_.push_back(draft);
  }
}

}  // namespace newsgraph
