// The public C++ interface.
#include <newsgraph/newsgraph.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"

namespace ng = newsgraph::api;

namespace {

const ng::Article kBan{.text = "Australia banned TikTok on government devices on Tuesday.",
                       .title = "A ban",
                       .date = "4 April 2023",
                       .url = "https://news.example/ban"};

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("An article gives its claims, with their places in the text") {
  ng::Reader reader;
  const std::vector<ng::Claim> claims = reader.read(kBan);
  REQUIRE(claims.size() == 1);
  const ng::Claim& claim = claims.front();
  CHECK(claim.subject.name == "Australia");
  CHECK(claim.subject.id == "n_australia");
  CHECK(claim.relation == "bans");
  CHECK(claim.object.name == "TikTok");
  CHECK(claim.status == ng::Status::asserted);
  CHECK(claim.scope == "on government devices");
  CHECK(claim.document_date == "2023-04-04");
  CHECK(claim.document_url == "https://news.example/ban");
  const std::string text = ng::text_of(kBan);
  CHECK(text == "A ban\n\nAustralia banned TikTok on government devices on Tuesday.");
  const auto at = [&](const ng::Range& range) { return text.substr(range.begin, range.end - range.begin); };
  CHECK(at(claim.object.place) == "TikTok");
  CHECK(at(claim.sentence_place) == claim.sentence);
}

TEST_CASE("Articles without text and with broken text do no harm") {
  ng::Reader reader;
  CHECK(reader.read({}).empty());
  CHECK(reader.read({.text = "\xff\xfe \x1b[31m"}).empty());
}

TEST_CASE("A graph collects articles, claims that are wanted and files") {
  const ng::Reader reader;
  ng::Graph graph(reader);
  graph.add(kBan);
  CHECK(graph.edges().size() == 1);
  graph.add({.text = "India banned TikTok in 2020."}, [](const ng::Claim&) { return false; });
  CHECK(graph.edges().size() == 1);
  graph.add({.text = "India banned TikTok in 2020."});
  const std::vector<ng::Edge> edges = graph.edges();
  const std::vector<ng::Node> nodes = graph.nodes();
  REQUIRE(edges.size() == 2);
  CHECK(nodes.size() == 3);
  CHECK(nodes.at(edges[0].source).name == "Australia");
  CHECK(nodes.at(edges[1].source).name == "India");
  CHECK(nodes.at(edges[1].target).name == "TikTok");
  CHECK(edges[0].first_date == "2023-04-04");
}

TEST_CASE("What is written is read again") {
  const std::string path = (std::filesystem::temp_directory_path() / "newsgraph-library-test.json").string();
  const ng::Reader reader;
  ng::Graph graph(reader);
  graph.add(kBan);
  graph.write(path);
  CHECK(read_file(path) == graph.text("json"));
  ng::Graph copy(reader);
  CHECK(copy.add_input(path).empty());
  CHECK(copy.text("json") == graph.text("json"));
  std::filesystem::remove(path);
  const std::vector<std::string> problems = copy.add_input(path);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].find(path) != std::string::npos);
}

TEST_CASE("Decisions count for articles, claims and files") {
  const auto folder = std::filesystem::temp_directory_path();
  const std::string path = (folder / "newsgraph-library-decisions.jsonl").string();
  const std::string json = (folder / "newsgraph-library-decided.json").string();
  std::ofstream(path) << R"({"decision":"merge","names":["TikTok"],"into":"ByteDance"})"
                      << "\n"
                      << R"({"decision":"ignore","names":["India"]})"
                      << "\n";
  const ng::Reader plain;
  ng::Graph before(plain);
  before.add(kBan);
  before.add({.text = "India banned TikTok in 2020."});
  before.write(json);

  ng::Reader reader({.decisions = path});
  REQUIRE(reader.read(kBan).size() == 1);
  CHECK(reader.read(kBan)[0].object.name == "ByteDance");
  CHECK(reader.read({.text = "India banned TikTok in 2020."}).empty());
  ng::Graph graph(reader);
  graph.add(kBan);
  CHECK(graph.edges().size() == 1);
  ng::Graph read(reader);
  CHECK(read.add_input(json).empty());
  REQUIRE(read.edges().size() == 1);
  CHECK(read.nodes().at(read.edges()[0].target).name == "ByteDance");

  std::ofstream(path) << "{}\n";
  CHECK_THROWS_AS(ng::Reader({.decisions = path}), ng::Error);
  std::filesystem::remove(path);
  std::filesystem::remove(json);
}

TEST_CASE("A graph does not depend on the order, nor on being looked at") {
  const ng::Article other{.text = "India banned TikTok in 2020.", .id = "other"};
  const ng::Reader reader;
  ng::Graph one(reader);
  one.add(kBan);
  CHECK(one.nodes().size() == 2);
  one.add(other);
  ng::Graph two(reader);
  two.add(other);
  two.add(kBan);
  CHECK(one.text("graphml") == two.text("graphml"));
}

TEST_CASE("A graph outlives its reader") {
  ng::Graph graph = [] { return ng::Graph(ng::Reader()); }();
  graph.add(kBan);
  CHECK(graph.nodes().size() == 2);
}

TEST_CASE("What goes wrong is the public error, with the remedy") {
  CHECK_THROWS_AS(ng::Reader({.relations = "/no/such/file.json"}), ng::Error);
  const ng::Reader reader;
  const ng::Graph graph(reader);
  CHECK_THROWS_AS(graph.text("gephi-csv"), ng::Error);
  try {
    graph.write("graph.unknown");
    FAIL("written");
  } catch (const ng::Error& error) {
    CHECK(std::string(error.what()).find("newsgraph formats") != std::string::npos);
  }
}
