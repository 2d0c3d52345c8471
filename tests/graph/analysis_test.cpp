// Filters, measures, statistics, explanations and differences.
#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <cmath>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "catch.h"
#include "graph/assembly.h"
#include "graph/builder.h"
#include "graph/centrality.h"
#include "graph/claims_for_tests.h"
#include "graph/diff.h"
#include "graph/explain.h"
#include "graph/filter.h"
#include "graph/layout.h"
#include "graph/measure.h"
#include "graph/statistics.h"
#include "graph/view.h"
#include "support/error.h"

namespace newsgraph {
namespace {

using test::claim;

Graph build(const std::vector<Claim>& claims) {
  GraphBuilder builder;
  for (const Claim& each : claims) builder.add(each);
  return builder.build();
}

// a -> b -> c -> d, and a -> c twice; years 2021 to 2024.
std::vector<Claim> chain() {
  return {claim({.subject = "n_a",
                 .relation = "owns",
                 .object = "n_b",
                 .document = "d1",
                 .confidence = 0.9,
                 .date = "2021-05-01"}),
          claim({.subject = "n_b",
                 .relation = "owns",
                 .object = "n_c",
                 .document = "d2",
                 .confidence = 0.4,
                 .date = "2022-05-01"}),
          claim({.subject = "n_c",
                 .relation = "bans",
                 .object = "n_p_d",
                 .document = "d3",
                 .status = Status::planned,
                 .date = "2023-05-01"}),
          claim({.subject = "n_a",
                 .relation = "denounces",
                 .object = "n_c",
                 .document = "d4",
                 .date = "2023-12-31"}),
          claim({.subject = "n_a",
                 .relation = "denounces",
                 .object = "n_c",
                 .document = "d5",
                 .date = "2024-05-01"})};
}

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

double number(const Graph& graph, Vertex vertex, const std::string& name) {
  for (const Attribute& attribute : graph[vertex].attributes) {
    if (data(graph).strings->text(attribute.name) != name) continue;
    if (const auto* integer = std::get_if<std::int64_t>(&attribute.value))
      return static_cast<double>(*integer);
    return std::get<double>(attribute.value);
  }
  return std::nan("");
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

TEST_CASE("PageRank sums to one and follows the edges") {
  Graph graph = build(chain());
  measure(graph, "pagerank");
  double sum = 0;
  for (Vertex vertex = 0; vertex < 4; ++vertex) sum += number(graph, vertex, "pagerank");
  CHECK(sum == Approx(1));
  // What networkx 3.6.1 computes for the same weighted graph.
  const double expected[] = {0.12195555736230407, 0.1565096319482891, 0.3240968936903197,
                             0.39743791699908704};
  for (Vertex vertex = 0; vertex < 4; ++vertex)
    CHECK(number(graph, vertex, "pagerank") == Approx(expected[vertex]));
}

TEST_CASE("betweenness is what Boost.Graph computes") {
  Arcs arcs(60);
  boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> peer(arcs.size());
  for (std::uint32_t i = 0; i < arcs.size(); ++i)
    for (const std::uint32_t step : {1U, 7U, i % 5 + 2}) {
      const auto target = static_cast<std::uint32_t>((i * i + step) % arcs.size());
      const auto same = [target](const Arc& arc) { return arc.target == target; };
      if (target == i || std::any_of(arcs[i].begin(), arcs[i].end(), same)) continue;
      arcs[i].push_back({target, 1});
      boost::add_edge(i, target, peer);
    }
  std::vector<double> expected(arcs.size());
  boost::brandes_betweenness_centrality(
      peer, boost::make_iterator_property_map(expected.begin(), boost::get(boost::vertex_index, peer)));
  const std::vector<double> ours = betweenness(arcs, 1);
  for (std::size_t i = 0; i < arcs.size(); ++i) CHECK(ours[i] == Approx(expected[i] / (59.0 * 58.0)));
}

TEST_CASE("components and communities are numbered by size") {
  std::vector<Claim> claims;
  const auto link = [&](const std::string& a, const std::string& b) {
    claims.push_back(claim({.subject = "n_" + a, .relation = "owns", .object = "n_" + b}));
  };
  for (const auto& [a, b] : {std::pair("a", "b"),
                             {"b", "c"},
                             {"c", "a"},
                             {"c", "d"},
                             {"d", "e"},
                             {"e", "f"},
                             {"f", "d"},
                             {"f", "g"},
                             {"g", "d"},
                             {"y", "z"}})
    link(a, b);
  Graph graph = build(claims);
  measure(graph, "component");
  measure(graph, "community");
  measure(graph, "degree");
  std::string components;
  std::string communities;
  for (Vertex vertex = 0; vertex < 9; ++vertex) {
    components += std::to_string(static_cast<int>(number(graph, vertex, "component")));
    communities += std::to_string(static_cast<int>(number(graph, vertex, "community")));
  }
  CHECK(components == "000000011");
  CHECK(communities == "111000022");
  CHECK(number(graph, 3, "degree") == 4);
  CHECK(number(graph, 3, "in_degree") == 3);
}

TEST_CASE("a measure that does not exist is refused") {
  Graph graph = build(chain());
  CHECK_THROWS_AS(measure(graph, "beauty"), UsageError);
  for (const std::string_view name : measure_names()) measure(graph, name);
  Graph empty = build({});
  for (const std::string_view name : measure_names()) measure(empty, name);
}

TEST_CASE("a source is a host, else a file without its row") {
  std::vector<Claim> claims = chain();
  REQUIRE(claims.size() >= 4);
  claims[0].document = {"d1", "", "", "https://www.news.example:8080/a"};
  claims[1].document = {"d2", "", "", "", "week/links.csv:17"};
  claims[2].document = {"d3", "", "", "", "week/links.csv:9"};
  claims[3].document = {"d4", "", "", "", "week/at 12:30.txt"};
  std::map<std::string, std::uint64_t> counts;
  for (const auto& [source, count] : statistics_of(build(claims)).statements_by_source)
    counts[source] = count;
  CHECK(counts["news.example"] >= 1);
  CHECK(counts["week/links.csv"] == 2);
  CHECK(counts["week/at 12:30.txt"] == 1);
}

TEST_CASE("statistics count what there is") {
  const Statistics statistics = statistics_of(build(chain()), 2);
  CHECK(statistics.nodes == 4);
  CHECK(statistics.edges == 4);
  CHECK(statistics.statements == 5);
  CHECK(statistics.documents == 5);
  CHECK(statistics.components == 1);
  CHECK(statistics.largest_component == 4);
  CHECK(statistics.edges_by_relation == std::vector<Count>{{"owns", 2}, {"bans", 1}, {"denounces", 1}});
  CHECK(statistics.nodes_by_type == std::vector<Count>{{"organization", 3}, {"place", 1}});
  CHECK(statistics.statements_by_source == std::vector<Count>{{"news.example", 5}});
  CHECK(statistics.statements_by_year ==
        std::vector<Count>{{"2021", 1}, {"2022", 1}, {"2023", 2}, {"2024", 1}});
  CHECK(statistics.most_connected == std::vector<Count>{{"c", 3}, {"a", 2}});
}

TEST_CASE("an explanation finds edges by their ends and relation") {
  const Graph graph = build(chain());
  CHECK(find_edges(graph, {}).size() == 4);
  CHECK(find_edges(graph, {.subject = "A", .relation = "", .object = ""}).size() == 2);
  CHECK(find_edges(graph, {.subject = "A", .relation = "owns", .object = ""}).size() == 1);
  CHECK(find_edges(graph, {.subject = "", .relation = "", .object = "nobody"}).empty());
}

TEST_CASE("marks show arguments and trigger in the sentence") {
  Claim ban =
      claim({.subject = "n_a", .relation = "bans", .object = "n_b", .sentence = "It said the US banned it."});
  ban.evidence.extent = {50, 75};
  ban.subject.text = "the US", ban.subject.extent = {58, 64};
  ban.object.text = "it", ban.object.extent = {72, 74};
  ban.trigger = Trigger{"banned", {65, 71}};
  const Graph graph = build({ban});
  const EdgeView edge = *edge_views(graph).begin();
  const std::vector<Mark> marks = marks_of(edge.statement(0));
  REQUIRE(marks.size() == 3);
  CHECK(marks[0].begin == 8);
  CHECK(marks[0].role == MarkRole::subject);
  CHECK(marks[1].role == MarkRole::trigger);
  CHECK(marks[2].begin == 22);  // not the "It" or "it" of other words
  CHECK(marks[2].end == 24);
}

TEST_CASE("a difference names what came, went and changed") {
  std::vector<Claim> claims = chain();
  const Graph older = build(claims);
  CHECK(difference(older, older).empty());
  claims[2].status = Status::asserted;
  claims.pop_back();
  claims.erase(claims.begin());
  claims.push_back(claim({.subject = "n_x", .relation = "bans", .object = "n_a"}));
  const Difference result = difference(older, build(claims));
  REQUIRE(result.edges_gained.size() == 1);
  CHECK(result.edges_gained[0].subject == "n_x");
  REQUIRE(result.edges_lost.size() == 1);
  CHECK(result.edges_lost[0].object_name == "b");
  REQUIRE(result.edges_changed.size() == 2);
  CHECK(result.edges_changed[0].fields == std::vector<std::string>{"weight", "last_date"});
  CHECK(result.edges_changed[1].fields == std::vector<std::string>{"status"});
  CHECK(result.edges_changed[1].before.status == "planned");
  CHECK(result.nodes_gained.size() == 1);
  CHECK(result.nodes_lost.empty());
  CHECK(result.claims_gained.size() == 2);
  CHECK(result.claims_lost.size() == 3);
}

TEST_CASE("a layout spreads nodes, draws neighbours together and is always the same") {
  std::vector<Claim> claims;
  for (int ring = 0; ring < 2; ++ring)
    for (int i = 0; i < 12; ++i) {
      const auto id = [ring](int n) {
        return "n_" + std::string(1, static_cast<char>('a' + ring)) + std::to_string(10 + n % 12);
      };
      claims.push_back(claim({.subject = id(i), .relation = "owns", .object = id(i + 1)}));
    }
  Graph graph = build(claims);
  Graph again = build(claims);
  layout(graph);
  layout(again);
  const auto distance = [&](Vertex a, Vertex b) {
    return std::hypot(number(graph, a, "x") - number(graph, b, "x"),
                      number(graph, a, "y") - number(graph, b, "y"));
  };
  double linked = 0;
  double all = 0;
  for (const EdgeDescriptor edge : boost::make_iterator_range(boost::edges(graph)))
    linked += distance(boost::source(edge, graph), boost::target(edge, graph)) / 24;
  for (Vertex a = 0; a < 24; ++a) {
    CHECK(number(again, a, "x") == number(graph, a, "x"));
    for (Vertex b = 0; b < 24; ++b) {
      all += distance(a, b) / (24 * 23);
      if (a != b) CHECK(distance(a, b) > 10);
    }
  }
  CHECK(linked < all / 2);
}

}  // namespace newsgraph
