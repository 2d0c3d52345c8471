// The page's data: complete, within limits, and unable to leave the element that they are in.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "catch.h"
#include "formats/html/html.h"
#include "formats/html/html_data.h"
#include "formats/html/html_part.h"
#include "formats/html/html_statement.h"
#include "formats/html/html_template.h"
#include "formats/nasty_graphs.h"
#include "formats/written.h"
#include "graph/builder.h"
#include "graph/claims_for_tests.h"
#include "graph/layout.h"
#include "graph/view.h"
#include "support/error.h"

namespace newsgraph {
namespace {

using Json = nlohmann::json;
using test::claim;
using test::nasty_graph;
using test::nasty_graph_names;

std::string data_text(const Graph& graph, Losses* losses = nullptr) {
  StringSink sink;
  Losses ignored;
  write_page_data(graph, totals_of(graph), sink, losses == nullptr ? ignored : *losses);
  return sink.text();
}

std::string script_safe(std::string_view json) {
  StringSink sink;
  write_script_safe(json, sink);
  return sink.text();
}

// A star: its edges have 1, 2, 3 … statements.
Graph star(std::size_t edges) {
  GraphBuilder builder;
  for (std::size_t edge = 1; edge <= edges; ++edge)
    for (std::size_t i = 0; i < edge; ++i)
      builder.add(claim({.subject = "n_hub",
                         .relation = "owns",
                         .object = "n_" + std::to_string(edge),
                         .document = "d" + std::to_string(i),
                         .sentence = "Sentence " + std::to_string(i),
                         .confidence = 0.5 + 0.01 * static_cast<double>(i)}));
  return builder.build();
}

}  // namespace

TEST_CASE("JSON in a script element has nothing that HTML or JavaScript takes for its own") {
  CHECK(script_safe(R"({"a":"</script><!--&amp;"})") == R"({"a":"\u003c/script\u003e\u003c!--\u0026amp;"})");
  CHECK(script_safe("\"a\xE2\x80\xA8"
                    "b\xE2\x80\xA9\"") == R"("a\u2028b\u2029")");
  CHECK(script_safe("\"\xE2\x82\xAC \xE2\x80\x9C\"") == "\"\xE2\x82\xAC \xE2\x80\x9C\"");
  CHECK(script_safe("").empty());
  for (const std::string& name : nasty_graph_names()) {
    INFO(name);
    CHECK(data_text(nasty_graph(name)).find_first_of("<>&") == std::string::npos);
  }
}

TEST_CASE("the data are the graph") {
  for (const std::string& name : nasty_graph_names()) {
    INFO(name);
    const Graph graph = nasty_graph(name);
    const Json page = Json::parse(data_text(graph));
    REQUIRE(page["nodes"].size() == boost::num_vertices(graph));
    REQUIRE(page["edges"].size() == boost::num_edges(graph));
    std::size_t place = 0;
    for (const EdgeView edge : edge_views(graph)) {
      const Json& each = page["edges"][place++];
      CHECK(each["id"] == edge.id());
      CHECK(page["nodes"][each["source"].get<std::size_t>()]["id"] == edge.source().id());
      CHECK(page["nodes"][each["target"].get<std::size_t>()]["id"] == edge.target().id());
      CHECK(each.value("statements", Json::array()).size() == edge.statement_count());
    }
    for (const Json& node : page["nodes"]) CHECK((node["x"].is_number() && node["y"].is_number()));
  }
}

TEST_CASE("marks count as JavaScript does") {
  CHECK(utf16_length("abc") == 3);
  CHECK(utf16_length("\xC3\xA9\xE2\x82\xAC") == 2);
  CHECK(utf16_length("\xF0\x9F\x98\x80") == 2);
  CHECK(utf16_length("\xFF\xC3(") == 3);

  GraphBuilder builder;
  Claim ban = claim(
      {.subject = "n_a", .relation = "bans", .object = "n_b", .sentence = "\xF0\x9F\x98\x80 A banned B."});
  ban.evidence.extent = {0, 16};
  ban.subject.text = "A", ban.subject.extent = {5, 6};
  ban.object.text = "B", ban.object.extent = {14, 15};
  ban.trigger = Trigger{"banned", {7, 13}};
  builder.add(ban);
  const Json page = Json::parse(data_text(builder.build()));
  CHECK(page["edges"][0]["statements"][0]["marks"] ==
        Json::parse(R"([[3, 4, "subject"], [5, 11, "trigger"], [12, 13, "object"]])"));
}

TEST_CASE("positions are the file's where it has all, else newsgraph's own") {
  Graph graph = nasty_graph("parallel edges");
  const Json page = Json::parse(data_text(graph));
  CHECK(page["nodes"][0]["x"] != page["nodes"][1]["x"]);
  CHECK(page["placed"] == false);
  layout(graph);
  const Json placed = Json::parse(data_text(graph));
  CHECK(placed["placed"] == true);
  CHECK(placed["nodes"][0]["x"] == placed["nodes"][0]["attributes"]["x"]);
}

TEST_CASE("nodes say which state and which community they belong to") {
  GraphBuilder builder;
  for (const char* body : {"n_white-house", "n_united-states", "n_no-such-company"})
    builder.add(claim({.subject = body, .relation = "bans", .object = "n_tiktok"}));
  const Json page = Json::parse(data_text(builder.build()));
  for (const Json& node : page["nodes"]) {
    INFO(node.dump());
    CHECK(node["community"].is_number_unsigned());
    if (node["id"] == "n_united-states" || node["id"] == "n_white-house")
      CHECK(node["state"] == "United States");
    if (node["id"] == "n_no-such-company") CHECK_FALSE(node.contains("state"));
  }
}

TEST_CASE("ended and denied are two lines") {
  GraphBuilder builder;
  builder.add(claim({.subject = "n_a", .relation = "owns", .object = "n_b", .status = Status::ended}));
  builder.add(claim({.subject = "n_a", .relation = "owns", .object = "n_c", .status = Status::denied}));
  const Json page = Json::parse(data_text(builder.build()));
  CHECK(page["statuses"] ==
        Json::parse(R"([{"name": "denied", "line": "dashdot"}, {"name": "ended", "line": "dotted"}])"));
}

TEST_CASE("a page that is damaged is refused with a reason") {
  const std::string head = R"(<!DOCTYPE html><meta name="generator" content="newsgraph"><script id="data">)";
  const auto complaint = [&](const std::string& data) {
    try {
      read_graph_page(head + data, "page.html", 1);
    } catch (const Error& error) {
      CHECK(error.where().starts_with("page.html"));
      return error.message();
    }
    return std::string("none");
  };
  CHECK(is_graph_page(head));
  const auto has = [](const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
  };
  CHECK(has(complaint("</script>"), "the file is no valid JSON"));
  CHECK(has(complaint(R"({"nodes":[)"), "the page is cut off"));
  const std::string node = R"({"types":[{"name":"place"}],"nodes":[{"id":"n_a","type":)";
  CHECK(has(complaint(node + "1}]}<"), "the page's data have no type number 1"));
  CHECK(has(complaint(node + "-1}]}<"), "the page's data have no type number -1"));
  CHECK(has(complaint(node + R"("0"}]}<)"), "the page's data have no type number \"0\""));
  CHECK(has(complaint(node + R"(0}],"edges":[{"source":0,"target":9}]}<)"),
            "the page's data have no target number 9"));
  CHECK(has(complaint(node + "0}]}<"), "none"));
  CHECK_THROWS_AS(read_graph_page("<!DOCTYPE html>", "page.html", 1), Error);
}

TEST_CASE("of a graph that is too large the strongest edges stay") {
  const Graph graph = star(6);
  CHECK(fits(graph, {.nodes = 7, .edges = 6}));
  CHECK_FALSE(fits(graph, {.nodes = 6, .edges = 6}));
  CHECK_FALSE(fits(graph, {.nodes = 7, .edges = 5}));

  const auto weights = [](const Graph& part) {
    std::vector<double> result;
    for (const EdgeView edge : edge_views(part)) result.push_back(edge.weight());
    std::sort(result.begin(), result.end());
    return result;
  };
  CHECK(weights(strongest_part(graph, {.nodes = 100, .edges = 3})) == std::vector<double>{4, 5, 6});
  const Graph few = strongest_part(graph, {.nodes = 3, .edges = 100});
  CHECK(weights(few) == std::vector<double>{5, 6});
  CHECK(boost::num_vertices(few) == 3);
}

TEST_CASE("of an edge with very many statements the best stay, in their order") {
  const Graph graph = star(8);
  CHECK(statements_an_edge(graph, 36) == 1000);
  CHECK(statements_an_edge(graph, 24) == 3);
  CHECK(statements_an_edge(graph, 1) == 1);
  for (const EdgeView edge : edge_views(graph))
    if (edge.statement_count() == 8) CHECK(best_statements(edge, 3) == std::vector<std::size_t>{5, 6, 7});
}

#ifdef NEWSGRAPH_HAVE_PAGE
TEST_CASE("the page has its policy, its data and its licences") {
  const std::string page = test::written("html", nasty_graph("news"));
  CHECK(page.starts_with("<!DOCTYPE html>"));
  CHECK(page.find("default-src 'none'; script-src 'sha256-") != std::string::npos);
  CHECK(page.find("unsafe") == page.find("unsafe-none"));  // neither unsafe-inline nor unsafe-eval
  CHECK(page.find("The White House banned TikTok.") != std::string::npos);
  CHECK(page.find("Permission is hereby granted") != std::string::npos);
  CHECK(page.find("@newsgraph-data@") == std::string::npos);
}
#else
TEST_CASE("without Node.js the remedy names it") {
  CHECK(kPageRemedy.find("Node.js") != std::string_view::npos);
  CHECK_THROWS_AS(page_template(), Error);
}
#endif

}  // namespace newsgraph
