#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "catch.h"
#include "claims/record/claim_json.h"
#include "decisions/decision_json.h"
#include "store/store_reader.h"
#include "store/store_schema.h"
#include "store/store_writer.h"
#include "support/error.h"

using namespace newsgraph;

namespace {

struct Folder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("store-" + std::to_string(::getpid()));
  std::string file = (path / "all.sqlite").string();
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
};

Claim claim(const std::string& document, const std::string& subject, const std::string& object) {
  Claim claim;
  claim.document = {document, "A title", "2025-03-04", "https://news.example/" + document, ""};
  claim.subject = {subject, "organization", subject, "n_" + subject, {"'=x", "Other"}, true, {0, 4}};
  claim.relation = "owns";
  claim.object = {object, "product", "it", "n_" + object, {}, true, {9, 11}};
  claim.status = Status::planned;
  claim.scope = "in May";
  claim.speaker = Argument{"Ada", "person", "she", "n_ada", {}, true, {20, 23}};
  claim.confidence = 0.93;
  claim.trigger = Trigger{"owns", {5, 9}};
  claim.rule = "verb:own";
  claim.evidence = {subject + " owns it, Ada said.", {0, 24}};
  claim.id = claim_id(claim);
  return claim;
}

Document document(const std::string& id, const std::string& text) {
  Document document;
  document.id = id;
  document.url = "https://news.example/" + id;
  document.text = text;
  return document;
}

std::vector<std::string> lines_of(StoreReader reader) {
  std::vector<std::string> lines;
  const auto take = [&](std::vector<Claim>&& claims) {
    for (const Claim& each : claims) lines.push_back(claim_to_json(each));
  };
  reader.read_claims(take, [](const std::string& where, const std::string& reason) { FAIL(where + reason); });
  return lines;
}

std::int64_t number(const std::string& file, const char* sql) {
  Database database(file, Database::Mode::read);
  SqlStatement statement(database, sql);
  REQUIRE(statement.step());
  return statement.integer(0);
}

}  // namespace

TEST_CASE("claims come out of a store as they went in, byte for byte") {
  const std::vector<Claim> claims = {claim("d-1", "Orla", "Pim"), claim("d-2", "=Pim", "Quux")};
  StoreWriter writer;
  for (const Claim& each : claims) writer.add(each);
  writer.commit();
  const auto lines = lines_of(StoreReader(Database::of_bytes(writer.bytes(), "bytes")));
  REQUIRE(lines.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) CHECK(lines[i] == claim_to_json(claims[i]));
}

TEST_CASE("rows of one table keep date, title, address and file of their own") {
  std::vector<Claim> rows = {claim("links.csv", "Kenya", "Pim"), claim("links.csv", "Orla", "Pim"),
                             claim("links.csv", "Orla", "Quux")};
  for (Claim& row : rows) row.document = {"links.csv", "", "2025-05-06", "", "links.csv:2"};
  rows[1].document = {"links.csv", "A title", "2025-05-07", "", "links.csv:3"};
  rows[2].document = {"links.csv", "", "", "https://news.example/3", ""};
  const Folder folder;
  StoreWriter writer(folder.file);
  for (const Claim& each : rows) writer.add(each);
  writer.commit();
  const auto lines = lines_of(StoreReader(folder.file));
  REQUIRE(lines.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) CHECK(lines[i] == claim_to_json(rows[i]));
  CHECK(number(folder.file, "SELECT count(*) FROM documents") == 1);
  CHECK(number(folder.file,
               "SELECT count(*) FROM statements WHERE date = '2025-05-07' AND title = 'A title' "
               "AND file = 'links.csv:3'") == 1);
  CHECK(number(folder.file, "SELECT count(*) FROM statements WHERE date = '' AND file = ''") == 1);
  CHECK(number(folder.file, "SELECT count(*) FROM edges WHERE last_date = '2025-05-07'") == 1);
}

TEST_CASE("of the same claim twice in one run the surer and earlier stays, a later run takes its place") {
  const Folder folder;
  Claim row = claim("links.csv", "Orla", "Pim");
  const auto dated = [&](const char* date, double confidence) {
    row.document = {"links.csv", "", date, "", "links.csv:" + std::string(date)};
    row.confidence = confidence;
    return row;
  };
  const auto add_all = [&](const std::vector<Claim>& claims) {
    StoreWriter writer(folder.file);
    for (const Claim& each : claims) writer.add(each);
    writer.commit();
    const auto lines = lines_of(StoreReader(folder.file));
    REQUIRE(lines.size() == 1);
    CHECK(number(folder.file, "SELECT count(*) FROM sentences WHERE sentences MATCH 'orla'") == 1);
    return lines[0];
  };
  const Claim first = dated("2025-05-06", 0.5);
  const Claim second = dated("2025-05-07", 0.5);
  CHECK(add_all({first, second}) == claim_to_json(first));
  CHECK(add_all({second}) == claim_to_json(second));
  CHECK(add_all({second, first}) == claim_to_json(first));
  const Claim surer = dated("2025-05-08", 0.75);
  CHECK(add_all({first, surer, second}) == claim_to_json(surer));
}

TEST_CASE("an article with an address has no file in the store") {
  const Folder folder;
  StoreWriter writer(folder.file);
  Document article = document("d-1", "Orla owns Pim.");
  article.file = "a.txt";
  CHECK_FALSE(writer.knows(article));
  writer.add(claim("d-1", "Orla", "Pim"));
  article.text = "Orla still owns Pim.";
  CHECK_FALSE(writer.knows(article));
  writer.add(claim("d-1", "Orla", "Pim"));
  article = document("d-2", "Orla owns Pim.");
  article.url.clear();
  article.file = "b.txt";
  CHECK_FALSE(writer.knows(article));
  writer.commit();
  CHECK(number(folder.file, "SELECT count(*) FROM documents WHERE url <> '' AND file <> ''") == 0);
  CHECK(number(folder.file, "SELECT count(*) FROM documents WHERE file = 'b.txt'") == 1);
  CHECK(lines_of(StoreReader(folder.file))[0] == claim_to_json(claim("d-1", "Orla", "Pim")));
}

TEST_CASE("a store of the first version is read, and brought to the present one when it is written") {
  const Folder folder;
  Claim row = claim("links.csv", "Orla", "Quux");
  row.document = {"links.csv", "", "2025-05-06", "", "links.csv:2"};
  {
    StoreWriter writer(folder.file);
    writer.add(claim("d-1", "Orla", "Pim"));
    writer.add(row);
    writer.commit();
    Database first(folder.file, Database::Mode::write);
    first.execute("DROP VIEW nodes; DROP VIEW edges; DROP VIEW statements");
    first.execute("ALTER TABLE documents DROP COLUMN modified");
    for (const char* column : {"title", "date", "url", "file"})
      first.execute(("ALTER TABLE claims DROP COLUMN " + std::string(column)).c_str());
    first.execute(
        "CREATE VIEW statements AS SELECT c.id, d.date FROM claims c JOIN documents d ON d.number = "
        "c.document;"
        "UPDATE documents SET file = 'a.txt' WHERE id = 'd-1'; PRAGMA user_version = 1");
  }
  const std::vector<std::string> before = {claim_to_json(claim("d-1", "Orla", "Pim")), claim_to_json(row)};
  CHECK(lines_of(StoreReader(folder.file)) == before);
  {
    StoreWriter writer(folder.file);  // not committed
  }
  CHECK(number(folder.file, "PRAGMA user_version") == 1);
  StoreWriter writer(folder.file);
  row.document = {"links.csv", "", "2025-05-07", "", "links.csv:3"};
  writer.add(row);
  writer.commit();
  CHECK(number(folder.file, "PRAGMA user_version") == kStoreVersion);
  CHECK(lines_of(StoreReader(folder.file)) == std::vector<std::string>{before[0], claim_to_json(row)});
  CHECK(number(folder.file, "SELECT count(*) FROM edges WHERE last_date = '2025-05-07'") == 1);
}

TEST_CASE("the same claims make the same store") {
  const auto bytes = [] {
    StoreWriter writer;
    writer.add(claim("d-1", "Orla", "Pim"));
    writer.commit();
    return writer.bytes();
  };
  CHECK(bytes() == bytes());
}

TEST_CASE("an article that is in the store is known, one that has changed takes its place") {
  const Folder folder;
  {
    StoreWriter writer(folder.file);
    CHECK_FALSE(writer.knows(document("d-1", "Orla owns Pim.")));
    writer.add(claim("d-1", "Orla", "Pim"));
    CHECK_FALSE(writer.knows(document("d-2", "Nothing.")));
    writer.commit();
  }
  StoreWriter writer(folder.file);
  CHECK(writer.knows(document("d-1", "Orla owns Pim.")));
  CHECK(writer.knows(document("d-2", "Nothing.")));
  CHECK_FALSE(writer.knows(document("d-1", "Orla owns Quux.")));
  writer.add(claim("d-1", "Orla", "Quux"));
  CHECK(writer.replaced() == 1);
  writer.commit();
  const auto lines = lines_of(StoreReader(folder.file));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("Quux") != std::string::npos);
  CHECK(number(folder.file, "SELECT count(*) FROM documents") == 2);
}

TEST_CASE("an article is known by its address where its id is made from its text") {
  const Folder folder;
  StoreWriter writer(folder.file);
  Document before = document("d-1", "Orla owns Pim.");
  CHECK_FALSE(writer.knows(before));
  writer.add(claim("d-1", "Orla", "Pim"));
  writer.commit();
  StoreWriter later(folder.file);
  Document after = document("d-9", "Orla owns Quux.");
  after.url = before.url;
  CHECK_FALSE(later.knows(after));
  later.commit();
  CHECK(number(folder.file, "SELECT count(*) FROM claims") == 0);
  CHECK(number(folder.file, "SELECT count(*) FROM documents WHERE id = 'd-9'") == 1);
}

TEST_CASE("rows of a table stay when the article that they are about has changed") {
  for (const char* id : {"https://news.example/d-1", "d-1"}) {
    CAPTURE(id);
    const Folder folder;
    Claim row = claim(id, "Ada", "Pim");
    row.document.url = "https://news.example/d-1";
    row.rule = "table";
    {
      StoreWriter writer(folder.file);
      writer.add(row);
      CHECK_FALSE(writer.knows(document("d-1", "Orla owns Pim.")));
      writer.add(claim("d-1", "Orla", "Pim"));
      CHECK(writer.replaced() == 0);
      writer.commit();
    }
    StoreWriter writer(folder.file);
    CHECK_FALSE(writer.knows(document("d-1", "Orla owns Quux.")));
    CHECK(writer.replaced() == 1);
    writer.commit();
    const auto lines = lines_of(StoreReader(folder.file));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0] == claim_to_json(row));
    std::filesystem::remove(folder.file);
  }
}

TEST_CASE("an article that gave way to another of its address is read again") {
  const Folder folder;
  Document first = document("https://news.example/d-1", "Orla owns Pim.");
  Document second = document("d-9", "Orla owns Quux.");
  second.url = first.url;
  Claim row = claim(first.id, "Ada", "Pim");
  row.rule = "table";
  for (const Document* each : {&first, &second, &first}) {
    StoreWriter writer(folder.file);
    CHECK_FALSE(writer.knows(*each));
    writer.add(row);
    writer.commit();
  }
  CHECK(number(folder.file, "SELECT count(*) FROM claims") == 1);
}

TEST_CASE("the same claim twice is one") {
  const Folder folder;
  StoreWriter writer(folder.file);
  writer.add(claim("d-1", "Orla", "Pim"));
  writer.add(claim("d-1", "Orla", "Pim"));
  writer.commit();
  CHECK(number(folder.file, "SELECT count(*) FROM claims") == 1);
}

TEST_CASE("views and the search of sentences say what is there") {
  const Folder folder;
  StoreWriter writer(folder.file);
  writer.add(claim("d-1", "Orla", "Pim"));
  writer.add(claim("d-2", "Orla", "Pim"));
  writer.add(claim("d-2", "Quux", "Pim"));
  for (const char* name : {"Orla", "Pim", "Quux"})
    writer.add(Entity{"n_" + std::string(name), name, "organization", {}, {}});
  writer.commit();
  CHECK(number(folder.file, "SELECT weight FROM edges WHERE source = 'Orla' AND target = 'Pim'") == 2);
  CHECK(number(folder.file, "SELECT mentions FROM nodes WHERE name = 'Pim'") == 3);
  CHECK(number(folder.file, "SELECT count(*) FROM statements") == 3);
  CHECK(number(folder.file, "SELECT count(*) FROM sentences WHERE sentences MATCH 'orla'") == 2);
}

TEST_CASE("rejected claims are not in the views, but come out; decisions are kept") {
  const Folder folder;
  const Claim wrong = claim("d-1", "Orla", "Pim");
  Decision decision;
  decision.verb = Verb::reject;
  decision.claim = wrong.id;
  StoreWriter writer(folder.file);
  writer.add(wrong);
  writer.set_decisions(std::vector{decision});
  writer.commit();
  CHECK(number(folder.file, "SELECT count(*) FROM statements") == 0);
  CHECK(lines_of(StoreReader(folder.file)).size() == 1);
  REQUIRE(StoreReader(folder.file).decisions().size() == 1);
  CHECK(StoreReader(folder.file).decisions()[0] == decision);
  StoreWriter later(folder.file);
  later.set_decisions({});
  later.commit();
  CHECK(number(folder.file, "SELECT count(*) FROM statements") == 1);
}

TEST_CASE("a run that is killed leaves the store as it was") {
  const Folder folder;
  {
    StoreWriter writer(folder.file);
    writer.add(claim("d-1", "Orla", "Pim"));
    writer.commit();
  }
  const pid_t child = ::fork();
  if (child == 0) {
    StoreWriter writer(folder.file);
    for (int i = 0; i < 2000; ++i) writer.add(claim("d-" + std::to_string(i), "Quux", "Pim"));
    ::raise(SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  CHECK(lines_of(StoreReader(folder.file)).size() == 1);
  CHECK(StoreWriter(folder.file).knows(document("d-9", "x")) == false);
}

TEST_CASE("of two runs at once one waits, and says so") {
  const Folder folder;
  auto first = std::make_unique<StoreWriter>(folder.file);
  first->add(claim("d-1", "Orla", "Pim"));
  std::atomic<bool> waited = false;
  std::thread second([&] {
    StoreWriter writer(folder.file, [&] { waited = true; });
    writer.add(claim("d-2", "Orla", "Pim"));
    writer.commit();
  });
  while (!waited) std::this_thread::yield();
  first->commit();
  first.reset();
  second.join();
  CHECK(lines_of(StoreReader(folder.file)).size() == 2);
}

TEST_CASE("other databases and broken ones are errors") {
  const Folder folder;
  {
    Database other(folder.file, Database::Mode::write);
    other.execute("CREATE TABLE claims(x); CREATE VIEW documents AS SELECT 1");
  }
  CHECK_THROWS_WITH(StoreReader(folder.file), Catch::Contains("no store"));
  CHECK_THROWS_WITH(StoreWriter(folder.file), Catch::Contains("no store"));
  StoreWriter writer;
  writer.add(claim("d-1", "Orla", "Pim"));
  writer.commit();
  std::string bytes = writer.bytes();
  CHECK_THROWS_AS(lines_of(StoreReader(Database::of_bytes(bytes.substr(0, 3000), "cut"))), Error);
  CHECK_THROWS_AS(StoreReader((folder.path / "missing.sqlite").string()), Error);
  CHECK_FALSE(is_store((folder.path / "missing.sqlite").string()));
}

TEST_CASE("a view in the place of a table is not read") {
  Database database = Database::in_memory("hostile");
  create_store(database);
  database.execute("DROP TABLE decisions; CREATE VIEW decisions AS SELECT 1 AS number, 'x' AS line");
  CHECK_THROWS_WITH(StoreReader(std::move(database)), Catch::Contains("not a whole one"));
}

TEST_CASE("an older copy of an article does not replace a newer one") {
  const auto dated = [](const std::string& id, const std::string& text, const std::string& date,
                        const std::string& modified = {}) {
    Document made = document(id, text);
    made.url = "https://news.example/a";
    made.date = date;
    made.modified = modified;
    return made;
  };
  const struct {
    const char* what;
    Document stored;
    Document read;
    bool older;
  } rows[] = {
      {"the same id", dated("a", "new", "2025-05-02"), dated("a", "old", "2025-05-01"), true},
      {"the same address", dated("d-1", "new", "2025-05-02"), dated("d-2", "old", "2025-05-01"), true},
      {"changed before", dated("a", "new", "2025-05-01", "2025-05-03T10:00Z"),
       dated("a", "old", "2025-05-01", "2025-05-03T09:00Z"), true},
      {"a newer one", dated("d-1", "old", "2025-05-01"), dated("d-2", "new", "2025-05-02"), false},
      {"of the same day", dated("a", "one", "2025-05-01"), dated("a", "other", "2025-05-01"), false},
      {"of no day", dated("a", "one", ""), dated("a", "other", "2025-05-01"), false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const Folder folder;
    {
      StoreWriter writer(folder.file);
      CHECK_FALSE(writer.knows(row.stored));
      writer.commit();
    }
    StoreWriter writer(folder.file);
    CHECK(writer.knows(row.read) == row.older);
    CHECK(writer.older() == (row.older ? 1 : 0));
    CHECK(writer.replaced() == (row.older ? 0 : 1));
  }
}

TEST_CASE("of two copies that one run reads the older one is forgotten with its claims") {
  for (const char* newer : {"d-2", "d-1"}) {
    CAPTURE(newer);
    const Folder folder;
    StoreWriter writer(folder.file);
    writer.knows(document("d-1", "old"));
    writer.knows(document(newer, "new"));
    writer.add(claim("d-1", "Orla", "Pim"));
    writer.forget("d-1", newer);
    writer.add(claim(newer, "Orla", "Quux"));
    writer.commit();
    CHECK(lines_of(StoreReader(folder.file)) ==
          std::vector<std::string>{claim_to_json(claim(newer, "Orla", "Quux"))});
    CHECK(StoreReader(folder.file).articles() == 1);
    CHECK(number(folder.file, "SELECT count(*) FROM sentences WHERE sentences MATCH 'Orla'") == 1);
  }
}

TEST_CASE("an entity keeps the names that several articles have for it") {
  const Folder folder;
  for (const char* alias : {"PRC", "Beijing", "China"}) {
    StoreWriter writer(folder.file);
    writer.add(Entity{"n_china", "China", "place", {alias}, {}});
    writer.commit();
  }
  CHECK(number(folder.file, "SELECT aliases = '[\"Beijing\",\"PRC\"]' FROM entities") == 1);
}
