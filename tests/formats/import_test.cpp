// Graphs of other tools, in the form that their documentation and their own writers have.
#include <string>

#include "catch.h"
#include "formats/described.h"
#include "formats/import/xml_reader.h"
#include "formats/registry.h"
#include "formats/written.h"
#include "graph/view.h"
#include "support/error.h"

namespace newsgraph {
namespace {

using test::attributes_of;
using test::describe;
using test::notes_of;

Graph read(const std::string& bytes, const std::string& format) {
  const Format* recognized = recognize_format(bytes);
  REQUIRE(recognized != nullptr);
  CHECK(recognized->name == format);
  return recognized->read(bytes, "file", 1);
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

TEST_CASE("a graph for yEd keeps our ids, also where yEd has numbered its nodes anew") {
  const Graph graph =
      read(R"({"nodes": [{"id": "n_acme", "name": "Acme Holdings"}, {"id": "n_thing_beta", "name": "Beta"}],
 "edges": [{"source": "n_acme", "target": "n_thing_beta", "label": "owns"}]})",
           "json");
  std::string file = test::written("graphml", graph, nullptr, {.flavor = "yed"});
  CHECK(describe(read(file, "graphml")) == describe(read(test::written("graphml", graph), "graphml")));
  const auto replace = [&](const std::string& old, const std::string& text) {
    for (std::size_t at = 0; (at = file.find(old, at)) != std::string::npos; at += text.size())
      file.replace(at, old.size(), text);
  };
  for (const char* place : {"id", "source", "target"}) {
    replace(std::string(" ") + place + "=\"n_acme\"", std::string(" ") + place + "=\"n0\"");
    replace(std::string(" ") + place + "=\"n_thing_beta\"", std::string(" ") + place + "=\"n1\"");
  }
  replace("e_edge_id", "d7");
  const Graph saved = read(file, "graphml");
  const EdgeView edge = *edge_views(saved).begin();
  CHECK(edge.source().id() == "n_acme");
  CHECK(edge.target().id() == "n_thing_beta");
  CHECK(edge.source().name() == "Acme Holdings");
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
        "n_acme>x>n_2*2.0|sure=false\n");
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

TEST_CASE("GraphML of TinkerPop, which calls labels labelV and labelE") {
  const Graph graph = read(R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="labelV" for="node" attr.name="labelV" attr.type="string"/><key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="labelE" for="edge" attr.name="labelE" attr.type="string"/><key id="weight" for="edge" attr.name="weight" attr.type="double"/>
<graph id="G" edgedefault="directed"><node id="1"><data key="labelV">firm</data><data key="name">Orla Works</data></node>
<node id="2"><data key="labelV">app</data><data key="name">Pigeon Post</data></node>
<edge id="7" source="1" target="2"><data key="labelE">owns</data><data key="weight">0.5</data></edge></graph></graphml>)",
                           "graphml");
  CHECK(describe(graph) ==
        "n_orla-works|Orla Works|firm\nn_pigeon-post|Pigeon Post|app\nn_orla-works>owns>n_pigeon-post*0.5\n");
}

TEST_CASE("GraphML of Maltego, whose names lie in elements of its own") {
  const Graph graph =
      read(R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><VersionInfo createdBy="M"/>
<key attr.name="MaltegoEntity" for="node" id="d0"/><key for="node" id="d1" yfiles.type="nodegraphics"/><key attr.name="MaltegoLink" for="edge" id="d2"/>
<graph edgedefault="directed" id="G"><node id="n0"><data key="d0"><mtg:MaltegoEntity xmlns:mtg="http://maltego.paterva.com/xml/mtgx" id="a" type="maltego.Person"><mtg:Properties>
<mtg:Property displayName="First Names" hidden="false" name="person.firstnames" type="string"><mtg:Value>Åsa</mtg:Value></mtg:Property>
<mtg:Property displayName="Full Name" hidden="false" name="person.fullname" type="string"><mtg:Value>Åsa Lund</mtg:Value></mtg:Property></mtg:Properties><mtg:Notes>met in May</mtg:Notes></mtg:MaltegoEntity></data>
<data key="d1"><mtg:EntityRenderer xmlns:mtg="http://maltego.paterva.com/xml/mtgx"><mtg:Position x="3.5" y="4.0"/></mtg:EntityRenderer></data></node>
<node id="n1"><data key="d0"><mtg:MaltegoEntity xmlns:mtg="http://maltego.paterva.com/xml/mtgx" id="b" type="maltego.Domain"><mtg:Properties>
<mtg:Property displayName="Domain Name" hidden="false" name="fqdn" type="string"><mtg:Value>lund.example</mtg:Value></mtg:Property></mtg:Properties></mtg:MaltegoEntity></data></node>
<edge id="e0" source="n0" target="n1"><data key="d2"><mtg:MaltegoLink xmlns:mtg="http://maltego.paterva.com/xml/mtgx" id="c" type="maltego.link.manual-link"><mtg:Properties>
<mtg:Property displayName="Thickness" name="maltego.link.thickness" type="int"><mtg:Value>2</mtg:Value></mtg:Property>
<mtg:Property displayName="Label" name="maltego.link.manual.type" type="string"><mtg:Value>owns</mtg:Value></mtg:Property></mtg:Properties></mtg:MaltegoLink></data></edge></graph></graphml>)",
           "graphml");
  CHECK(describe(graph) ==
        "n_asa-lund|Åsa Lund|Person|First Names='Åsa'|notes='met in May'|x=~3.50|y=~4.00\n"
        "n_lund-example|lund.example|Domain\n"
        "n_asa-lund>owns>n_lund-example*1.0\n");
}

TEST_CASE("a node without an id is named and left out, the others are read") {
  const Graph graph = read(
      "<graphml><key id='d0' for='edge' attr.name='relation'/><graph edgedefault='undirected'>\n<node "
      "id='ORLA'/>\n<node><data key='d0'>x</data></node>\n"
      "<node id=''/><edge source='ORLA' target='PIGEON'><data key='d0'>owns</data></edge><edge "
      "source='ORLA'/></graph></graphml>",
      "graphml");
  CHECK(describe(graph) ==
        "n_orla|ORLA||original_id='ORLA'\nn_pigeon|PIGEON||original_id='PIGEON'\nn_orla>owns>n_pigeon*1.0\n");
  CHECK(notes_of(graph) ==
        "- file:3:7: a <node> has no id\n- file:4:14: a <node> has no id\n"
        "? file: edges without a direction are read as leading from their source to their target\n"
        "- file:4:104: an <edge> has no target\n"
        "? file: edges name 1 node that the file does not list: PIGEON\n");
}

TEST_CASE("keys of GraphML with one id for nodes and edges, declared for the other, or inside of the graph") {
  const Graph graph = read(
      "<graphml><key id='label' for='node' attr.name='name'/><key id='label' for='edge' "
      "attr.name='relation'/><graph edgedefault='directed'>"
      "<key id='weight' for='node' attr.name='weight' attr.type='double'/>"
      "<node id='1'><data key='label'>Orla</data></node><node id='2'><data key='label'>Pigeon</data></node>"
      "<edge source='1' target='2'><data key='label'>owns</data><data "
      "key='weight'>2.5</data></edge></graph></graphml>",
      "graphml");
  CHECK(describe(graph) == "n_orla|Orla|\nn_pigeon|Pigeon|\nn_orla>owns>n_pigeon*2.5\n");
}

TEST_CASE("data of GraphML without a key keep their id as name") {
  const Graph graph = read(
      "<graphml><graph edgedefault='directed'><data key='project'>tests</data><node id='a1b'><data "
      "key='country'>Norway</data></node>"
      "<node id='b2c'/><edge source='a1b' target='b2c'><data key='relation'>owns</data><data "
      "key='since'>2019</data></edge></graph></graphml>",
      "graphml");
  CHECK(describe(graph) ==
        "n_a1b|a1b||country='Norway'|original_id='a1b'\nn_b2c|b2c||original_id='b2c'\nn_a1b>owns>n_b2c*1.0|"
        "since='2019'\n");
  CHECK(attributes_of(data(graph).attributes, *data(graph).strings) == "|project='tests'");
}

TEST_CASE("GEXF: values that are declared nowhere and defaults are kept") {
  const Graph graph =
      read(R"(<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">
<attributes class="node"><attribute id="0" title="listed" type="boolean"><default>true</default></attribute></attributes>
<attributes class="edge"><attribute id="0" title="basis" type="string"><options>press|court</options><default>press</default></attribute></attributes>
<nodes><node id="11" label="Orla Works"><attvalues><attvalue for="country" value="Norway"/></attvalues></node>
<node id="12" label="Pigeon Post"><attvalues><attvalue for="0" value="false"/><attvalue for="0" value="true" start="2020-01-01"/></attvalues></node><node label="lost"/></nodes>
<edges><edge id="0" source="11" target="12" label="owns"><attvalues><attvalue for="since" value="2019"/></attvalues></edge></edges></graph></gexf>)",
           "gexf");
  CHECK(describe(graph) ==
        "n_orla-works|Orla Works||country='Norway'|listed=true\n"
        "n_pigeon-post|Pigeon Post||listed=false\n"
        "n_orla-works>owns>n_pigeon-post*1.0|basis='press'|since='2019'\n");
  CHECK(notes_of(graph) ==
        "? file: an attribute has several values, at different times: the first one is kept\n"
        "- file:5:169: a <node> has no id\n");
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
  CHECK_THROWS_AS(find_format("json")->read("{\"nodes\": [{\"size\": 1}]}", "x", 1), Error);
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
