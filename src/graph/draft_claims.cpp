#include <string>
#include <string_view>

#include "graph/content_ids.h"
#include "graph/graph_draft.h"
#include "graph/intern_batch.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

std::uint16_t offset_from(const Extent& extent, std::uint32_t start) {
  if (extent.end <= extent.begin || extent.begin < start) return Statement::kNoOffset;
  const std::uint32_t offset = extent.begin - start;
  return offset < Statement::kNoOffset ? static_cast<std::uint16_t>(offset) : Statement::kNoOffset;
}

struct ArgumentIds {
  StringId entity{};
  StringId name{};
  StringId type{};
  std::string type_store;
};

// Everything that a claim says, its texts interned together.
class ClaimAdder {
 public:
  explicit ClaimAdder(GraphDraft& draft) : draft_(draft), batch_(draft.pool()) {}

  void add(const Claim& claim) {
    read_argument(claim.subject, subject_);
    read_argument(claim.object, object_);
    read_statement(claim);
    batch_.finish();
    row_.subject = add_node(claim.subject, subject_);
    row_.object = add_node(claim.object, object_);
    statement_.claim = ShortId(claim.id, "c-", draft_.pool());
    statement_.document = draft_.documents.intern(document_);
    draft_.rows.push_back(row_);
    draft_.data.statements.push_back(statement_);
  }

 private:
  // What ids and colours are made of, without control characters; `store` lives until the batch is finished.
  static std::string_view key(std::string_view text, std::string& store) {
    if (!utf8::has_forbidden_control(text)) return text;
    store = utf8::without_controls(text);
    return store;
  }

  void read_argument(const Argument& argument, ArgumentIds& ids) {
    if (argument.entity.empty())
      ids.entity = draft_.pool().intern(unnamed_node_id(argument));
    else
      batch_.add(argument.entity, ids.entity);
    batch_.add(argument.name, ids.name);
    batch_.add(argument.named ? key(argument.type, ids.type_store) : "thing", ids.type);
  }

  void read_statement(const Claim& claim) {
    batch_.add(key(claim.relation, relation_store_), row_.relation);
    batch_.add(to_string(claim.status), row_.status);
    batch_.add(claim.document.id, document_.id);
    batch_.add(claim.document.title, document_.title);
    batch_.add(claim.document.date, document_.date);
    batch_.add(claim.document.url, document_.url);
    batch_.add(claim.document.file, document_.file);
    batch_.add(claim.evidence.text, statement_.text);
    batch_.add(claim.subject.text, statement_.subject_text);
    batch_.add(claim.object.text, statement_.object_text);
    batch_.add(claim.trigger ? std::string_view(claim.trigger->text) : "", statement_.trigger);
    batch_.add(key(claim.scope, scope_store_), statement_.scope);
    batch_.add(claim.speaker ? std::string_view(claim.speaker->name) : "", statement_.speaker);
    batch_.add(claim.rule, statement_.rule);
    statement_.confidence = static_cast<float>(claim.confidence);
    const Extent& sentence = claim.evidence.extent;
    if (sentence.end <= sentence.begin) return;  // a row of a table has no place
    statement_.start = sentence.begin;
    statement_.subject_offset = offset_from(claim.subject.extent, sentence.begin);
    statement_.object_offset = offset_from(claim.object.extent, sentence.begin);
    if (claim.trigger) statement_.trigger_offset = offset_from(claim.trigger->extent, sentence.begin);
  }

  std::uint32_t add_node(const Argument& argument, const ArgumentIds& ids) {
    const std::uint32_t place = draft_.nodes.place_of(ids.entity);
    draft_.nodes.name(place, ids.name, ids.type, 1);
    for (const std::string& alias : argument.aliases) draft_.nodes.alias(place, draft_.pool().intern(alias));
    return place;
  }

  GraphDraft& draft_;
  InternBatch batch_;
  ArgumentIds subject_;
  ArgumentIds object_;
  StatementRow row_;
  SourceDocument document_;
  Statement statement_;
  std::string relation_store_;
  std::string scope_store_;
};

}  // namespace

void add_claim(GraphDraft& draft, const Claim& claim) {
  ClaimAdder(draft).add(claim);
}

void add_entity(GraphDraft& draft, const Entity& entity) {
  NodeTable& nodes = draft.nodes;
  StringPool& pool = draft.pool();
  const std::uint32_t place = nodes.place_of(pool.intern(entity.id));
  nodes.name(place, pool.intern(entity.name), pool.intern(entity.type), kVotesOfEntity);
  for (const std::string& alias : entity.aliases) nodes.alias(place, pool.intern(alias));
  for (const EntityLink& link : entity.links)
    nodes.link(place, pool.intern(link.relation), nodes.place_of(pool.intern(link.target)));
}

}  // namespace newsgraph
