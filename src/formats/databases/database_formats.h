// Formats for databases: Cypher for Neo4j, N-Triples for triple stores, a SQLite file.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

// A Cypher script that makes the graph in Neo4j, and may be run again.
extern const Format kCypher;

// RDF as N-Triples, statements about edges by reification or, as flavor star, by RDF-star.
extern const Format kNTriples;

// A store: claims in a SQLite file, which can be asked with SQL, added to and read again. docs/store.md.
extern const Format kSqlite;

}  // namespace newsgraph
