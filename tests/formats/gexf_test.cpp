// When edges of GEXF are there.
#include "catch.h"
#include "formats/written.h"
#include "graph/builder.h"
#include "graph/claims_for_tests.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

using namespace test;

// One edge that documents of these dates speak of.
Graph edge_of_dates(const std::vector<std::string>& dates) {
  GraphBuilder builder;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const std::string number = std::to_string(i);
    builder.add(claim({.subject = "n_a",
                       .relation = "owns",
                       .object = "n_b",
                       .document = "d" + number,
                       .sentence = "Sentence " + number + ".",
                       .date = dates[i]}));
  }
  return builder.build();
}

std::string edge_of(const std::string& gexf) {
  const std::size_t begin = gexf.find("<edge ");
  return gexf.substr(begin, gexf.find("<attvalues>", begin) - begin);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("an edge of one day begins and ends on it, and has no spells") {
  const std::string format = GENERATE(as<std::string>(), "gexf", "gexf12");
  const std::string edge = edge_of(written(format, edge_of_dates({"2023-03-16", "2023-03-16"})));
  CHECK(edge.find("start=\"2023-03-16\" end=\"2023-03-16\"") != std::string::npos);
  CHECK(edge.find("<spell") == std::string::npos);
}

TEST_CASE("an edge of several days has a spell for each, in order") {
  const std::string format = GENERATE(as<std::string>(), "gexf", "gexf12");
  const Graph graph = edge_of_dates({"2023-03-16", "2019-01-02", "2023-03-16", "2021-12-31", "2018"});
  const std::string gexf = written(format, graph);
  const std::string edge = edge_of(gexf);
  CHECK(
      edge.ends_with("<spells>\n"
                     "<spell start=\"2019-01-02\" end=\"2019-01-02\"/>\n"
                     "<spell start=\"2021-12-31\" end=\"2021-12-31\"/>\n"
                     "<spell start=\"2023-03-16\" end=\"2023-03-16\"/>\n"
                     "</spells>\n"));
  CHECK(count(edge.substr(0, edge.find('>')), "start=") == 0);
  const Graph back = find_format("gexf")->read(gexf, "test", 1);
  const EdgeView only = *edge_views(back).begin();
  CHECK(only.first_date() == "2018");
  CHECK(only.last_date() == "2023-03-16");
  CHECK(written(format, back) == gexf);
}

TEST_CASE("what only has the length of a day is none") {
  for (const char* date : {"2024-x5-03", "2024-05-0?", "abcd-ef-gh", "2024_05_03"})
    CHECK(edge_of(written("gexf", edge_of_dates({date}))).find("start=") == std::string::npos);
}

TEST_CASE("a year is no day") {
  const std::string edge = edge_of(written("gexf", edge_of_dates({"2018", "2019"})));
  CHECK(edge.find("start=") == std::string::npos);
  CHECK(edge.find("<spell") == std::string::npos);
}

}  // namespace newsgraph
