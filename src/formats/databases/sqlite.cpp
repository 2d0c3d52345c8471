#include "formats/databases/database_formats.h"

#include <array>

#include "graph/graph_claims.h"
#include "graph/view.h"
#include "store/store_writer.h"

namespace newsgraph {
namespace {

Entity entity_of(const NodeView& node) {
  Entity entity{std::string(node.id()), std::string(node.name()), std::string(node.type()), {}, {}};
  for (std::size_t i = 0; i < node.alias_count(); ++i) entity.aliases.emplace_back(node.alias(i));
  return entity;
}

void write_store(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  StoreWriter store;
  for_each_claim(graph, [&](const Claim& claim) { store.add(claim); });
  std::uint64_t attributes = 0;
  std::uint64_t bare = 0;
  std::uint64_t alone = 0;
  for (const NodeView node : node_views(graph)) {
    store.add(entity_of(node));
    alone += degree(node.vertex(), graph) == 0;
    attributes += node.attributes().size();
  }
  for (const EdgeView edge : edge_views(graph)) {
    bare += edge.statement_count() == 0;
    attributes += edge.attributes().size();
  }
  store.commit();
  sink.write(store.bytes());
  if (bare != 0) losses["edges without statements left out"] += bare;
  if (alone != 0) losses["nodes without edges kept in the table of entities alone"] += alone;
  if (attributes != 0) losses["attributes left out"] += attributes;
}

constexpr std::array<std::string_view, 1> kExtensions{".sqlite"};
constexpr std::array kParts{Part{"", write_store}};

}  // namespace

constinit const Format kSqlite{
    "sqlite", kExtensions, "a store: claims in a SQLite database, for SQL and to be added to",
    {},       kParts,      nullptr,
    nullptr,  true};

}  // namespace newsgraph
