// What single tools ask of a format.
#include <algorithm>
#include <string>

#include "catch.h"
#include "formats/registry.h"
#include "formats/written.h"

namespace newsgraph {
namespace {

Graph read(const std::string& bytes) {
  return find_format("json")->read(bytes, "file", 1);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++found;
  return found;
}

// The line of `text` that has `part`.
std::string line_with(const std::string& text, const std::string& part) {
  const std::size_t at = text.find(part);
  if (at == std::string::npos) return {};
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

}  // namespace

TEST_CASE("a table for Gephi has every column once, in whatever case") {
  const Graph graph = read(R"({"nodes": [{"id": "n_a", "LABEL2": 1, "label2": 2}, {"id": "n_b"}],
 "edges": [{"source": "n_a", "target": "n_b", "label": "owns", "Source": "press", "TYPE": "x"}]})");
  Losses losses;
  const Format& gephi = *find_format("gephi-csv");
  const std::string edges = test::written(gephi, gephi.parts[1], graph, &losses);
  const std::string header = edges.substr(0, edges.find('\r'));
  CHECK(header ==
        "Source,Target,Type,Kind,Id,Label,Weight,status,confidence,scope,first_date,last_date,documents,"
        "evidence,Source_,TYPE_");
  CHECK(losses["attributes renamed, for the format uses their name"] == 2);
  const std::string nodes = test::written(gephi, gephi.parts[0], graph);
  CHECK(nodes.starts_with("Id,Label,entity_type,aliases,mentions,documents,LABEL2_,label2\r\n"));
}

TEST_CASE("a table of statements says which ends are names, for reading it again") {
  const Graph graph =
      read(R"({"nodes": [{"id": "n_peru", "name": "Peru"}, {"id": "n_thing_smoking", "name": "smoking"}],
 "edges": [{"source": "n_peru", "target": "n_thing_smoking", "label": "bans"}]})");
  const std::string table = test::written("csv", graph);
  CHECK(count(table.substr(0, table.find('\r')), ",source_named,target_named,source_id,") == 1);
  CHECK(count(line_with(table, "smoking"), ",true,false,n_peru,n_thing_smoking,") == 1);
}

TEST_CASE("Cypher has one statement for many nodes of a type and many edges of a relation") {
  std::string nodes;
  std::string edges;
  for (int i = 0; i < 2500; ++i) {
    const std::string id = "\"n_" + std::to_string(i) + "\"";
    nodes += (i == 0 ? "" : ",") + ("{\"id\":" + id) + (i % 2 == 0 ? ",\"type\":\"place\"}" : "}");
    edges += (i == 0 ? "" : ",") + ("{\"source\":" + id) + ",\"target\":\"n_0\",\"label\":\"it's `so`\"}";
  }
  const std::string script =
      test::written("cypher", read("{\"nodes\":[" + nodes + "],\"edges\":[" + edges + "]}"));
  CHECK(count(script, "UNWIND split('") == 2 + 2 + 3);
  CHECK(count(script, "AS f\nMERGE (n:Entity {id: f[0]}) SET n:Place, n += {`name`: f[1], ") == 2);
  CHECK(count(script, "AS f\nMERGE (n:Entity {id: f[0]}) SET n += {`name`: f[1], ") == 2);
  CHECK(count(script,
              "MERGE (a)-[r:`it's ``so``` {edge_id: f[2]}]->(b) SET r += {`weight`: toFloat(f[3]), ") == 3);
  CHECK(count(script, "\tn_0\te_") == 2500);
}

TEST_CASE("fields of Cypher's rows are the properties that their statement reads") {
  const std::string script = test::written("cypher", read(R"({"nodes": [
 {"id": "n_a", "name": "O'Neil \\ Co", "aliases": ["One", "Two"], "founded": 1999, "share": 0.5, "listed": true, "motto": "more;"},
 {"id": "n_b", "type": "place", "name": "Bay"}],
 "edges": [{"source": "n_a", "target": "n_b", "label": "owns", "weight": 2, "note": "a\tb\nc"}]})"));
  CHECK(line_with(script, "UNWIND split('n_a") ==
        "UNWIND split('n_a\tO\\'Neil \\\\ Co\t\t\tOne\\u001eTwo\t1999\ttrue\tmore;\t0.5\t', '\\n') AS line");
  CHECK(
      count(
          script,
          "SET n += {`name`: f[1], `entity_type`: f[2], `mentions`: toInteger(f[3]), `aliases`: split(f[4], "
          "'\\u001e'), `founded`: toInteger(f[5]), `listed`: toBoolean(f[6]), `motto`: f[7], `share`: "
          "toFloat(f[8]), "
          "`documents`: toInteger(f[9])};\n") == 1);
  // Columns that no place has are not read for places.
  CHECK(line_with(script, "UNWIND split('n_b") == "UNWIND split('n_b\tBay\tplace\t\t\t', '\\n') AS line");
  // A text with a tab is kept: other separators then.
  const std::string edge = line_with(script, "UNWIND split('n_a\\u001fn_b");
  CHECK(edge.find("\\u001fa\tb c\\u001f', '\\n') AS line") != std::string::npos);
  CHECK(count(script, "WITH [x IN split(line, '\\u001f') | ") == 1);
}

TEST_CASE("long evidence makes smaller batches of Cypher") {
  std::string edges;
  const std::string evidence(10'000, 'x');
  for (int i = 0; i < 250; ++i)
    edges += (i == 0 ? "" : ",") + ("{\"source\":\"n_" + std::to_string(i)) +
             "\",\"target\":\"n_0\",\"label\":\"owns\",\"evidence\":\"" + evidence + "\"}";
  const std::string script =
      test::written("cypher", read("{\"nodes\":[{\"id\":\"n_0\"}],\"edges\":[" + edges + "]}"));
  CHECK(count(script, "-[r:`owns`") == 10);
}

TEST_CASE("DOT says everything at the nodes and edges, and the rest at the end, for Gephi") {
  const std::string dot =
      test::written("dot", read(R"({"nodes": [{"id": "n_a", "name": "AT&T &amp; &#228; Co"}, {"id": "n_b"}],
 "edges": [{"source": "n_a", "target": "n_b", "label": "owns", "weight": 2}]})"));
  CHECK(count(dot, "graph [") == 1);
  CHECK(count(dot, "node [") == 0);
  CHECK(count(dot, "edge [") == 0);
  CHECK(dot.find("graph [") > dot.find("->"));
  CHECK(line_with(dot, "\"n_a\" [").find("label=\"AT&T &amp;amp; &amp;#228;\\nCo\"") != std::string::npos);
  CHECK(line_with(dot, "->").find("weight=2") != std::string::npos);
}

TEST_CASE("FollowTheMoney gets ids and links that its model takes") {
  const std::string ftm = test::written(
      "ftm", read(R"({"nodes": [{"id": "n_orla", "name": "Orla Works", "entity_type": "organization"},
 {"id": "n_pigeon", "name": "Pigeon Post", "entity_type": "product"}, {"id": "n_nest", "name": "Nest", "entity_type": "product"},
 {"id": "n_fjord", "name": "Fjord", "entity_type": "organization"}, {"id": "n_jo", "name": "Jo Roe", "entity_type": "person"},
 {"id": "n_x_", "name": "Somebody"}],
 "edges": [{"source": "n_orla", "target": "n_pigeon", "label": "owns", "first_date": "2024-02-30"},
 {"source": "n_orla", "target": "n_fjord", "label": "owns", "first_date": "2024-03"}, {"source": "n_pigeon", "target": "n_nest", "label": "owns"},
 {"source": "n_nest", "target": "n_fjord", "label": "represents"}, {"source": "n_nest", "target": "n_fjord", "label": "part_of"},
 {"source": "n_orla", "target": "n_jo", "label": "owns"}, {"source": "n_jo", "target": "n_fjord", "label": "part_of"},
 {"source": "n_x_", "target": "n_fjord", "label": "represents"}]})"));
  CHECK(line_with(ftm, R"("name":["Orla Works"])").starts_with(R"({"id":"n-orla","schema":"Organization")"));
  CHECK(line_with(ftm, R"("name":["Fjord"])").starts_with(R"({"id":"n-fjord","schema":"Company")"));
  CHECK(line_with(ftm, R"("name":["Somebody"])").find(R"("schema":"LegalEntity")") != std::string::npos);
  CHECK(line_with(ftm, R"("name":["Somebody"])").starts_with(R"({"id":"n-x--)"));
  CHECK(line_with(ftm, R"("owner":["n-orla"],"asset":["n-pigeon"])").find("startDate") == std::string::npos);
  CHECK(line_with(ftm, R"("owner":["n-orla"],"asset":["n-fjord"])").find(R"("startDate":["2024-03"])") !=
        std::string::npos);
  CHECK(count(ftm, R"("subject":["n-pigeon"],"object":["n-nest"],"role":["owns"])") == 1);
  CHECK(count(ftm, R"("subject":["n-nest"],"object":["n-fjord"],"role":["represents"])") == 1);
  CHECK(count(ftm, R"("subject":["n-nest"],"object":["n-fjord"],"role":["part_of"])") == 1);
  CHECK(count(ftm, R"("subject":["n-orla"],"object":["n-jo"],"role":["owns"])") == 1);
  CHECK(count(ftm, R"("member":["n-jo"],"organization":["n-fjord"])") == 1);
  CHECK(count(ftm, R"("schema":"Representation")") == 1);
  CHECK(count(ftm, "\"n_") + count(ftm, "\"e_") == 0);
}

TEST_CASE("what FollowTheMoney does not hold is told in the order in which it makes sense") {
  Losses losses;
  test::written("ftm",
                read(R"({"nodes": [{"id": "n_orla", "name": "Orla Works", "entity_type": "organization"},
 {"id": "n_rule", "name": "import rule", "entity_type": "act"}],
 "edges": [{"source": "n_orla", "target": "n_rule", "label": "denounces"},
 {"source": "n_orla", "target": "n_orla", "label": "bans", "first_date": "2024-02-30"}]})"),
                &losses);
  std::vector<std::string> told;
  for (const auto& [what, count] : losses) told.push_back(std::to_string(count) + " " + what);
  CHECK(told == std::vector<std::string>{"1 nodes of types without a FollowTheMoney schema left out",
                                         "1 edges of such nodes left out",
                                         "1 relations without a FollowTheMoney schema written as UnknownLink",
                                         "1 dates that are none left out"});
}

}  // namespace newsgraph
