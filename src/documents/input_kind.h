// What an input is, told by its name or its content.
#pragma once

namespace newsgraph {

enum class InputKind {
  kText,
  kMarkdown,
  kHtml,
  kJson,   // articles or relations: an array, or an object around one
  kJsonl,  // the same, one object a line
  kTable,  // CSV or TSV of articles or relations
  // Handed on unread:
  kClaims,      // claims as `newsgraph claims` writes them, one JSON object a line
  kNodeLink,    // graph, node-link JSON ("links" or "edges")
  kJgf,         // graph, JSON Graph Format v1 or v2
  kCytoscape,   // graph, Cytoscape JSON
  kGraphology,  // graph, graphology JSON
  kGraphml,
  kGexf,
};

// Whether the documents stage hands the input on unread, to the stages that know graphs and claims.
constexpr bool handed_on(InputKind kind) {
  return kind >= InputKind::kClaims;
}

}  // namespace newsgraph
