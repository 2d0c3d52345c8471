// Graphs in tables and in lines of JSON.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "formats/described.h"
#include "formats/tables/graph_parts.h"
#include "support/error.h"

namespace newsgraph {
namespace {

using test::describe;
using test::notes_of;

using Files = std::vector<std::pair<std::string, std::string>>;

// Of files by name and content: tables, and lines where the name says so.
std::vector<Graph> read(const Files& files, const Limits& limits = {}) {
  GraphParts parts(limits);
  for (const auto& [name, content] : files) {
    Input input(name, std::make_unique<MemorySource>(content));
    name.ends_with(".jsonl") ? parts.add_lines(input) : parts.add_table(input);
  }
  return parts.finish();
}

Graph read_one(const Files& files) {
  std::vector<Graph> graphs = read(files);
  REQUIRE(graphs.size() == 1);
  return std::move(graphs.front());
}

constexpr const char* kTyped =
    "n_orla-works|Orla Works|Company\n"
    "n_pigeon-post|Pigeon Post|Product\n"
    "n_orla-works>owns>n_pigeon-post*1.0\n";

}  // namespace

TEST_CASE("Gephi's table of edges: the type is how they are drawn, the weight counts") {
  const Graph plain = read_one({{"e.csv",
                                 "Source;Target;Type;Weight\nOrla Works;Pigeon "
                                 "Post;Directed;1\nNordland;Pigeon Post;Undirected;3\n"}});
  CHECK(describe(plain) ==
        "n_nordland|Nordland||original_id='Nordland'\n"
        "n_orla-works|Orla Works||original_id='Orla Works'\n"
        "n_pigeon-post|Pigeon Post||original_id='Pigeon Post'\n"
        "n_nordland>related>n_pigeon-post*3.0\n"
        "n_orla-works>related>n_pigeon-post*1.0\n");
  CHECK(notes_of(plain) ==
        "? e.csv: edges without a relation are called \"related\"\n"
        "? e.csv: edges without a direction are read as leading from their source to their target\n");
  const Graph labelled =
      read_one({{"e.csv", "Source,Target,Type,Id,Label,timeset,Weight\nOrla,Pigeon,Directed,0,owns,,2.5\n"}});
  CHECK((*edge_views(labelled).begin()).relation() == "owns");
  CHECK((*edge_views(labelled).begin()).weight() == 2.5);
}

TEST_CASE("Gephi's table of edges in French, with the names of the ends and a decimal comma") {
  const Graph graph =
      read_one({{"e.csv",
                 "Source;Destination;Type;Source Label;Target Label;Label;Weight\nn1;n2;Orient\u00e9;Orla "
                 "Works;Pigeon Post;owns;1,5\n"}});
  CHECK(describe(graph) ==
        "n_orla-works|Orla Works|\nn_pigeon-post|Pigeon Post|\nn_orla-works>owns>n_pigeon-post*1.5\n");
  CHECK(notes_of(graph).empty());
}

TEST_CASE("tables of nodes give edges the names of their ends, in any order of the files") {
  const Files files{
      {"a/edges.csv", "Source,Target,Type,Label\n2,1,Directed,owns\n"},
      {"a/nodes.csv", "Id,Label,timeset,entity_type\n1,Pigeon Post,,Product\n2,Orla Works,,Company\n"}};
  CHECK(describe(read_one(files)) == kTyped);
  CHECK(describe(read_one({files[1], files[0]})) == kTyped);
  // Another folder, or another beginning of the name, is another graph.
  CHECK(read({files[0], {"b/nodes.csv", files[1].second}}).size() == 2);
  CHECK(read({{"kg1_edges.csv", files[0].second}, {"kg2_nodes.csv", files[1].second}}).size() == 2);
  CHECK(read({{"kg1_edges.csv", files[0].second}, {"kg1_nodes.csv", files[1].second}}).size() == 1);
}

TEST_CASE("tables of Neo4j: APOC, neo4j-admin, Neptune") {
  CHECK(
      describe(read_one({{"all.csv",
                          "\"_id\",\"_labels\",\"name\",\"_start\",\"_end\",\"_type\",\"since\"\n\"0\",\":"
                          "Company\",\"Orla Works\",,,,\n"
                          "\"1\",\":Product\",\"Pigeon Post\",,,,\n,,,\"0\",\"1\",\"owns\",\"2019\"\n"}})) ==
      "n_orla-works|Orla Works|Company\nn_pigeon-post|Pigeon "
      "Post|Product\nn_orla-works>owns>n_pigeon-post*1.0|since='2019'\n");
  CHECK(describe(read_one({{"nodes.csv", ":ID(C),name,:LABEL,staff:int\n1,Orla Works,Company;Firm,12\n"},
                           {"nodes.2.csv", ":ID(P),name,:LABEL\n1,Pigeon Post,Product\n"},
                           {"rels.csv", ":START_ID(C),:END_ID(P),:TYPE,share:double\n1,1,owns,0.5\n"}})) ==
        "n_c-1|Orla Works|Company|original_id='C/1'|staff=12\n"
        "n_p-1|Pigeon Post|Product|original_id='P/1'\n"
        "n_c-1>owns>n_p-1*1.0|share=~0.50\n");
  // Relations without their nodes' table: the ids are the names.
  CHECK(describe(read_one({{"rels.csv", ":START_ID,:TYPE,:END_ID\nOrla Works,owns,Pigeon Post\n"}})) ==
        "n_orla-works|Orla Works||original_id='Orla Works'\n"
        "n_pigeon-post|Pigeon Post||original_id='Pigeon Post'\n"
        "n_orla-works>owns>n_pigeon-post*1.0\n");
  CHECK(describe(read_one(
            {{"vertices.csv", "~id,~label,name:String\n1,Company,Orla Works\n2,Product,Pigeon Post\n"},
             {"edges.csv", "~id,~from,~to,~label\n9,1,2,owns\n"}})) == kTyped);
}

TEST_CASE("tables of KGX and of GraphRAG") {
  CHECK(
      describe(read_one(
          {{"kg_nodes.tsv",
            "id\tcategory\tname\nX:1\tbiolink:Company|biolink:Agent\tOrla "
            "Works\nX:2\tbiolink:Product\tPigeon Post\n"},
           {"kg_edges.tsv",
            "id\tsubject\tpredicate\tobject\tknowledge_level\nu1\tX:1\tbiolink:owns\tX:2\tassertion\n"}})) ==
      "n_x-1|Orla Works|Company|original_id='X:1'\n"
      "n_x-2|Pigeon Post|Product|original_id='X:2'\n"
      "n_x-1>owns>n_x-2*1.0|knowledge_level='assertion'\n");
  const Graph rag = read_one({{"entities.csv",
                               "id,human_readable_id,title,type,description,degree\n5f0c6a1e-0b7d-4c5e-9a51-"
                               "2d1f3f6f7a10,0,ORLA WORKS,ORGANIZATION,A firm,1\n"},
                              {"relationships.csv",
                               "id,human_readable_id,source,target,description,weight,combined_degree\nx,0,"
                               "ORLA WORKS,PIGEON POST,Orla Works owns Pigeon Post,8.0,2\n"}});
  const EdgeView edge = *edge_views(rag).begin();
  CHECK(edge.source().type() == "ORGANIZATION");
  CHECK(edge.relation() == "related");
  CHECK(edge.weight() == 8);
  CHECK(edge.target().name() == "PIGEON POST");
}

TEST_CASE("rows that are no nodes and no edges are named") {
  const Graph graph =
      read_one({{"e.csv", "Source,Target,Weight\nOrla,Pigeon,1\nOrla,,1\nOrla,Pigeon\n,,\n"}});
  CHECK(boost::num_edges(graph) == 1);
  CHECK(notes_of(graph) ==
        "? e.csv: edges without a relation are called \"related\"\n"
        "- e.csv:3: an edge has no target\n"
        "- e.csv:4: 2 columns where the header has 3\n"
        "- e.csv:5: an edge has no source and no target\n");
  CHECK_THROWS_AS(read({{"e.csv", "a,b\n1,2\n"}}), Error);
  Limits small;
  small.graph_bytes = 20;
  CHECK_THROWS_AS(read({{"e.csv", "Source,Target\nOrla Works,Pigeon Post\nOrla Works,Pigeon Post\n"}}, small),
                  Error);
}

TEST_CASE("lines of APOC, KGX, GraphSON and LangChain") {
  CHECK(describe(read_one(
            {{"a.jsonl", R"({"type":"node","id":"0","labels":["Company"],"properties":{"name":"Orla Works"}}
{"type":"node","id":"1","labels":["Product"],"properties":{"name":"Pigeon Post"}}
{"id":"0","type":"relationship","label":"owns","start":{"id":"0","labels":["Company"]},"end":{"id":"1","labels":["Product"]}}
)"}})) == kTyped);
  CHECK(describe(read_one(
            {{"kg_edges.jsonl", R"({"id":"u","subject":"1","predicate":"biolink:owns","object":"2"})"},
             {"kg_nodes.jsonl",
              "{\"id\":\"1\",\"name\":\"Orla Works\",\"category\":[\"biolink:Company\"]}\n"
              "{\"id\":\"2\",\"name\":\"Pigeon Post\",\"category\":[\"biolink:Product\"]}\n"}})) ==
        "n_orla-works|Orla Works|Company\n"
        "n_pigeon-post|Pigeon Post|Product\n"
        "n_orla-works>owns>n_pigeon-post*1.0|original_id='u'\n");
  CHECK(
      describe(read_one(
          {{"g.jsonl",
            R"({"id":{"@type":"g:Int32","@value":1},"label":"Company","outE":{"owns":[{"id":{"@type":"g:Int32","@value":9},"inV":{"@type":"g:Int32","@value":2},"properties":{}}]},"properties":{"name":[{"id":{"@type":"g:Int64","@value":0},"value":"Orla Works"}]}}
{"id":{"@type":"g:Int32","@value":2},"label":"Product","inE":{"owns":[{"id":{"@type":"g:Int32","@value":9},"outV":{"@type":"g:Int32","@value":1}}]},"properties":{"name":[{"id":{"@type":"g:Int64","@value":3},"value":"Pigeon Post"}]}}
)"}})) == kTyped);
  const Graph lang = read_one(
      {{"l.jsonl",
        R"({"nodes":[{"id":"Orla","type":"Company"},{"id":"Pigeon","type":"Product"}],"relationships":[{"source":{"id":"Orla","type":"Company"},"target":{"id":"Pigeon","type":"Product"},"type":"owns"}]}
no JSON
)"}});
  CHECK((*edge_views(lang).begin()).relation() == "owns");
  CHECK(data(lang).notes.size() == 1);
}

}  // namespace newsgraph
