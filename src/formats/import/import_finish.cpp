#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include "formats/import/import.h"
#include "support/ascii.h"
#include "support/error.h"
#include "support/hash.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

// One of ours.
bool is_id_of_node(std::string_view id) {
  return id.starts_with("n_") && is_name_token(id);
}

}  // namespace

bool is_counted_id(std::string_view id) {
  if (!id.empty() && !is_ascii_digit(id.front())) id.remove_prefix(1);
  return !id.empty() && std::all_of(id.begin(), id.end(), is_ascii_digit);
}

bool says_nothing(std::string_view id) {
  constexpr std::size_t kShortestHash = 16;
  const auto of_hash = [](char c) { return is_ascii_hex_digit(c) || c == '-' || c == ':'; };
  return is_counted_id(id) || (id.size() >= kShortestHash && std::all_of(id.begin(), id.end(), of_hash) &&
                               std::any_of(id.begin(), id.end(), is_ascii_digit));
}

bool is_name_token(std::string_view text) {
  const auto allowed = [](char c) { return is_ascii_alphanumeric(c) || c == '_' || c == '-' || c == '.'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), allowed);
}

// igraph and yEd count nodes anew and keep the id that they have read, one of ours, as an attribute.
void GraphImport::restore_id(ImportedNode& imported) {
  if (imported.node.attributes.empty()) return;
  const bool counted = is_counted_id(pool().text(imported.original));
  const StringId name = pool().find("id");
  const auto found = std::find_if(
      imported.node.attributes.begin(), imported.node.attributes.end(), [&](const Attribute& attribute) {
        const StringId* text = std::get_if<StringId>(&attribute.value);
        return attribute.name == name && text != nullptr &&
               (counted ? is_id_of_node(pool().text(*text)) : *text == imported.original);
      });
  if (found == imported.node.attributes.end()) return;
  imported.original = std::get<StringId>(found->value);
  imported.node.attributes.erase(found);
}

// Ids of ours stay. Another tool's id is made into one of ours if it says something, else the name is.
StringId GraphImport::id_for(const ImportedNode& imported) {
  const std::string_view original = pool().text(imported.original);
  if (is_id_of_node(original)) return imported.original;
  const std::string_view name = pool().text(imported.node.name);
  const std::string_view telling = says_nothing(original) && !name.empty() ? name : original;
  const std::string slug = utf8::slug(telling);
  return pool().intern("n_" + (slug.empty() ? hex(hash64(telling)) : slug));
}

void GraphImport::name_node(ImportedNode& imported) {
  Node& node = imported.node;
  if (node.name == kNoText) node.name = std::exchange(imported.label, kNoText);
  if (imported.label != kNoText) node.aliases.push_back(imported.label);
  if (node.name == kNoText && !node.attributes.empty()) {
    const bool any = says_nothing(pool().text(imported.original));
    if (const auto name = take_best(node.attributes, name_rank, any ? kAnyName : kTellingName))
      node.name = pool().intern(*name);
  }
  if (node.type != kNoText) return;
  if (imported.labels != kNoText)
    node.type = pool().intern(first_label(pool().text(imported.labels)));
  else if (!node.attributes.empty())
    if (const auto type = take_best(node.attributes, type_rank)) node.type = as_key(pool().intern(*type));
}

// Sorted, without the name and without repetition. Control characters make no other name: XML cannot hold
// them.
void GraphImport::tidy_aliases(Node& node) {
  const auto text = [this](StringId id) { return pool().text(id); };
  const auto before = [&](StringId a, StringId b) { return text(a) < text(b); };
  std::sort(node.aliases.begin(), node.aliases.end(), before);
  std::set<std::string> taken{"", utf8::without_controls(text(node.name))};
  std::erase_if(node.aliases,
                [&](StringId a) { return !taken.insert(utf8::without_controls(text(a))).second; });
}

void GraphImport::name_nodes() {
  std::unordered_set<StringId> taken;
  for (ImportedNode& imported : nodes_) {
    Node& node = imported.node;
    name_node(imported);
    restore_id(imported);
    node.id = id_for(imported);
    if (node.name == kNoText) node.name = imported.original != kNoText ? imported.original : node.id;
    const std::string_view original = pool().text(imported.original);
    if (!taken.insert(node.id).second) {
      std::string id = std::string(pool().text(node.id)) + "-" + hex(hash64(original)).substr(8);
      while (!taken.insert(node.id = pool().intern(id)).second) id += 'x';
    }
    if (node.id != imported.original && !original.empty() && !is_counted_id(original))
      node.attributes.push_back({pool().intern("original_id"), imported.original});
    tidy_aliases(node);
    sort_attributes(node.attributes, pool());
  }
}

Graph GraphImport::finish() {
  finish_edge();
  const auto& notes = data_.notes;
  const auto lost =
      std::find_if(notes.begin(), notes.end(), [](const ReadNote& note) { return note.left_out; });
  if (nodes_.empty() && lost != notes.end()) throw Error(lost->what, lost->where);
  name_nodes();
  std::vector<Node> nodes;
  nodes.reserve(nodes_.size());
  for (ImportedNode& imported : nodes_) nodes.push_back(std::move(imported.node));
  nodes_.clear();
  return assemble(std::move(data_), std::move(nodes), std::move(edges_));
}

}  // namespace newsgraph
