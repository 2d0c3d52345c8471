#include "cli/bar_chart.h"

#include <cstdlib>

#include "catch.h"

using namespace newsgraph::cli;

namespace {

Terminal terminal(int columns) {
  ::setenv("COLUMNS", std::to_string(columns).c_str(), 1);
  return Terminal(1, When::never);
}

}  // namespace

TEST_CASE("Counts of all sections are aligned, bars are as long as the counts") {
  const std::vector<CountSection> sections{{"Graph", {{"nodes", 65}}, false},
                                           {"Relations", {{"bans", 16}, {"denounces", 4}, {"none", 0}}},
                                           {"Nothing", {}}};
  CHECK(count_sections(sections, terminal(40)) ==
        "Graph\n"
        "nodes      65\n"
        "\n"
        "Relations\n"
        "bans       16  █████████████████████████\n"
        "denounces   4  ██████▎\n"
        "none        0\n");
}

TEST_CASE("A small count has a bar, however small") {
  CHECK(count_sections({{"A", {{"much", 1000000}, {"one", 1}}}}, terminal(60)).find("1  ▏\n") !=
        std::string::npos);
}

TEST_CASE("Where there is no room, names are cut and bars go") {
  const std::string text =
      count_sections({{"A", {{std::string(100, 'x'), 5}, {std::string(50, 'y'), 2}}}}, terminal(40));
  CHECK(text == "A\n" + std::string(36, 'x') + "…  5\n" + std::string(36, 'y') + "…  2\n");
}
