#include "graph/builder.h"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "graph/claims_for_tests.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

using test::claim;
using test::entity;

std::string describe(const EdgeView& edge) {
  std::string result = std::string(edge.source().id()) + ' ' + std::string(edge.relation()) + ' ' +
                       std::string(edge.target().id()) + ' ' + std::string(edge.status());
  for (std::size_t i = 0; i < edge.statement_count(); ++i)
    result += " | " + std::string(edge.statement(i).date()) + ' ' + std::string(edge.statement(i).text());
  return result;
}

std::vector<std::string> edges_of(const Graph& graph) {
  std::vector<std::string> result;
  for (const EdgeView edge : edge_views(graph)) result.push_back(describe(edge));
  return result;
}

std::vector<std::string> nodes_of(const Graph& graph) {
  std::vector<std::string> result;
  for (const NodeView node : node_views(graph))
    result.push_back(std::string(node.id()) + ' ' + std::string(node.name()) + ' ' +
                     std::string(node.type()));
  return result;
}

Graph build(const std::vector<Claim>& claims, const BuildOptions& options = {},
            const std::vector<Entity>& entities = {}) {
  GraphBuilder builder(options);
  for (const Entity& each : entities) builder.add(each);
  for (const Claim& each : claims) builder.add(each);
  return builder.build();
}

std::vector<std::string> files_of(const Graph& graph) {
  std::vector<std::string> result;
  for (const EdgeView edge : edge_views(graph))
    for (std::size_t i = 0; i < edge.statement_count(); ++i) result.emplace_back(edge.statement(i).file());
  return result;
}

const std::vector<Claim> kMixed{
    claim({.subject = "n_b", .relation = "owns", .object = "n_a"}),
    claim(
        {.subject = "n_a", .relation = "owns", .object = "n_b", .sentence = "Second.", .date = "2024-01-01"}),
    claim({.subject = "n_a",
           .relation = "owns",
           .object = "n_b",
           .document = "d2",
           .sentence = "First.",
           .date = "2022-01-01"}),
    claim({.subject = "n_a", .relation = "owns", .object = "n_b", .status = Status::planned}),
    claim({.subject = "n_a", .relation = "bans", .object = "n_c"})};

}  // namespace

TEST_CASE("a statement keeps the file that says it; an article in two places is one") {
  std::vector<Claim> claims{claim({.subject = "n_a", .relation = "owns", .object = "n_b"})};
  claims[0].document = {"d1", "", "2024-01-01", "", "b/article.txt"};
  claims.push_back(claims[0]);
  claims[1].document.file = "a/article.txt";
  const Graph once = build({claims[0]});
  CHECK(files_of(once) == std::vector<std::string>{"b/article.txt"});
  for (const auto& order : {std::vector{claims[0], claims[1]}, std::vector{claims[1], claims[0]}}) {
    const Graph both = build(order);
    CHECK(files_of(both) == std::vector<std::string>{"a/article.txt"});
    CHECK((*node_views(both).begin()).documents() == 1);
  }
  GraphBuilder merged;
  merged.add(once);
  CHECK(files_of(merged.build()) == std::vector<std::string>{"b/article.txt"});
}

TEST_CASE("statements of the same subject, relation, object and status are one edge") {
  const Graph graph = build(kMixed);
  CHECK(edges_of(graph) ==
        std::vector<std::string>{"n_a owns n_b asserted | 2022-01-01 First. | 2024-01-01 Second.",
                                 "n_a owns n_b planned | 2023-03-16 A sentence.",
                                 "n_a bans n_c asserted | 2023-03-16 A sentence.",
                                 "n_b owns n_a asserted | 2023-03-16 A sentence."});
  const EdgeView first = *edge_views(graph).begin();
  CHECK(first.weight() == 2);
  CHECK(first.documents() == 2);
  CHECK(first.first_date() == "2022-01-01");
  CHECK(first.last_date() == "2024-01-01");
  CHECK(first.evidence() == "First.");
}

TEST_CASE("an edge shows a sentence where its surest statement, a row of a table, has none") {
  const Claim row = claim({"n_a", "owns", "n_b", "register", "", Status::asserted, 1});
  const Graph graph =
      build(std::vector<Claim>{row, claim({"n_a", "owns", "n_b", "d1", "Less sure.", Status::asserted, 0.5}),
                               claim({"n_a", "owns", "n_b", "d2", "Sure.", Status::asserted, 0.75})});
  const EdgeView edge = *edge_views(graph).begin();
  CHECK(edge.confidence() == 1);
  CHECK(edge.evidence() == "Sure.");
  const Graph bare = build(std::vector<Claim>{row});
  CHECK((*edge_views(bare).begin()).evidence().empty());
}

TEST_CASE("each statement is an edge of its own where that is asked") {
  const Graph graph = build(kMixed, {.edges = EdgeMode::statements});
  CHECK(boost::num_edges(graph) == 5);
  std::vector<std::string> ids;
  for (const EdgeView edge : edge_views(graph)) {
    CHECK(edge.weight() == 1);
    ids.push_back(edge.id());
  }
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}

TEST_CASE("the graph does not depend on the order of claims") {
  std::vector<Claim> claims = kMixed;
  const Graph expected = build(claims);
  std::reverse(claims.begin(), claims.end());
  const Graph reversed = build(claims);
  CHECK(edges_of(reversed) == edges_of(expected));
  CHECK(nodes_of(reversed) == nodes_of(expected));
}

TEST_CASE("a statement that comes again counts once") {
  std::vector<Claim> claims(2, claim({.subject = "n_a", .relation = "owns", .object = "n_b"}));
  claims[1].confidence = 0.75;
  claims[1].id = "another";
  GraphBuilder builder;
  for (const Claim& each : claims) builder.add(each);
  BuildReport report;
  const Graph graph = builder.build(&report);
  const EdgeView edge = *edge_views(graph).begin();
  CHECK(edge.weight() == 1);
  CHECK(edge.confidence() == 0.75F);
  CHECK(report.repeated == 1);
  CHECK(report.statements == 1);
}

TEST_CASE("rows without a sentence are the same only where their claim is") {
  std::vector<Claim> claims(3,
                            claim({.subject = "n_a", .relation = "owns", .object = "n_b", .sentence = ""}));
  claims[1].id = "c-0000000000000001";
  CHECK((*edge_views(build(claims)).begin()).weight() == 2);
}

TEST_CASE("an entity names its node and counts its mentions") {
  const Graph graph = build(kMixed, {}, {entity("n_a", "place")});
  const NodeView node = *node_views(graph).begin();
  CHECK(node.name() == "The a");
  CHECK(node.type() == "place");
  REQUIRE(node.alias_count() == 1);
  CHECK(node.alias(0) == "a (alias)");
  CHECK(node.mentions() == 5);
  CHECK(node.documents() == 2);
}

TEST_CASE("an entity that no edge needs gives no node") {
  const Graph graph = build(kMixed, {}, {entity("n_x", "place")});
  CHECK(boost::num_vertices(graph) == 3);
}

TEST_CASE("arguments that are no names are left out where nobody asks for them") {
  Claim by_critics = claim({.subject = "n_critics", .relation = "bans", .object = "n_a"});
  by_critics.subject.named = false;
  Claim of_smoking = claim({.subject = "n_a", .relation = "bans", .object = "n_x"});
  of_smoking.object = {};
  of_smoking.object.name = "smoking in pubs";
  Claim denounced = of_smoking;
  denounced.relation = "denounces";
  const std::vector<Claim> claims{by_critics, of_smoking, denounced};

  CHECK(nodes_of(build(claims)) ==
        std::vector<std::string>{"n_a a organization", "n_thing_smoking-in-pubs smoking in pubs thing"});
  CHECK(boost::num_edges(build(claims)) == 1);
  CHECK(boost::num_edges(build(claims, {.unnamed = true})) == 3);
}

TEST_CASE("known links are edges where that is asked, up to where they lead") {
  const std::vector<Entity> entities{entity("n_a", "organization", {{"represents", "n_g"}}),
                                     entity("n_g", "organization", {{"part_of", "n_p_s"}}),
                                     entity("n_p_s", "place")};
  CHECK(boost::num_edges(build(kMixed, {}, entities)) == 4);
  const Graph linked = build(kMixed, {.links = true}, entities);
  const std::vector<std::string> edges = edges_of(linked);
  CHECK(edges.size() == 6);
  CHECK(std::count(edges.begin(), edges.end(), "n_a represents n_g ") == 1);
  CHECK(std::count(edges.begin(), edges.end(), "n_g part_of n_p_s ") == 1);
}

TEST_CASE("roll-up replaces an actor by what it stands for") {
  const std::vector<Entity> entities{entity("n_spokesman", "person", {{"represents", "n_ministry"}}),
                                     entity("n_ministry", "organization", {{"part_of", "n_p_land"}}),
                                     entity("n_p_land", "place"),
                                     entity("n_other", "organization", {{"part_of", "n_p_land"}})};
  const std::vector<Claim> claims{
      claim({.subject = "n_spokesman", .relation = "denounces", .object = "n_a"}),
      claim({.subject = "n_ministry", .relation = "denounces", .object = "n_a"}),
      claim({.subject = "n_other", .relation = "denounces", .object = "n_spokesman"})};
  CHECK(edges_of(build(claims, {.rollup = Rollup::organization}, entities)) ==
        std::vector<std::string>{"n_ministry denounces n_a asserted | 2023-03-16 A sentence.",
                                 "n_other denounces n_ministry asserted | 2023-03-16 A sentence."});
  GraphBuilder builder({.rollup = Rollup::state});
  for (const Entity& each : entities) builder.add(each);
  for (const Claim& each : claims) builder.add(each);
  BuildReport report;
  const Graph graph = builder.build(&report);
  CHECK(edges_of(graph) ==
        std::vector<std::string>{"n_p_land denounces n_a asserted | 2023-03-16 A sentence."});
  CHECK(report.rolled_loops == 1);
  CHECK(report.repeated == 1);
}

TEST_CASE("roll-up ends where links go in a circle") {
  const std::vector<Entity> entities{entity("n_a", "organization", {{"part_of", "n_b"}}),
                                     entity("n_b", "organization", {{"part_of", "n_a"}})};
  const Graph graph = build({claim({.subject = "n_c", .relation = "owns", .object = "n_a"})},
                            {.rollup = Rollup::state}, entities);
  CHECK(boost::num_edges(graph) == 1);
}

TEST_CASE("a graph added to a builder comes out as it was") {
  const std::vector<Entity> entities{entity("n_a", "organization", {{"part_of", "n_b"}}),
                                     entity("n_b", "place")};
  const Graph first = build(kMixed, {.links = true}, entities);
  GraphBuilder builder;
  builder.add(first);
  builder.add(first);
  const Graph second = builder.build();
  CHECK(edges_of(second) == edges_of(first));
  CHECK(nodes_of(second) == nodes_of(first));
  CHECK((*edge_views(second).begin()).id() == (*edge_views(first).begin()).id());
}

TEST_CASE("a builder is empty after it has built") {
  GraphBuilder builder;
  builder.add(kMixed[0]);
  CHECK(boost::num_edges(builder.build()) == 1);
  CHECK(boost::num_vertices(builder.build()) == 0);
}

}  // namespace newsgraph
