// Rows of relation tables go into the graph without claims; the graph has to be the one that claims give.
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "catch.h"
#include "claims/schema/schema.h"
#include "entities/entity_table.h"
#include "formats/registry.h"
#include "graph/view.h"
#include "knowledge/knowledge.h"
#include "pipeline/pipeline.h"

using namespace newsgraph;
namespace fs = std::filesystem;

namespace {

class File {
 public:
  explicit File(const std::string& text)
      : path_(fs::temp_directory_path() / ("newsgraph-rows-" + std::to_string(::getpid()) + ".csv")) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~File() { fs::remove(path_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  std::vector<std::string> paths() const { return {path_.string()}; }

 private:
  fs::path path_;
};

PipelineTools tools(const Knowledge& knowledge, unsigned jobs) {
  PipelineTools tools;
  tools.knowledge = &knowledge;
  tools.schema = &RelationSchema::built_in();
  tools.model = []() -> std::shared_ptr<const Model> { throw std::logic_error("tables need no model"); };
  tools.jobs = jobs;
  return tools;
}

std::string graphml(const Graph& graph) {
  const Format* format = find_format("graphml");
  StringSink sink;
  Losses losses;
  write_part(*format, format->parts.front(), graph, sink, {}, losses);
  return sink.text();
}

std::string by_rows(const File& table, const Knowledge& knowledge, unsigned jobs) {
  return graphml(build_graph(table.paths(), {}, tools(knowledge, jobs), {}).graph);
}

std::string by_claims(const File& table, const Knowledge& knowledge) {
  GraphBuilder builder;
  EntityTable entities(knowledge);
  PipelineHandlers handlers;
  handlers.on_claim = [&](Claim&& claim) { builder.add(claim); };
  handlers.on_entities = [&](const std::vector<Entity>& found) { entities.add(found); };
  run_pipeline(table.paths(), {}, tools(knowledge, 1), handlers);
  for (const Entity& entity : entities.entities()) builder.add(entity);
  return graphml(builder.build());
}

constexpr const char* kHeader = "source,source_type,relation,target,target_type,date,evidence,title,url\n";

// Names that mean one thing everywhere, that only the document decides, that are one entity under two names,
// that have to be kept apart within a row, and that act or do not.
const std::string kNasty = std::string(kHeader) +
                           "Beijing,,denounces,Washington,,2023-01-02,,,\n"
                           "Quillon Works,organization,owns,Beijing,,,,,\n"
                           "Quillon Works Ltd.,organization,owns,Vienna,,,,,\n"
                           "QUILLON WORKS,,denounces,Vienna,,2023,,,\n"
                           "QUILLON WORKS,,denounces,Paris,place,2023,,,\n"
                           "Georgia,,denounces,Russia,,,Tbilisi spoke.,One,https://news.example/1\n"
                           "Georgia,,denounces,Russia,,,Atlanta spoke.,Two,https://news.example/2\n"
                           "Foreign Ministry,,denounces,Quillon Works,,,,One,https://news.example/1\n"
                           "Foreign Ministry,,denounces,Quillon Works,,,,Two,https://news.example/2\n"
                           "Chinese Foreign Ministry,,denounces,Quillon Works,,,,,\n"
                           "Kremlin spokesman,,denounces,Jordan,,,,,\n"
                           "Orion Inc.,organization,owns,Orion,organization,,,,\n"
                           "Orion,organization,owns,Orion Ltd.,organization,,,,\n"
                           "Orion,organization,owns,Orion,organization,,,,\n"
                           "President Anna Example,person,bans,Anna Example,person,,,,\n"
                           "Nobody At All,,bans,Somebody Else,,,,,\n"
                           "Somebody Else,,bans,Nobody At All,,,,,\n"
                           "SOMEBODY ELSE,,bans,Quillon Works,,,,,\n"
                           "Jordan,person,owns,Jordan,place,,,,\n";

// Enough names and rows for several parts of the work, each name met in several spellings and roles.
std::string many_rows() {
  constexpr const char* kRelations[] = {"owns", "denounces", "bans"};
  std::string text = kHeader;
  for (int i = 0; i < 6000; ++i) {
    const std::string name = "Company " + std::to_string(i % 1500);
    text += name + (i % 7 == 0 ? " Inc." : "") + "," + (i % 5 == 0 ? "organization" : "") + "," +
            kRelations[i % 3] + "," + (i % 11 == 0 ? "COMPANY " : "Company ") +
            std::to_string(i * 31 % 1700) + ",,," + (i % 13 == 0 ? "Said in Tbilisi." : "") + ",,\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a table's graph is the one that its rows give as claims, on any number of threads") {
  const File table(GENERATE(false, true) ? many_rows() : kNasty);
  const std::string expected = by_claims(table, Knowledge::built_in());
  REQUIRE(expected.find("<edge") != std::string::npos);
  CHECK(by_rows(table, Knowledge::built_in(), 1) == expected);
  CHECK(by_rows(table, Knowledge::built_in(), 2) == expected);
}

TEST_CASE("a user's wishes about names hold for rows of tables") {
  const Knowledge::Source wishes{R"({"format": "newsgraph-entities", "version": 1,
    "ignore": ["Somebody Else"], "never_merge": [["Quillon Works", "Quillon Works Ltd."]]})",
                                 "wishes.json"};
  const Knowledge knowledge = Knowledge::from_json({&wishes, 1});
  const File table(kNasty);
  const std::string graph = by_rows(table, knowledge, 2);
  CHECK(graph == by_claims(table, knowledge));
  CHECK(graph.find("Somebody Else") == std::string::npos);
  CHECK(graph.find("n_quillon-works-ltd") != std::string::npos);
}

TEST_CASE("rows that were not resolved are a fault of the caller") {
  GraphBuilder builder;
  const EdgeRow row{.source = "A", .relation = "owns", .target = "B", .document = "d"};
  builder.add(std::span(&row, 1));
  CHECK_THROWS_AS(builder.build(), std::logic_error);
}
