// From a text, or from a file of claims, to every writer.
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claims/extractor.h"
#include "claims/record/claim_csv.h"
#include "claims/record/claim_json.h"
#include "claims/record/claim_table.h"
#include "entities/resolver.h"
#include "graph/builder.h"
#include "graphs.h"
#include "language/model.h"
#include "other_targets.h"
#include "pipeline/pipeline_claims.h"
#include "store/store_reader.h"
#include "support/encoding.h"
#include "targets.h"

namespace newsgraph::fuzz {
namespace {

const EntityResolver& resolver() {
  static const EntityResolver made(Knowledge::built_in());
  return made;
}

void check_claim(const Claim& claim) {
  const std::string json = claim_to_json(claim);
  require(json.find('\n') == std::string::npos, "a claim is one line");
  const std::optional<Claim> back = claim_from_json(json, "written");
  require(back && claim_to_json(*back) == json, "a claim comes back as it was");
  const std::string table = claim_csv_header() + claim_to_csv(claim);
  Input input("written.csv", std::make_unique<MemorySource>(table));
  TableSource source(input, ',', Limits());
  TableRow row;
  require(source.next(row), "a table has a header");
  const ClaimTable columns(row.fields, "written.csv");
  require(source.next(row), "a claim is a row of a table");
  const std::optional<Claim> cells = columns.read(row, "written");
  require(cells.has_value(), "a row of a table is a claim");
  require(claim_to_csv(*cells) == claim_to_csv(claim), "a claim goes through a table without loss");
}

// Everything that a document can say, in one graph with unnamed actors and edges a statement.
class Graphs {
 public:
  Graphs() : detailed_({.edges = EdgeMode::statements, .links = true, .unnamed = true}) {}

  void add(std::vector<Claim>& claims, const std::vector<Entity>& entities) {
    for (const Claim& claim : claims) {
      check_claim(claim);
      merged_.add(claim);
      detailed_.add(claim);
    }
    for (const Entity& entity : entities) {
      merged_.add(entity);
      detailed_.add(entity);
    }
  }

  void check() {
    check_writers(merged_.build());
    check_writers(detailed_.build());
  }

 private:
  GraphBuilder merged_;
  GraphBuilder detailed_;
};

bool lies_in(const Extent& extent, const std::string& text) {
  return extent.begin <= extent.end && extent.end <= text.size();
}

// Offsets are bytes of the text, and what is quoted stands there.
void check_places(const Claim& claim, const std::string& text) {
  require(lies_in(claim.subject.extent, text) && lies_in(claim.object.extent, text),
          "arguments lie in the text");
  require(lies_in(claim.evidence.extent, text), "evidence lies in the text");
  require(!claim.trigger || lies_in(claim.trigger->extent, text), "the trigger lies in the text");
  require(claim.confidence >= 0 && claim.confidence <= 1, "confidence is from 0 to 1");
}

}  // namespace

void run_claims(std::string_view bytes) {
  const std::string text = decode_text(bytes).text;
  Input input("claims.jsonl", std::make_unique<MemorySource>(text));
  Graphs graphs;
  const auto use = [&](std::vector<Claim>&& claims) {
    const std::vector<Entity> entities = resolver().resolve(claims);
    graphs.add(claims, entities);
  };
  read_claim_lines(input, {}, use, [](const std::string&, const std::string&) {});
  graphs.check();
}

void run_claim_table(std::string_view bytes) {
  const std::string text = decode_text(bytes).text;
  Input input("claims.csv", std::make_unique<MemorySource>(text));
  std::vector<std::string> warnings;
  const auto use = [](std::vector<Claim>&& claims) {
    for (const Claim& claim : claims) check_claim(claim);
  };
  read_claim_table(
      input, {}, use, [](const std::string&, const std::string&) {}, warnings);
}

void run_store(std::string_view bytes) {
  StoreReader store(Database::of_bytes(bytes, "fuzz.sqlite"));
  const auto use = [](std::vector<Claim>&& claims) {
    for (const Claim& claim : claims) check_claim(claim);
  };
  store.read_claims(use, [](const std::string&, const std::string&) {});
  store.decisions();
}

void run_analysis(std::string_view bytes) {
  static ClaimExtractor extractor(RelationSchema::built_in(), Knowledge::built_in(),
                                  Analyzer(Model::built_in()));
  Document document;
  document.id = "d";
  document.text = decode_text(bytes).text;
  const std::size_t title = document.text.find("\n\n");
  if (title != std::string::npos && document.text.find('\n') == title) {
    document.title = document.text.substr(0, title);
    document.body = title + 2;
  }
  std::vector<Claim> claims = extractor.extract(document);
  const std::vector<Entity> entities = resolver().resolve(claims, document.text);
  for (const Claim& claim : claims) check_places(claim, document.text);
  Graphs graphs;
  graphs.add(claims, entities);
  graphs.check();
}

}  // namespace newsgraph::fuzz
