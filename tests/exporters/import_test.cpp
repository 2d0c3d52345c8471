// Graphs of other tools, in the form that their documentation and their own writers have.
#include <string>

#include "catch.h"
#include "exporters/format.h"
#include "exporters/written.h"
#include "exporters/xml_reader.h"
#include "graph/view.h"
#include "support/error.h"

namespace newsgraph {
namespace {

Graph read(const std::string& bytes, const std::string& format) {
  const Format* recognized = recognize_format(bytes);
  REQUIRE(recognized != nullptr);
  CHECK(recognized->name == format);
  return recognized->read(bytes, "file", 1);
}

// "id|name|type|attribute=value,… " for each node, "source>relation>target*weight|attribute=value,… " for
// each edge.
std::string attributes_of(const Attributes& attributes, const StringPool& pool) {
  std::string result;
  for (const Attribute& attribute : attributes) {
    result += "|" + std::string(pool.text(attribute.name)) + "=";
    if (const auto* text = std::get_if<StringId>(&attribute.value))
      result += "'" + std::string(pool.text(*text)) + "'";
    if (const auto* integer = std::get_if<std::int64_t>(&attribute.value)) result += std::to_string(*integer);
    if (const auto* real = std::get_if<double>(&attribute.value))
      result += "~" + std::to_string(*real).substr(0, 4);
    if (const auto* boolean = std::get_if<bool>(&attribute.value)) result += *boolean ? "true" : "false";
  }
  return result;
}

std::string describe(const Graph& graph) {
  const StringPool& pool = *data(graph).strings;
  std::string result;
  for (const NodeView node : node_views(graph))
    result += std::string(node.id()) + "|" + std::string(node.name()) + "|" + std::string(node.type()) +
              attributes_of(node.attributes(), pool) + "\n";
  for (const EdgeView edge : edge_views(graph))
    result += std::string(edge.source().id()) + ">" + std::string(edge.relation()) + ">" +
              std::string(edge.target().id()) + "*" + std::to_string(edge.weight()).substr(0, 3) +
              attributes_of(edge.attributes(), pool) + "\n";
  return result;
}

}  // namespace

TEST_CASE("control characters make no other name") {
  const Graph graph = read(R"({"graph": {"directed": true, "nodes": {
"n_kraken": {"label": "Kraken", "metadata": {"name": "K\u0000raken", "aliases": ["\u0001", "Kr\u0007aken", "Old"]}}}, "edges": []}})",
                           "jgf");
  const NodeView node = *node_views(graph).begin();
  CHECK(node.name() == std::string_view("K\0raken", 7));
  REQUIRE(node.alias_count() == 1);
  CHECK(node.alias(0) == "Old");
}

TEST_CASE("control characters make no other type, relation or status") {
  const Graph graph = read(R"({"graph": {"directed": true, "nodes": {
"n_a": {"label": "A", "metadata": {"entity_type": "pla\u0001ce"}}, "n_b": {"label": "B"}},
"edges": [{"source": "n_a", "target": "n_b", "relation": "ow\u0000ns", "metadata": {"status": "ended\u0007", "scope": "\u0002"}}]}})",
                           "jgf");
  CHECK((*node_views(graph).begin()).type() == "place");
  const EdgeView edge = *edge_views(graph).begin();
  CHECK(edge.relation() == "owns");
  CHECK(edge.status() == "ended");
  CHECK(edge.scope().empty());
}

TEST_CASE("GraphML of networkx") {
  const Graph graph = read(R"(<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d3" for="edge" attr.name="weight" attr.type="long" />
<key id="d2" for="edge" attr.name="relation" attr.type="string" />
<key id="d1" for="node" attr.name="big" attr.type="boolean" />
<key id="d0" for="node" attr.name="size" attr.type="double" />
<graph edgedefault="directed"><node id="Acme &amp; Co"><data key="d0">1.5</data><data key="d1">True</data></node>
<node id="7"/>
<edge source="Acme &amp; Co" target="7" id="0"><data key="d2">owns</data><data key="d3">3</data></edge>
</graph></graphml>)",
                           "graphml");
  CHECK(describe(graph) ==
        "n_7|7|\n"
        "n_acme-co|Acme & Co||big=true|original_id='Acme & Co'|size=~1.50\n"
        "n_acme-co>owns>n_7*3.0\n");
}

TEST_CASE("GraphML of igraph, whose ids are counted") {
  const Graph graph = read(R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><!-- Created by igraph -->
  <key id="v_name" for="node" attr.name="name" attr.type="string"/>
  <key id="e_label" for="edge" attr.name="label" attr.type="string"/>
  <graph id="G" edgedefault="directed">
    <node id="n0"><data key="v_name">France</data></node>
    <node id="n1"><data key="v_name">France</data></node>
    <edge source="n0" target="n1"><data key="e_label">bans</data></edge>
  </graph></graphml>)",
                           "graphml");
  REQUIRE(boost::num_vertices(graph) == 2);
  const NodeView first = *node_views(graph).begin();
  CHECK(first.id() == "n_france");
  CHECK(first.name() == "France");
  CHECK(boost::num_edges(graph) == 1);
}

TEST_CASE("GraphML of Gephi") {
  const Graph graph =
      read(R"(<?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key attr.name="label" attr.type="string" for="node" id="label"/><key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
<key attr.name="weight" attr.type="double" for="edge" id="weight"/><key attr.name="Edge Id" attr.type="string" for="edge" id="edgeid"/>
<key attr.name="x" attr.type="float" for="node" id="x"/>
<graph edgedefault="directed"><node id="acme"><data key="label">Acme</data><data key="x">12.5</data></node><node id="beta"><data key="label">Beta</data></node>
<edge id="4" source="acme" target="beta"><data key="edgeid">4</data><data key="edgelabel">owns</data><data key="weight">2.0</data></edge></graph></graphml>)",
           "graphml");
  CHECK(describe(graph) ==
        "n_acme|Acme||original_id='acme'|x=~12.5\n"
        "n_beta|Beta||original_id='beta'\n"
        "n_acme>owns>n_beta*2.0\n");
}

TEST_CASE("GraphML of yEd, whose texts are in the picture") {
  const Graph graph = read(R"(<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
<graph edgedefault="directed" id="G"><node id="n0"><data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="80" x="10.0" y="-20.0"/>
<y:Fill color="#FFCC00"/><y:NodeLabel alignment="center">Acme &lt;b&gt;</y:NodeLabel><y:Shape type="rectangle"/></y:ShapeNode></data></node>
<node id="n1" yfiles.foldertype="group"><graph edgedefault="directed" id="n1:"><node id="n1::n0"><data key="d6"><y:ShapeNode><y:NodeLabel>Beta</y:NodeLabel></y:ShapeNode></data></node></graph></node>
<edge id="e0" source="n0" target="n1::n0"><data key="d10"><y:PolyLineEdge><y:EdgeLabel>owns<y:LabelModel/></y:EdgeLabel></y:PolyLineEdge></data></edge></graph></graphml>)",
                           "graphml");
  CHECK(boost::num_vertices(graph) == 3);
  const EdgeView edge = *edge_views(graph).begin();
  CHECK(edge.source().name() == "Acme <b>");
  CHECK(edge.target().name() == "Beta");
  CHECK(edge.relation() == "owns");
}

TEST_CASE("GraphML of Neo4j's APOC") {
  const Graph graph = read(R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="name" for="node" attr.name="name"/><key id="labels" for="node" attr.name="labels"/><key id="label" for="edge" attr.name="label"/>
<graph id="G" edgedefault="directed">
<node id="n188" labels=":User:Admin"><data key="labels">:User:Admin</data><data key="name">foo</data></node>
<node id="n189" labels=":User"><data key="labels">:User</data><data key="name">bar</data></node>
<edge id="e12" source="n188" target="n189" label="KNOWS"><data key="label">KNOWS</data></edge></graph></graphml>)",
                           "graphml");
  CHECK(describe(graph) == "n_bar|bar|User\nn_foo|foo|User\nn_foo>KNOWS>n_bar*1.0\n");
}

TEST_CASE("GraphML that igraph has read and written keeps our ids") {
  const Graph graph = read(R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="v_name" for="node" attr.name="name" attr.type="string"/><key id="v_mentions" for="node" attr.name="mentions" attr.type="double"/>
  <key id="v_id" for="node" attr.name="id" attr.type="string"/><key id="e_label" for="edge" attr.name="label" attr.type="string"/>
  <key id="e_edge_id" for="edge" attr.name="edge_id" attr.type="string"/><key id="e_id" for="edge" attr.name="id" attr.type="string"/>
  <graph id="G" edgedefault="directed">
    <node id="n0"><data key="v_name">Acme Corp</data><data key="v_mentions">1</data><data key="v_id">n_acme</data></node>
    <node id="n1"><data key="v_name">Beta</data><data key="v_mentions">1</data><data key="v_id">beta</data></node>
    <edge source="n0" target="n1"><data key="e_label">owns</data><data key="e_edge_id">e_0123456789abcdef</data><data key="e_id">e_0123456789abcdef</data></edge>
  </graph></graphml>)",
                           "graphml");
  CHECK(describe(graph) == "n_acme|Acme Corp|\nn_beta|Beta||id='beta'\nn_acme>owns>n_beta*1.0\n");
  CHECK((*edge_views(graph).begin()).id() == "e_0123456789abcdef");
}

TEST_CASE("GEXF of Gephi and of the older version") {
  const Graph graph = read(R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
<meta lastmodifieddate="2022-01-01"><creator>Gephi 0.9</creator></meta>
<graph defaultedgetype="directed" mode="static"><attributes class="node"><attribute id="modularity_class" title="Modularity Class" type="integer"/></attributes>
<nodes count="2"><node id="11" label="Acme"><attvalues><attvalue for="modularity_class" value="4"/></attvalues><viz:size value="4.0"/><viz:position x="1.5" y="2" z="0"/></node>
<node id="12" label="Beta"/></nodes><edges><edge id="0" source="11" target="12" label="owns" weight="2.5"/></edges></graph></gexf>)",
                           "gexf");
  CHECK(describe(graph) ==
        "n_acme|Acme||Modularity Class=4|x=~1.50|y=~2.00\n"
        "n_beta|Beta|\n"
        "n_acme>owns>n_beta*2.5\n");
}

TEST_CASE("GEXF with spells: an edge is there from the first to the last") {
  const Graph graph = read(R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph mode="dynamic" timeformat="date" defaultedgetype="directed">
  <nodes><node id="a" label="Acme"/><node id="b" label="Beta"/></nodes>
  <edges><edge id="0" source="a" target="b" kind="owns"><spells>
    <spell start="2019-05-01" end="2020-01-31"/><spell start="2016-02-03" end="2017-01-01"/><spell end="2022-12-31"/>
  </spells></edge></edges></graph></gexf>)",
                           "gexf");
  const EdgeView edge = *edge_views(graph).begin();
  CHECK(edge.relation() == "owns");
  CHECK(edge.first_date() == "2016-02-03");
  CHECK(edge.last_date() == "2022-12-31");
}

TEST_CASE("node-link JSON with links, as D3 and older networkx have it") {
  const Graph graph = read(
      R"({"directed": true, "multigraph": false, "graph": {"name": "G"}, "nodes": [{"id": "Acme", "group": 1, "tags": ["a", "b"], "none": null}, {"id": 2}],
 "links": [{"source": "Acme", "target": 2, "weight": 2, "type": "x", "sure": false}]})",
      "json");
  CHECK(describe(graph) ==
        "n_2|2|\n"
        "n_acme|Acme||group=1|original_id='Acme'|tags='[\"a\",\"b\"]'\n"
        "n_acme>>n_2*2.0|sure=false|type='x'\n");
  CHECK(attributes_of(data(graph).attributes, *data(graph).strings) == "|name='G'");
}

TEST_CASE("JSON Graph Format, version 1 and 2") {
  const std::string edges =
      R"("edges": [{"source": "a", "target": "b", "relation": "owns", "metadata": {"since": "1999"}}])";
  const Graph first = read(
      R"({"graph": {"type": "t", "nodes": [{"id": "a", "label": "Acme"}, {"id": "b", "metadata": {"size": 3}}], )" +
          edges + "}}",
      "jgf");
  const Graph second =
      read(R"({"graph": {"nodes": {"a": {"label": "Acme"}, "b": {"metadata": {"size": 3}}}, )" + edges + "}}",
           "jgf");
  CHECK(describe(first) ==
        "n_a|Acme||original_id='a'\nn_b|b||original_id='b'|size=3\nn_a>owns>n_b*1.0|since='1999'\n");
  CHECK(describe(second) == describe(first));
}

TEST_CASE("JSON of Cytoscape") {
  const Graph graph = read(
      R"({"data": {"name": "Network"}, "elements": {"nodes": [{"data": {"id": "57", "name": "Acme", "score": 0.5, "SUID": 57}, "position": {"x": 1.0, "y": 2.5}, "selected": false},
 {"data": {"id": "58", "name": "Beta"}}], "edges": [{"data": {"id": "59", "source": "57", "target": "58", "interaction": "owns"}}]}})",
      "cyjs");
  CHECK(describe(graph) ==
        "n_acme|Acme||SUID=57|score=~0.50|x=~1.00|y=~2.50\n"
        "n_beta|Beta|\n"
        "n_acme>owns>n_beta*1.0\n");
}

TEST_CASE("JSON of graphology") {
  const std::string bytes =
      R"({"options": {"type": "mixed", "multi": false}, "attributes": {"name": "Network"}, "nodes": [{"key": "Thomas", "attributes": {"x": 0, "y": 1.5, "label": "Thomas", "size": 4, "color": "#ff0000"}}, {"key": 2}],
 "edges": [{"key": "T->E", "source": "Thomas", "target": 2, "attributes": {"label": "owns", "weight": 2, "since": 1999}}, {"source": 2, "target": "Thomas", "undirected": true}]})";
  CHECK(recognize_format(bytes) == find_format("graphology"));
  const Graph graph = read(bytes, "graphology");
  CHECK(describe(graph) ==
        "n_2|2|\n"
        "n_thomas|Thomas||original_id='Thomas'|x=0|y=~1.50\n"
        "n_2>>n_thomas*1.0\n"
        "n_thomas>owns>n_2*2.0|original_id='T->E'|since=1999\n");
  CHECK(attributes_of(data(graph).attributes, *data(graph).strings) == "|name='Network'");
  CHECK_THROWS_AS(find_format("graphology")->read(R"({"nodes": [{"id": 1}]})", "x", 1), Error);
  CHECK(recognize_format(R"({"nodes": [{"key": "a"}], "edges": []})") == find_format("graphology"));
  CHECK(recognize_format(R"({"nodes": [{"id": "a", "key": "b"}], "links": []})") == find_format("json"));
}

TEST_CASE("a broken file is refused with its place") {
  const std::string bytes =
      GENERATE(as<std::string>(), "<graphml><graph><node></node></graph></graphml>", "<graphml><graph>",
               "<graphml><graph></node></graphml>", "<graphml><node id='a' &bad;></graphml>",
               "<graphml><graph><edge source='a'/></graph></graphml>",
               "<!DOCTYPE graphml [<!ENTITY a 'b'>]><graphml><node id='&a;'/></graphml>");
  try {
    find_format("graphml")->read(bytes, "file.graphml", 1);
    FAIL("was read");
  } catch (const Error& error) {
    CHECK(error.where().starts_with("file.graphml:1:"));
  }
  CHECK_THROWS_AS(find_format("json")->read("{\"nodes\": [}", "x", 1), Error);
  CHECK_THROWS_AS(find_format("json")->read("{\"nodes\": [{\"name\": 1}]}", "x", 1), Error);
  CHECK_THROWS_AS(find_format("json")->read("[]", "x", 1), Error);
  std::string deep = "<graphml>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK_THROWS_AS(find_format("graphml")->read(deep, "x", 1), Error);
}

TEST_CASE("XML text is joined from its pieces") {
  XmlReader xml("<a>one <![CDATA[& two]]><!-- no --> &#x33;&amp;\r\n</a>", "text");
  REQUIRE(xml.next() == XmlReader::Token::start);
  CHECK(xml.text() == "one & two 3&\n");
  CHECK(xml.next() == XmlReader::Token::end);
  CHECK(xml.next() == XmlReader::Token::finished);
}

}  // namespace newsgraph
