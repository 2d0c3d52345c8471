#include "graph/explain.h"

#include "graph/chain.h"

namespace newsgraph {

using test::build;
using test::chain;
using test::claim;

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

}  // namespace newsgraph
