// Files that users bring beside articles and graphs.
#include <zlib.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "claims/gold/gold.h"
#include "claims/schema/schema.h"
#include "documents/lines.h"
#include "knowledge/knowledge.h"
#include "knowledge/knowledge_file.h"
#include "language/analyzer.h"
#include "language/conllu/conllu.h"
#include "language/model.h"
#include "language/split/split.h"
#include "other_targets.h"
#include "support/error.h"
#include "targets.h"

namespace newsgraph::fuzz {
namespace {

constexpr std::string_view kBuiltIn = R"({"entities": [
  {"id": "france", "name": "France", "type": "place", "aliases": ["French Republic"], "adjectives": ["French"]},
  {"id": "jordan", "name": "Jordan", "type": "place"}], "ambiguous": ["Jordan"]})";

constexpr std::size_t kFrame = 32;

template <typename Number>
void put(std::vector<std::byte>& bytes, std::size_t at, Number number) {
  std::memcpy(bytes.data() + at, &number, sizeof number);
}

// Size and checksum made right, so that what lies behind them is tried as well.
std::vector<std::byte> mended(std::string_view bytes) {
  std::vector<std::byte> model(bytes.size());
  if (!bytes.empty()) std::memcpy(model.data(), bytes.data(), bytes.size());
  if (model.size() < kFrame) return model;
  put(model, 16, static_cast<std::uint64_t>(model.size()));
  const auto* checked = reinterpret_cast<const Bytef*>(model.data() + 16);
  put(model, 12, static_cast<std::uint32_t>(crc32_z(0, checked, model.size() - 16)));
  return model;
}

}  // namespace

void run_relations(std::string_view bytes) {
  const RelationSchema schema = RelationSchema::parse(bytes, "relations.json");
  for (const TriggerRule& rule : schema.rules()) {
    require(rule.relation < schema.relations().size(), "a rule states a relation of the schema");
  }
}

void run_entities(std::string_view bytes) {
  std::vector<KnowledgeProblem> problems;
  const KnowledgeFile file = read_knowledge_json(bytes, "entities.json", problems);
  for (const KnowledgeProblem& problem : problems) require(!problem.what.empty(), "a problem is named");
  const Knowledge::Source sources[] = {{kBuiltIn, "built-in"}, {bytes, "entities.json"}};
  const Knowledge knowledge = Knowledge::from_json(sources);
  for (const KnownEntity& entity : knowledge.entities()) {
    require(knowledge.find(entity.id) == &entity, "an entity is found by its id");
    knowledge.look_up(entity.name);
    knowledge.state_of(entity);
    to_json(entity);
  }
  for (const EntityEntry& entry : file.entries) knowledge.look_up(entry.entity.name);
}

void run_model(std::string_view bytes) {
  const std::vector<std::byte> model = mended(bytes);
  Analyzer analyzer(Model::parse(model, "model.ngm"));
  std::vector<Sentence> sentences = split("Australia banned TikTok. It is not owned by them.");
  std::vector<Sentence*> all;
  for (Sentence& sentence : sentences) all.push_back(&sentence);
  analyzer.parse_stating(all);
  analyzer.parse(all);  // the others
  analyzer.name(all);
  // "banned" by its first word, then by nobody in the sentence.
  const ProposedClaim claim{.relation = 1, .trigger = {1, 1}, .subject = {0, 0}, .object = {2, 2}};
  const ProposedClaim elsewhere{.relation = 2, .trigger = {1, 2}, .subject = {}, .object = {}};
  analyzer.verify(all, std::vector{claim, elsewhere});
}

void run_gold(std::string_view bytes) {
  Gold gold;
  while (!bytes.empty()) {
    try {
      read_gold_line(take_line(bytes), "gold.jsonl", gold);
    } catch (const Error&) {
      continue;  // the next line may be well
    }
  }
  for (const auto& [document, claims] : gold) {
    for (const GoldClaim& claim : claims) require(!claim.subject.empty(), "a gold claim has a subject");
  }
}

void run_conllu(std::string_view bytes) {
  for (const ConlluColumns columns : {ConlluColumns::tokens, ConlluColumns::analysis}) {
    std::string written;
    try {
      for (const ConlluDocument& document : read_conllu(bytes, "input.conllu", columns)) {
        append_conllu(written, document);
      }
    } catch (const Error&) {
      continue;
    }
    std::string again;
    for (const ConlluDocument& document : read_conllu(written, "written", columns))
      append_conllu(again, document);
    require(written == again, "CoNLL-U that was written comes back as it was");
  }
}

}  // namespace newsgraph::fuzz
