// Claims and entities to a graph.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "claims/record/claim.h"
#include "entities/entity.h"
#include "graph/edge_row.h"
#include "graph/graph.h"

namespace newsgraph {

class EntityResolver;
class EntityTable;
class GraphCorrector;

// One edge for each (subject, relation, object, status), or one for each statement.
enum class EdgeMode : std::uint8_t { merged, statements };

// Whether actors are replaced by what they represent or are part of: up to the organization that
// they belong to, or further up to the state.
enum class Rollup : std::uint8_t { none, organization, state };

struct BuildOptions {
  EdgeMode edges = EdgeMode::merged;
  Rollup rollup = Rollup::none;
  bool links = false;    // part_of and represents as edges
  bool unnamed = false;  // also arguments that are no names, as nodes of type thing
  std::vector<std::string> unnamed_objects = {"bans"};  // relations whose objects need no name anyway
};

// What became of the claims.
struct BuildReport {
  std::uint64_t statements = 0;    // behind the edges
  std::uint64_t repeated = 0;      // same document, sentence, arguments, relation and status: counted once
  std::uint64_t unnamed = 0;       // left out because an argument is no name
  std::uint64_t rolled_loops = 0;  // left out because roll-up made subject and object one
};

// Takes claims, entities and graphs in any order and builds a graph that does not depend on that
// order. A claim's arguments carry their entity ids; where an id comes with no Entity, the node is
// named by its most frequent name. An unnamed argument may have no id: it gets one from its text.
class GraphBuilder {
 public:
  explicit GraphBuilder(const BuildOptions& options = {});
  ~GraphBuilder();
  GraphBuilder(GraphBuilder&&) noexcept;
  GraphBuilder& operator=(GraphBuilder&&) noexcept;

  // A second Entity of the same id adds its aliases and links. Entities that no edge needs give no
  // node.
  void add(const Entity& entity);
  void add(const Claim& claim);
  // What was found in the document so far counts no more; rows of tables about it stay.
  void drop_document(const std::string& id);
  // Rows of a relation table. resolve_rows() has to follow before build().
  void add(std::span<const EdgeRow> rows);
  // Resolves the names of the rows that were added, each once, on `jobs` threads, and adds their entities to
  // `entities`, as often as rows name them.
  void resolve_rows(const EntityResolver& resolver, EntityTable& entities, unsigned jobs);
  // A graph that was read from a file: its nodes stay even where they have no edge. Edges with
  // statements are taken apart and merged with everything else; those without are kept as they are,
  // and are one where ids, ends and relation are the same.
  // With a corrector, nodes, edges and statements are what it makes of them.
  void add(const Graph& graph, const GraphCorrector* corrector = nullptr);

  // Builds and empties the builder. Throws std::logic_error where rows are not resolved.
  Graph build(BuildReport* report = nullptr);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsgraph
