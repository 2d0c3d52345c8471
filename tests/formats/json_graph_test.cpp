// JSON graphs of many tools, in the forms that they write.
#include <string>

#include "catch.h"
#include "formats/described.h"
#include "formats/registry.h"
#include "support/error.h"

namespace newsgraph {
namespace {

using test::describe;
using test::notes_of;

Graph read(const std::string& bytes) {
  return find_format("json")->read(bytes, "file", 1);
}

// What all of these say.
constexpr const char* kOwns =
    "n_orla-works|Orla Works|\n"
    "n_pigeon-post|Pigeon Post|\n"
    "n_orla-works>owns>n_pigeon-post*1.0\n";
constexpr const char* kTyped =
    "n_orla-works|Orla Works|Company\n"
    "n_pigeon-post|Pigeon Post|Product\n"
    "n_orla-works>owns>n_pigeon-post*1.0\n";

}  // namespace

TEST_CASE("ends of edges that are positions in the list of nodes") {
  const Graph graph =
      read(R"({"nodes": [{"id": "Orla Works", "group": 1}, {"id": "Pigeon Post"}, {"id": "Nordland"}],
 "links": [{"source": 0, "target": 1, "relation": "owns", "value": 3}, {"source": 2, "target": 1, "type": "bans"}]})");
  CHECK(describe(graph) ==
        "n_nordland|Nordland||original_id='Nordland'\n"
        "n_orla-works|Orla Works||group=1|original_id='Orla Works'\n"
        "n_pigeon-post|Pigeon Post||original_id='Pigeon Post'\n"
        "n_nordland>bans>n_pigeon-post*1.0\n"
        "n_orla-works>owns>n_pigeon-post*3.0\n");
  CHECK(notes_of(graph) == "? file: the ends of edges are positions in the list of nodes, counted from 0\n");
}

TEST_CASE("positions before the nodes, counted from 1, and as texts") {
  const char* const graphs[] = {
      R"({"links": [{"source": 0, "target": 1, "label": "owns"}], "nodes": [{"name": "Orla Works"}, {"name": "Pigeon Post"}]})",
      R"({"links": [{"source": 1, "target": 2, "label": "owns"}], "nodes": [{"name": "Orla Works"}, {"name": "Pigeon Post"}]})",
      R"({"nodes": [{"name": "Orla Works"}, {"name": "Pigeon Post"}], "links": [{"source": "0", "target": "1", "label": "owns"}]})",
  };
  for (const char* bytes : graphs) {
    const Graph graph = read(bytes);
    CAPTURE(bytes);
    REQUIRE(boost::num_vertices(graph) == 2);
    const EdgeView edge = *edge_views(graph).begin();
    CHECK(edge.source().name() == "Orla Works");
    CHECK(edge.target().name() == "Pigeon Post");
  }
}

TEST_CASE("numbers that are ids of nodes stay ids") {
  CHECK(describe(read(R"({"nodes": [{"id": 1, "label": "Pigeon Post"}, {"id": 0, "label": "Orla Works"}],
 "edges": [{"from": 0, "to": 1, "label": "owns"}]})")) == kOwns);
  // Position 1 is the second node, whose id is 2.
  const Graph graph = read(R"({"nodes": [{"id": 1, "label": "Orla Works"}, {"id": 2, "label": "Pigeon Post"}],
 "links": [{"source": 0, "target": 1, "label": "owns"}]})");
  CHECK(describe(graph) == kOwns);
}

TEST_CASE("a position of a node without id and name") {
  const Graph graph = read(R"({"nodes": [{"name": "Orla Works"}, {"size": 3}, {"name": "Pigeon Post"}],
 "links": [{"source": 0, "target": 2, "label": "owns"}, {"source": 0, "target": 1, "label": "owns"}]})");
  CHECK(boost::num_edges(graph) == 1);
  CHECK((*edge_views(graph).begin()).target().name() == "Pigeon Post");
  CHECK(notes_of(graph) ==
        "- file: node 2: has neither an id nor a name\n"
        "? file: the ends of edges are positions in the list of nodes, counted from 0\n"
        "- file: an edge has a node without id or name as its end\n");
}

TEST_CASE("ends that are whole nodes") {
  CHECK(describe(read(R"({"nodes": [{"id": 7, "name": "Orla Works"}, {"id": 8, "name": "Pigeon Post"}],
 "links": [{"source": {"id": 7, "name": "Orla Works"}, "target": {"id": 8, "name": "Pigeon Post"}, "relation": "owns"}]})")) ==
        kOwns);
  // LangChain's graph documents, whose nodes may only stand at the edges.
  CHECK(describe(read(R"([{"nodes": [{"id": "Orla Works", "type": "Company", "properties": {}}],
 "relationships": [{"source": {"id": "Orla Works", "type": "Company"}, "target": {"id": "Pigeon Post", "type": "Product"}, "type": "owns", "properties": {"since": 2019}}],
 "source": {"page_content": "…", "metadata": {}}}])")) ==
        "n_orla-works|Orla Works|Company|original_id='Orla Works'\n"
        "n_pigeon-post|Pigeon Post|Product|original_id='Pigeon Post'\n"
        "n_orla-works>owns>n_pigeon-post*1.0|since=2019\n");
}

TEST_CASE("edges that name their nodes instead of giving ids") {
  const Graph graph = read(R"({"nodes": [{"id": 1, "name": "Orla Works"}, {"id": 2, "name": "Pigeon Post"}],
 "links": [{"source": "Orla Works", "target": "Pigeon Post", "label": "owns"}]})");
  CHECK(describe(graph) == kOwns);
  CHECK(notes_of(graph).empty());
}

TEST_CASE("relations and types under the names that tools have for them") {
  const char* const edges[] = {
      R"("source": 1, "target": 2, "type": "owns")",
      R"("source": 1, "target": 2, "predicate": "biolink:owns")",
      R"("source": 1, "target": 2, "labelE": "owns")",
      R"("source": 1, "target": 2, "relationship": "owns")",
      R"("source": 1, "target": 2, "edge_type": "owns", "type": "arrow")",
      R"("from": 1, "to": 2, "label": "owns")",
      R"("subject": 1, "predicate": "owns", "object": 2)",
      R"("startNode": 1, "endNode": 2, "type": "owns", "properties": {})",
      R"("fromNode": 1, "fromSide": null, "toNode": 2, "label": "owns")",
      R"("outV": 1, "inV": 2, "label": "owns")",
      R"("_from": 1, "_to": 2, "relation": "owns")",
      R"("tail": 1, "head": 2, "label": "owns")",
      R"("source": 1, "target": 2, "key": "owns")",
      R"("source": 1, "target": 2, "data": {"label": "owns"})",
  };
  const char* const nodes[] = {
      R"({"id": 1, "name": "Orla Works", "type": "Company"}, {"id": 2, "name": "Pigeon Post", "type": "Product"})",
      R"({"id": 1, "label": "Orla Works", "labelV": "Company"}, {"id": 2, "label": "Pigeon Post", "category": ["biolink:Product"]})",
      R"({"id": 1, "labels": ["Company", "Firm"], "properties": {"name": "Orla Works"}}, {"id": 2, "label": "Product", "properties": {"name": "Pigeon Post"}})",
      R"({"id": 1, "title": "Orla Works", "node_type": "Company"}, {"id": 2, "caption": "Pigeon Post", "entityType": "Product"})",
      R"({"key": 1, "attributes": {"name": "Orla Works", "entity_type": "Company"}}, {"_id": 2, "name": "Pigeon Post", "group": "x", "class": "Product"})",
  };
  for (const char* edge : edges) {
    CAPTURE(edge);
    const Graph graph = read(std::string(R"({"nodes": [)") + nodes[0] + R"(], "edges": [{)" + edge + "}]}");
    const EdgeView only = *edge_views(graph).begin();
    CHECK(only.source().name() == "Orla Works");
    CHECK(only.relation() == "owns");
    CHECK(only.target().name() == "Pigeon Post");
  }
  for (const char* both : nodes) {
    CAPTURE(both);
    const Graph graph = read(std::string(R"({"nodes": [)") + both +
                             R"(], "links": [{"source": 1, "target": 2, "label": "owns"}]})");
    std::string all;
    for (const NodeView node : node_views(graph))
      all += std::string(node.name()) + "|" + std::string(node.type()) + "\n";
    CHECK(all == "Orla Works|Company\nPigeon Post|Product\n");
  }
}

TEST_CASE("how an edge is drawn is no relation") {
  const Graph graph = read(
      R"({"nodes": [{"id": "a1b"}, {"id": "b2c"}], "edges": [{"source": "a1b", "target": "b2c", "type": "Directed"}]})");
  CHECK((*edge_views(graph).begin()).relation().empty());
}

TEST_CASE("JSON Canvas, as Obsidian writes it") {
  const Graph graph = read(
      R"({"nodes": [{"id": "0123456789abcdef", "type": "text", "text": "# [[Orla Works]]\nfounded 1988", "x": 0, "y": 0, "width": 250, "height": 60},
 {"id": "fedcba9876543210", "type": "file", "file": "notes/Pigeon Post.md", "x": 300, "y": 0, "width": 250, "height": 60}],
 "edges": [{"id": "00000000000000aa", "fromNode": "0123456789abcdef", "fromSide": "right", "toNode": "fedcba9876543210", "toSide": "left", "label": "owns"}]})");
  const EdgeView edge = *edge_views(graph).begin();
  CHECK(edge.source().name() == "Orla Works");
  CHECK(edge.source().id() == "n_orla-works");
  CHECK(edge.source().type().empty());
  CHECK(edge.relation() == "owns");
  CHECK(edge.target().name() == "Pigeon Post");
}

TEST_CASE("lists of nodes and edges under other names, and without objects") {
  CHECK(
      describe(read(
          R"({"vertices": [{"_id": 1, "name": "Orla Works"}, {"_id": 2, "name": "Pigeon Post"}], "relationships": [{"from": 1, "to": 2, "type": "owns"}]})")) ==
      kOwns);
  CHECK(
      describe(read(
          R"({"graph": {"mode": "NORMAL", "vertices": [{"_id": 1, "name": "Orla Works"}, {"_id": 2, "name": "Pigeon Post"}], "edges": [{"_id": 9, "_outV": 1, "_inV": 2, "_label": "owns"}]}})")) ==
      kOwns);
  const Graph graph = read(
      R"({"nodes": ["Orla Works", "Pigeon Post"], "edges": [["Orla Works", "Pigeon Post", "owns"]], "style": {"color": "red"}})");
  CHECK((*edge_views(graph).begin()).relation() == "owns");
  CHECK(notes_of(graph) == "? file: members that are not used: style\n");
}

TEST_CASE("an array of records, as APOC exports it") {
  CHECK(describe(
            read(R"([{"type": "node", "id": "0", "labels": ["Company"], "properties": {"name": "Orla Works"}},
 {"type": "node", "id": "1", "labels": ["Product"], "properties": {"name": "Pigeon Post"}},
 {"id": "0", "type": "relationship", "label": "owns", "start": {"id": "0", "labels": ["Company"]}, "end": {"id": "1", "labels": ["Product"]}}])")) ==
        kTyped);
}

TEST_CASE("an edge that lacks an end is named, the others are read") {
  const Graph graph = read(R"({"nodes": [{"id": 1, "name": "Orla Works"}, {"id": 2, "name": "Pigeon Post"}],
 "edges": [{"source": 1, "label": "bans"}, {"source": 1, "target": 2, "label": "owns"}, {"source": null, "target": 2}]})");
  CHECK(describe(graph) == kOwns);
  CHECK(notes_of(graph) ==
        "- file: edge 1: does not name its two ends\n- file: edge 3: does not name its two ends\n");
}

TEST_CASE("nodes and edges without direction are read with a word about it") {
  const Graph graph = read(
      R"({"directed": false, "multigraph": false, "graph": [["name", "G"]], "nodes": [{"id": "a1b"}, {"id": "b2c"}], "links": [{"source": "a1b", "target": "b2c"}]})");
  CHECK(notes_of(graph) ==
        "? file: edges without a direction are read as leading from their source to their target\n");
}

TEST_CASE("elements of Cytoscape.js in one list") {
  const char* const graphs[] = {
      R"({"elements": [{"data": {"id": "1", "label": "Orla Works"}}, {"data": {"id": "2", "label": "Pigeon Post"}}, {"data": {"id": "e", "source": "1", "target": "2", "label": "owns"}}]})",
      R"([{"group": "nodes", "data": {"id": "1", "label": "Orla Works"}}, {"data": {"id": "2", "label": "Pigeon Post"}}, {"group": "edges", "data": {"source": "1", "target": "2", "label": "owns"}}])",
  };
  for (const char* bytes : graphs) {
    const Graph graph = find_format("cyjs")->read(bytes, "file", 1);
    const EdgeView edge = *edge_views(graph).begin();
    CHECK(edge.source().name() == "Orla Works");
    CHECK(edge.relation() == "owns");
    CHECK(edge.target().name() == "Pigeon Post");
  }
}

TEST_CASE("a node without an id costs the other formats of JSON nothing else") {
  const Graph jgf = find_format("jgf")->read(
      R"({"graph": {"nodes": [{"id": "a1b"}, {"label": "lost"}], "edges": [{"source": "a1b", "target": "a1b"}, {"source": "a1b"}]}})",
      "file", 1);
  CHECK(boost::num_vertices(jgf) == 1);
  CHECK(boost::num_edges(jgf) == 1);
  CHECK(data(jgf).notes.size() == 2);
  CHECK_THROWS_AS(find_format("graphology")->read(R"({"nodes": [{"id": 1}]})", "x", 1), Error);
}

TEST_CASE("graphs of Neo4j's browser and server, of LightRAG, of triples with numbers") {
  const char* const graphs[] = {
      R"([{"n":{"identity":5,"labels":["Company"],"properties":{"name":"Orla Works"}},
           "r":{"identity":0,"start":5,"end":6,"type":"owns","properties":{}},
           "m":{"identity":6,"labels":["Product"],"properties":{"name":"Pigeon Post"}}}])",
      R"({"results":[{"columns":["p"],"data":[{"graph":{
           "nodes":[{"id":"5","labels":["Company"],"properties":{"name":"Orla Works"}},
                    {"id":"6","labels":["Product"],"properties":{"name":"Pigeon Post"}}],
           "relationships":[{"id":"0","type":"owns","startNode":"5","endNode":"6","properties":{}}]}}]}],"errors":[]})",
      R"({"entities":[{"id":1,"name":"Orla Works","type":"Company"},{"id":2,"name":"Pigeon Post","type":"Product"}],
          "relations":[{"head":1,"tail":2,"relation":"owns"}]})",
      R"({"nodes":[{"data":{"id":"a","name":"Orla Works"}},{"data":{"id":"b","name":"Pigeon Post"}}],
          "edges":[{"data":{"source":"a","target":"b","relation":"owns"}}]})",
      R"({"graph":{"nodes":[{"id":"a","label":"Orla Works"},{"id":"b","label":"Pigeon Post"}],
          "links":[{"from":"a","to":"b","label":"owns"}]}})"};
  for (const char* bytes : graphs) {
    CAPTURE(bytes);
    const Graph graph = read(bytes);
    REQUIRE(boost::num_edges(graph) == 1);
    const EdgeView edge = *edge_views(graph).begin();
    CHECK(edge.source().name() == "Orla Works");
    CHECK(edge.relation() == "owns");
    CHECK(edge.target().name() == "Pigeon Post");
  }
}

}  // namespace newsgraph
