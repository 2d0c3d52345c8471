// Boost.Graph reads our GraphML.
#include <boost/graph/graphml.hpp>
#include <boost/property_map/dynamic_property_map.hpp>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "catch.h"
#include "exporters/nasty_graphs.h"
#include "exporters/written.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

struct Bundle {
  std::string label, name, labels, entity_type, aliases, interaction, edge_id, status, scope, first_date, last_date,
      evidence, evidence_json;
  int mentions = 0, documents = 0;
  double weight = 0, confidence = 0;
};
using Plain = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Bundle, Bundle>;

Plain read(const std::string& bytes) {
  Plain graph;
  boost::dynamic_properties properties;
  for (const auto& [name, member] : std::map<std::string, std::string Bundle::*>{
           {"label", &Bundle::label}, {"name", &Bundle::name}, {"labels", &Bundle::labels},
           {"entity_type", &Bundle::entity_type}, {"aliases", &Bundle::aliases}})
    properties.property(name, boost::get(member, graph));
  for (const auto& [name, member] : std::map<std::string, std::string Bundle::*>{
           {"label", &Bundle::label}, {"interaction", &Bundle::interaction}, {"edge_id", &Bundle::edge_id}, {"status", &Bundle::status},
           {"scope", &Bundle::scope}, {"first_date", &Bundle::first_date}, {"last_date", &Bundle::last_date},
           {"evidence", &Bundle::evidence}, {"evidence_json", &Bundle::evidence_json}})
    properties.property(name, boost::get(member, graph));
  properties.property("mentions", boost::get(&Bundle::mentions, graph));
  properties.property("documents", boost::get(&Bundle::documents, graph));
  properties.property("weight", boost::get(&Bundle::weight, graph));
  properties.property("confidence", boost::get(&Bundle::confidence, graph));
  std::istringstream in(bytes);
  boost::read_graphml(in, graph, properties);
  return graph;
}

}  // namespace

TEST_CASE("Boost.Graph reads the nodes, edges and evidence of GraphML") {
  const std::string name = GENERATE("empty", "one node", "loop", "parallel edges", "backslashes", "long names", "news");
  const Graph graph = test::nasty_graph(name);
  const Plain read_back = read(test::written("graphml", graph));
  REQUIRE(boost::num_vertices(read_back) == boost::num_vertices(graph));
  REQUIRE(boost::num_edges(read_back) == boost::num_edges(graph));
  std::multiset<std::string> names;
  std::multiset<std::string> evidence;
  for (const NodeView node : node_views(graph)) names.emplace(node.name());
  for (const EdgeView edge : edge_views(graph)) evidence.insert(edge.id() + std::string(edge.evidence()));
  std::multiset<std::string> their_names;
  std::multiset<std::string> their_evidence;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(read_back))) their_names.insert(read_back[vertex].name);
  for (const auto edge : boost::make_iterator_range(boost::edges(read_back)))
    their_evidence.insert(read_back[edge].edge_id + read_back[edge].evidence);
  CHECK(their_names == names);
  CHECK(their_evidence == evidence);
}

}  // namespace newsgraph
