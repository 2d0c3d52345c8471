// Boost.Graph reads our GraphML.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/property_map/dynamic_property_map.hpp>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "catch.h"
#include "formats/nasty_graphs.h"
#include "formats/written.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

struct NodeBundle {
  std::string label, name, labels, entity_type, aliases;
  int mentions = 0, documents = 0;
};
struct EdgeBundle {
  std::string label, interaction, edge_id, status, scope, first_date, last_date, evidence, evidence_json;
  double weight = 0, confidence = 0;
  int documents = 0;
};
using Plain = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, NodeBundle, EdgeBundle>;

Plain read(const std::string& bytes) {
  Plain graph;
  boost::dynamic_properties properties;
  for (const auto& [name, member] :
       std::map<std::string, std::string NodeBundle::*>{{"label", &NodeBundle::label},
                                                        {"name", &NodeBundle::name},
                                                        {"labels", &NodeBundle::labels},
                                                        {"entity_type", &NodeBundle::entity_type},
                                                        {"aliases", &NodeBundle::aliases}})
    properties.property(name, boost::get(member, graph));
  for (const auto& [name, member] :
       std::map<std::string, std::string EdgeBundle::*>{{"label", &EdgeBundle::label},
                                                        {"interaction", &EdgeBundle::interaction},
                                                        {"edge_id", &EdgeBundle::edge_id},
                                                        {"status", &EdgeBundle::status},
                                                        {"scope", &EdgeBundle::scope},
                                                        {"first_date", &EdgeBundle::first_date},
                                                        {"last_date", &EdgeBundle::last_date},
                                                        {"evidence", &EdgeBundle::evidence},
                                                        {"evidence_json", &EdgeBundle::evidence_json}})
    properties.property(name, boost::get(member, graph));
  properties.property("mentions", boost::get(&NodeBundle::mentions, graph));
  properties.property("documents", boost::get(&NodeBundle::documents, graph));
  properties.property("documents", boost::get(&EdgeBundle::documents, graph));
  properties.property("weight", boost::get(&EdgeBundle::weight, graph));
  properties.property("confidence", boost::get(&EdgeBundle::confidence, graph));
  std::istringstream in(bytes);
  boost::read_graphml(in, graph, properties);
  return graph;
}

}  // namespace

TEST_CASE("Boost.Graph reads the nodes, edges and evidence of GraphML") {
  const std::string name =
      GENERATE("empty", "one node", "loop", "parallel edges", "backslashes", "long names", "news");
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
  for (const auto vertex : boost::make_iterator_range(boost::vertices(read_back)))
    their_names.insert(read_back[vertex].name);
  for (const auto edge : boost::make_iterator_range(boost::edges(read_back)))
    their_evidence.insert(read_back[edge].edge_id + read_back[edge].evidence);
  CHECK(their_names == names);
  CHECK(their_evidence == evidence);
}

}  // namespace newsgraph
