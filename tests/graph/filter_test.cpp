#include "graph/filter.h"

#include "graph/assembly.h"
#include "graph/chain.h"
#include "support/error.h"

namespace newsgraph {
namespace {

using test::build;
using test::chain;

std::string edges_of(const Graph& graph) {
  std::string result;
  for (const EdgeView edge : edge_views(graph))
    result += std::string(edge.source().name()) + std::string(edge.relation()).substr(0, 1) +
              std::string(edge.target().name()) + std::to_string(static_cast<int>(edge.weight())) + " ";
  return result;
}

std::string filtered(const Filter& filter) {
  return edges_of(filter_graph(build(chain()), filter));
}

}  // namespace

TEST_CASE("a filter without conditions changes nothing") {
  CHECK(filtered({}) == "aob1 adc2 boc1 cbd1 ");
}

TEST_CASE("only conditions take anything away") {
  CHECK(Filter{}.takes_all());
  CHECK(Filter{.keep_isolated = true}.takes_all());
  for (const Filter& filter :
       {Filter{.relations = {"owns"}}, Filter{.statuses = {"ended"}}, Filter{.types = {"place"}},
        Filter{.entities = {"a"}}, Filter{.since = "2023"}, Filter{.until = "2023"},
        Filter{.min_confidence = 0.1}, Filter{.min_statements = 2}, Filter{.top = 1}})
    CHECK_FALSE(filter.takes_all());
}

TEST_CASE("an edge of another tool may weigh less than a statement") {
  GraphData data;
  std::vector<Node> nodes(2);
  nodes[0].id = data.strings->intern("a");
  nodes[1].id = data.strings->intern("b");
  EdgeDraft light{0, 1, {}};
  light.edge.relation = data.strings->intern("owns");
  light.edge.weight = 0.25;
  const Graph graph = assemble(std::move(data), nodes, {light});
  CHECK(boost::num_edges(filter_graph(graph, {.relations = {"owns"}})) == 1);
  CHECK(boost::num_edges(filter_graph(graph, {.min_statements = 2})) == 0);
}

TEST_CASE("edges are chosen by what they say") {
  CHECK(filtered({.relations = {"owns", "bans"}}) == "aob1 boc1 cbd1 ");
  CHECK(filtered({.statuses = {"planned"}}) == "cbd1 ");
  CHECK(filtered({.types = {"organization"}}) == "aob1 adc2 boc1 ");
  CHECK(filtered({.types = {"place"}}).empty());
}

TEST_CASE("statements are chosen by date and confidence") {
  CHECK(filtered({.since = "2023"}) == "adc2 cbd1 ");
  CHECK(filtered({.until = "2023"}) == "aob1 adc1 boc1 cbd1 ");
  CHECK(filtered({.since = "2023-06", .until = "2023-12"}) == "adc1 ");
  CHECK(filtered({.min_confidence = 0.5}) == "aob1 adc2 cbd1 ");
  CHECK(filtered({.min_statements = 2}) == "adc2 ");
}

TEST_CASE("what is left of an edge is summed up anew") {
  const Graph graph = filter_graph(build(chain()), {.until = "2023"});
  for (const EdgeView edge : edge_views(graph)) {
    if (edge.relation() == "denounces") CHECK(edge.last_date() == "2023-12-31");
    if (edge.source().name() == "a") CHECK(edge.source().mentions() == 2);
  }
}

TEST_CASE("the neighbourhood of an entity is chosen by name") {
  CHECK(filtered({.entities = {"D"}}) == "cbd1 ");
  CHECK(filtered({.entities = {"n_p_d"}, .hops = 2}) == "adc2 boc1 cbd1 ");
  CHECK(filtered({.entities = {"b"}}) == "aob1 boc1 ");
}

TEST_CASE("the strongest edges are chosen, and the report says what was cut") {
  FilterReport report;
  const Graph graph = filter_graph(build(chain()), {.top = 2}, &report);
  CHECK(edges_of(graph) == "aob1 adc2 ");
  CHECK(report.edges_left_out == 2);
  CHECK(report.nodes_left_out == 1);
  CHECK(report.statements_left_out == 2);
}

TEST_CASE("a filter says what is wrong with it") {
  CHECK_THROWS_AS(filtered({.since = "last year"}), UsageError);
  CHECK_THROWS_AS(filtered({.until = "2023-1"}), UsageError);
  CHECK_THROWS_AS(filtered({.entities = {"nobody"}}), UsageError);
}

}  // namespace newsgraph
