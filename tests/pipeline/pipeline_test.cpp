#include "pipeline/pipeline.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "catch.h"
#include "claims/record/claim_json.h"
#include "claims/schema/schema.h"
#include "graph/view.h"
#include "knowledge/knowledge.h"
#include "language/model.h"
#include "support/error.h"

using namespace newsgraph;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "newsgraph-pipeline-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw Error("no temporary folder");
    path_ = pattern;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }

 private:
  fs::path path_;
};

PipelineTools tools(unsigned jobs) {
  PipelineTools tools;
  tools.knowledge = &Knowledge::built_in();
  tools.schema = &RelationSchema::built_in();
  tools.model = [] { return Model::built_in(); };
  tools.jobs = jobs;
  return tools;
}

std::string claims_of(const std::vector<std::string>& inputs, unsigned jobs, ReadReport* report = nullptr) {
  std::string lines;
  PipelineHandlers handlers;
  handlers.on_claim = [&](Claim&& claim) { lines += claim_to_json(claim) + "\n"; };
  const ReadReport read = run_pipeline(inputs, {}, tools(jobs), handlers);
  if (report != nullptr) *report = read;
  return lines;
}

}  // namespace

TEST_CASE("Articles give the same claims for every number of threads") {
  const std::string sample = std::string(NEWSGRAPH_SOURCE_DIR) + "/data/sample";
  const std::string one = claims_of({sample}, 1);
  CHECK(std::count(one.begin(), one.end(), '\n') > 20);
  CHECK(claims_of({sample}, 2) == one);
  CHECK(claims_of({sample}, 4) == one);
}

TEST_CASE("What claims wrote is read again as the same claims") {
  const Folder folder;
  const std::string lines =
      claims_of({std::string(NEWSGRAPH_SOURCE_DIR) + "/data/sample/tiktok-beijing.txt"}, 1);
  REQUIRE_FALSE(lines.empty());
  CHECK(claims_of({folder.write("claims.jsonl", lines)}, 2) == lines);
}

TEST_CASE("Rows of a table become claims; a bad row is skipped with its line") {
  const Folder folder;
  ReadReport report;
  const std::string lines = claims_of({folder.write("t.csv",
                                                    "source,relation,target,status\n"
                                                    "A Corp,owns,B Corp,asserted\n"
                                                    "A Corp,owns,C Corp,perhaps\n")},
                                      1, &report);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 1);
  REQUIRE(report.skipped.size() == 1);
  CHECK(report.skipped.front().where.find("t.csv:3") != std::string::npos);
}

TEST_CASE("A graph needs no language model") {
  const Folder folder;
  PipelineTools without_model = tools(1);
  without_model.model = []() -> std::shared_ptr<const Model> { throw Error("the model was asked for"); };
  const PipelineGraph made = build_graph(
      {folder.write("t.csv", "source,relation,target\nA Corp,owns,B Corp\n")}, {}, without_model, {});
  CHECK(boost::num_vertices(made.graph) == 2);
  CHECK(boost::num_edges(made.graph) == 1);
}

TEST_CASE("Of two copies of an article the later one is in the graph, in whatever order they are read") {
  const Folder folder;
  const auto article = [](const char* date, const char* more) {
    return std::string(R"({"url": "https://news.example/a", "title": "Ban", "date": ")") + date +
           R"(", "text": "Norland has banned Tabbia, the justice ministry said in a statement on Monday. )" +
           more + "\"}\n";
  };
  const std::string first = article("2025-05-04", "Orlo owns Tabbia.");
  const std::string later = article("2025-05-05", "Pimex owns Tabbia.");
  const std::string row =
      "source,relation,target,url\nKestrel,owns,Tabbia,https://news.example/a\n";  // by hand: it stays
  const std::vector<std::vector<std::string>> orders = {
      {folder.write("a1.jsonl", first), folder.write("a2.csv", row), folder.write("a3.jsonl", later)},
      {folder.write("b1.jsonl", later), folder.write("b2.csv", row), folder.write("b3.jsonl", first)}};
  for (const auto& order : orders) {
    const PipelineGraph made = build_graph(order, {}, tools(2), {});
    std::set<std::string> edges;
    for (const EdgeView edge : edge_views(made.graph))
      edges.insert(std::string(edge.source().name()) + " " + std::string(edge.relation()) + " " +
                   std::to_string(edge.statement_count()));
    CHECK(edges == std::set<std::string>{"Kestrel owns 1", "Norland bans 1", "Pimex owns 1"});
    CHECK(made.read.older == 1);
    CHECK(made.read.outdated == 0);
  }
  ReadReport report;
  CHECK(claims_of(orders[0], 1, &report).find("Orlo") != std::string::npos);  // it was handed on already
  CHECK(report.outdated == 1);
}

TEST_CASE("A failure of the receiver ends the run with one thread and with several") {
  const unsigned jobs = GENERATE(1u, 2u);
  PipelineHandlers handlers;
  handlers.on_claim = [](Claim&&) { throw Error("the disk is full"); };
  const std::string sample = std::string(NEWSGRAPH_SOURCE_DIR) + "/data/sample";
  CHECK_THROWS_AS(run_pipeline({sample}, {}, tools(jobs), handlers), Error);
}
