#include "store/store_schema.h"

#include <string>

#include "support/error.h"

namespace newsgraph {
namespace {

constexpr const char* kTables = R"sql(
CREATE TABLE documents(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT NOT NULL,
  url TEXT NOT NULL,
  file TEXT NOT NULL,
  modified TEXT NOT NULL DEFAULT '');
CREATE INDEX documents_by_url ON documents(url) WHERE url <> '';
CREATE TABLE claims(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES documents(number),
  verdict TEXT NOT NULL,
  source TEXT NOT NULL,
  relation TEXT NOT NULL,
  target TEXT NOT NULL,
  status TEXT NOT NULL,
  scope TEXT NOT NULL,
  confidence REAL NOT NULL,
  source_type TEXT NOT NULL,
  target_type TEXT NOT NULL,
  source_text TEXT NOT NULL,
  target_text TEXT NOT NULL,
  source_named INTEGER NOT NULL,
  target_named INTEGER NOT NULL,
  source_id TEXT NOT NULL,
  target_id TEXT NOT NULL,
  speaker TEXT NOT NULL,
  trigger TEXT NOT NULL,
  rule TEXT NOT NULL,
  evidence TEXT NOT NULL,
  details TEXT NOT NULL,
  decided TEXT NOT NULL DEFAULT '',
  title TEXT,
  date TEXT,
  url TEXT,
  file TEXT,
  UNIQUE(document, id));
CREATE INDEX claims_by_id ON claims(id);
CREATE INDEX claims_by_edge ON claims(source_id, relation, target_id);
CREATE INDEX claims_decided ON claims(decided) WHERE decided <> '';
CREATE TABLE entities(
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  aliases TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE decisions(
  number INTEGER PRIMARY KEY,
  line TEXT NOT NULL);
CREATE VIRTUAL TABLE sentences USING fts5(evidence, content='claims', content_rowid='number');
)sql";

constexpr const char* kViews = R"sql(
CREATE VIEW statements AS
  SELECT c.number, c.id AS claim, c.source, c.relation, c.target, c.status, c.scope, c.confidence, c.evidence,
         c.trigger, c.speaker, c.rule, c.decided, coalesce(c.date, d.date) AS date,
         coalesce(c.title, d.title) AS title, coalesce(c.url, d.url) AS url, coalesce(c.file, d.file) AS file,
         d.id AS document, c.source_id, c.target_id, c.source_type, c.target_type
  FROM claims c JOIN documents d ON d.number = c.document
  WHERE c.decided <> 'reject';
CREATE VIEW edges AS
  SELECT source_id, min(source) AS source, relation, target_id, min(target) AS target, status,
         count(*) AS weight, count(DISTINCT document) AS documents, max(confidence) AS confidence,
         coalesce(min(nullif(date, '')), '') AS first_date, max(date) AS last_date
  FROM statements WHERE source_id <> '' AND target_id <> ''
  GROUP BY source_id, relation, target_id, status;
CREATE VIEW nodes AS
  SELECT e.id, e.name, e.type, e.aliases, count(*) AS mentions, count(DISTINCT m.document) AS documents
  FROM entities e JOIN (SELECT source_id AS id, document FROM statements
                        UNION ALL SELECT target_id, document FROM statements) m ON m.id = e.id
  GROUP BY e.id;
)sql";

// Version 2: claims of one document may have come from several places, as the rows of a table do; the file of
// an article is kept only where it has no address.
constexpr const char* kToSecond = R"sql(
ALTER TABLE claims ADD COLUMN title TEXT;
ALTER TABLE claims ADD COLUMN date TEXT;
ALTER TABLE claims ADD COLUMN url TEXT;
ALTER TABLE claims ADD COLUMN file TEXT;
UPDATE documents SET file = '' WHERE url <> '' AND file <> '';
)sql";

// Version 3: of two copies of an article the one that was changed last counts.
constexpr const char* kToThird = R"sql(
ALTER TABLE documents ADD COLUMN modified TEXT NOT NULL DEFAULT '';
)sql";

// They are made anew whenever tables change.
constexpr const char* kWithoutViews = R"sql(
DROP VIEW IF EXISTS nodes;
DROP VIEW IF EXISTS edges;
DROP VIEW IF EXISTS statements;
)sql";

std::int64_t pragma(Database& database, const char* sql) {
  SqlStatement statement(database, sql);
  const std::int64_t value = statement.step() ? statement.integer(0) : 0;
  return value;
}

// What is the same whether the tables were made or changed.
void finish_schema(Database& database) {
  database.execute(kViews);
  const std::string mark = "PRAGMA user_version = " + std::to_string(kStoreVersion);
  database.execute(mark.c_str());
}

}  // namespace

bool looks_like_store(std::string_view start) {
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  return start.starts_with(kMagic);
}

void create_store(Database& database) {
  const std::string mark = "PRAGMA application_id = " + std::to_string(kStoreApplication);
  database.execute(mark.c_str());
  database.execute(kTables);
  finish_schema(database);
}

bool is_empty(Database& database) {
  return pragma(database, "SELECT count(*) FROM sqlite_schema") == 0;
}

std::int64_t require_store(Database& database) {
  if (pragma(database, "PRAGMA application_id") != kStoreApplication) {
    throw Error("is a database, but no store of newsgraph", database.name(),
                "\"newsgraph export … -o store.sqlite\" makes one.");
  }
  const std::int64_t version = pragma(database, "PRAGMA user_version");
  if (version > kStoreVersion)
    throw Error("is a store of a later version", database.name(), "Use a newsgraph that is as new as it.");
  // A view in place of a table would run what a stranger wrote.
  if (pragma(database,
             "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN "
             "('documents', 'claims', 'entities', 'decisions')") != 4)
    throw Error("is a store, but not a whole one", database.name());
  return version;
}

void upgrade_store(Database& database, std::int64_t version) {
  if (version >= kStoreVersion) return;
  database.execute(kWithoutViews);
  if (version < 2) database.execute(kToSecond);
  if (version < 3) database.execute(kToThird);
  finish_schema(database);
}

}  // namespace newsgraph
