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
  kFeed,   // RSS or Atom
  // Hold documents of other kinds:
  kWarc,     // web archive, WET too
  kMail,     // a mail, also a saved page as MHTML
  kMbox,     // mails one after the other
  kOffice,   // one text document: Word's or OpenDocument's, which is a ZIP archive
  kArchive,  // ZIP, tar or 7z
  // Handed on unread:
  kClaims,      // claims as `newsgraph claims` writes them, one JSON object a line
  kClaimTable,  // the same as a table, as `newsgraph claims` and `export` write it
  kStore,       // a SQLite database of claims
  kNodeLink,    // graph, node-link JSON ("links" or "edges")
  kJgf,         // graph, JSON Graph Format v1 or v2
  kCytoscape,   // graph, Cytoscape JSON
  kGraphology,  // graph, graphology JSON
  kGraphTable,  // nodes or edges, or both, as CSV or TSV
  kGraphLines,  // nodes and edges, one JSON object a line
  kGraphml,
  kGexf,
  kPage,  // graph, a page that newsgraph wrote
};

// Whether the documents stage hands the input on unread, to the stages that know graphs and claims.
constexpr bool handed_on(InputKind kind) {
  return kind >= InputKind::kClaims;
}

// Whether its reader takes the bytes as they are: they are no text, or say themselves how they are encoded.
constexpr bool takes_bytes(InputKind kind) {
  return kind == InputKind::kHtml || (kind >= InputKind::kWarc && kind <= InputKind::kArchive);
}

}  // namespace newsgraph
