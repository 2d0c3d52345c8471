// What a reader says of a file, and ends of edges that need a look at the whole of it.
#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>

#include "formats/import/import.h"

namespace newsgraph {
namespace {

constexpr std::size_t kMostListed = 20;

std::string listed_names(const std::vector<std::string_view>& names) {
  constexpr std::size_t kMost = 5;
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), kMost); ++i)
    list += (i == 0 ? "" : ", ") + std::string(names[i].substr(0, 60));
  return names.size() > kMost ? list + ", …" : list;
}

}  // namespace

bool GraphImport::lists(const std::string& what) const {
  const auto same = [&](const ReadNote& note) { return note.what == what; };
  return std::count_if(data_.notes.begin(), data_.notes.end(), same) <
         static_cast<std::ptrdiff_t>(kMostListed);
}

void GraphImport::take_note(const ReadNote& note) {
  std::size_t same = 0;
  ReadNote* last = nullptr;
  for (ReadNote& other : data_.notes) {
    if (other.what != note.what) continue;
    if (other.where == note.where && !note.left_out) return;
    last = &other;
    ++same;
  }
  if (same < kMostListed)
    data_.notes.push_back(note);
  else
    last->more += 1 + note.more;
}

std::optional<std::uint64_t> GraphImport::number_of(std::uint32_t node) const {
  const std::string_view text = data_.strings->text(nodes_[node].original);
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

// What the first node's position is, where ends of edges are positions. An end that is no id decides; then
// all numbers have to fit.
std::optional<std::uint32_t> GraphImport::first_position() const {
  bool needed = false;
  std::uint64_t least = listed_.size();
  std::uint64_t most = 0;
  for (const EdgeDraft& edge : edges_) {
    for (const std::uint32_t end : {edge.source, edge.target}) {
      const auto number = number_of(end);
      if (!number) continue;
      needed = needed || !nodes_[end].listed;
      least = std::min(least, *number);
      most = std::max(most, *number);
    }
  }
  if (!needed) return std::nullopt;
  if (most < listed_.size()) return 0;
  if (most == listed_.size() && least >= 1) return 1;
  return std::nullopt;
}

std::uint32_t GraphImport::at_position(std::uint32_t node, std::uint32_t first) const {
  const auto number = number_of(node);
  return number ? listed_[*number - first] : node;
}

void GraphImport::read_positions(const std::string& origin) {
  finish_edge();
  const auto first = first_position();
  if (!first) return;
  guessed(origin,
          "the ends of edges are positions in the list of nodes, counted from " + std::to_string(*first));
  std::erase_if(edges_, [&](EdgeDraft& edge) {
    edge.source = at_position(edge.source, *first);
    edge.target = at_position(edge.target, *first);
    const bool unusable = edge.source == kUnusable || edge.target == kUnusable;
    if (unusable) left_out(origin, "an edge has a node without id or name as its end");
    return unusable;
  });
  drop_unlisted();
}

// Nodes that were made of positions; others that only edges name stay.
void GraphImport::drop_unlisted() {
  std::vector<bool> used(nodes_.size());
  for (const EdgeDraft& edge : edges_) used[edge.source] = used[edge.target] = true;
  std::vector<std::uint32_t> place(nodes_.size());
  std::uint32_t kept = 0;
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    place[i] = kept;
    if (!used[i] && !nodes_[i].listed) continue;
    if (kept != i) nodes_[kept] = std::move(nodes_[i]);
    ++kept;
  }
  nodes_.resize(kept);
  for (EdgeDraft& edge : edges_) {
    edge.source = place[edge.source];
    edge.target = place[edge.target];
  }
  for (std::uint32_t& node : listed_)
    if (node != kUnusable) node = place[node];
  places_.clear();  // no node is looked up any more
}

void GraphImport::join_by_name() {
  finish_edge();
  std::unordered_map<StringId, std::uint32_t> named;  // listed nodes; kUnusable where several have the name
  const auto name_of = [](const ImportedNode& node) {
    return node.node.name != kNoText ? node.node.name : node.label;
  };
  bool needed = false;
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    needed = needed || !nodes_[i].listed;
    if (!nodes_[i].listed || name_of(nodes_[i]) == kNoText) continue;
    const auto [found, added] = named.try_emplace(name_of(nodes_[i]), i);
    if (!added) found->second = kUnusable;
  }
  if (!needed || named.empty()) return;
  const auto joined = [&](std::uint32_t end) {
    const auto found = nodes_[end].listed ? named.end() : named.find(nodes_[end].original);
    return found == named.end() || found->second == kUnusable ? end : found->second;
  };
  for (EdgeDraft& edge : edges_) {
    edge.source = joined(edge.source);
    edge.target = joined(edge.target);
  }
  drop_unlisted();
}

void GraphImport::note_unlisted(const std::string& origin) {
  std::vector<std::string_view> names;
  for (const ImportedNode& node : nodes_)
    if (!node.listed) names.push_back(data_.strings->text(node.original));
  if (names.empty() || listed_.empty()) return;
  guessed(origin, "edges name " + std::to_string(names.size()) +
                      (names.size() == 1 ? " node that the file does not list: "
                                         : " nodes that the file does not list: ") +
                      listed_names(names));
}

}  // namespace newsgraph
