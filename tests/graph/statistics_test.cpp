#include "graph/statistics.h"

#include <map>

#include "graph/chain.h"

namespace newsgraph {

using test::build;
using test::chain;

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

}  // namespace newsgraph
