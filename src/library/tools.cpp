#include "library/tools.h"

#include <iterator>
#include <utility>

#include "decisions/decided_knowledge.h"
#include "decisions/decision_file.h"
#include "decisions/decision_json.h"
#include "documents/read_context.h"
#include "store/store_reader.h"
#include "support/input_file.h"
#include "support/utf8.h"

namespace newsgraph::api {
namespace {

std::string repaired(std::string text) {
  utf8::repair(text);
  return text;
}

Range range(const Extent& extent) {
  return {extent.begin, extent.end};
}

Actor actor(const Argument& argument) {
  return {.id = argument.entity,
          .name = argument.name,
          .type = argument.type,
          .text = argument.text,
          .place = range(argument.extent),
          .named = argument.named};
}

Status public_status(newsgraph::Status status) {
  switch (status) {
    case newsgraph::Status::asserted:
      return Status::asserted;
    case newsgraph::Status::planned:
      return Status::planned;
    case newsgraph::Status::ended:
      return Status::ended;
    case newsgraph::Status::denied:
      return Status::denied;
  }
  return Status::asserted;
}

// What decisions make of claims has to be something that the schema has.
void check_relations(const Decisions& decisions, const RelationSchema& schema, const std::string& file) {
  std::vector<std::string> known;
  std::string names;
  for (const Relation& relation : schema.relations()) {
    known.push_back(relation.name);
    names += (names.empty() ? "" : ", ") + relation.name;
  }
  if (const Decision* unknown = with_unknown_relation(decisions, known)) {
    throw UsageError("the schema has no relation \"" + *unknown->set.relation +
                         "\", which is set in: " + decision_to_json(*unknown),
                     file, "It has " + names + ".");
  }
}

}  // namespace

Tools::Tools(const Options& options)
    : entities_(options.entities.empty() ? "" : read_file(options.entities)),
      entities_file_(options.entities),
      decisions_file_(options.decisions),
      min_confidence_(options.min_confidence) {
  if (!options.decisions.empty()) made_ = load_decisions(options.decisions);
  if (!options.relations.empty())
    own_schema_ = std::make_shared<const RelationSchema>(RelationSchema::load(options.relations));
  model_ = options.model.empty() ? Model::built_in() : Model::load(options.model);
  set_up();
}

Tools::Tools(const Tools& tools, std::vector<Decision> before)
    : entities_(tools.entities_),
      entities_file_(tools.entities_file_),
      decisions_file_(tools.decisions_file_),
      min_confidence_(tools.min_confidence_),
      made_(std::move(before)),
      own_schema_(tools.own_schema_),
      model_(tools.model_) {
  made_.insert(made_.end(), tools.made_.begin(), tools.made_.end());
  set_up();
}

void Tools::set_up() {
  decisions_ = Decisions(made_);
  const Knowledge::Source own{entities_, entities_file_};
  own_knowledge_ = decided_knowledge(entities_file_.empty() ? nullptr : &own, decisions_, decisions_file_);
  knowledge_ = own_knowledge_ ? own_knowledge_.get() : &Knowledge::built_in();
  schema_ = own_schema_ ? own_schema_.get() : &RelationSchema::built_in();
  check_relations(decisions_, *schema_, decisions_file_);
  resolver_.emplace(*knowledge_);
  corrector_.emplace(decisions_, *resolver_);
}

PipelineTools Tools::pipeline(unsigned jobs) const {
  PipelineTools tools;
  tools.knowledge = knowledge_;
  tools.schema = schema_;
  tools.model = [this] { return model_; };
  tools.examples = &examples_;
  tools.decisions = &decisions_;
  tools.min_confidence = min_confidence_;
  tools.jobs = jobs;
  return tools;
}

std::shared_ptr<const Tools> tools_for(std::shared_ptr<const Tools> tools,
                                       const std::vector<std::string>& inputs) {
  std::vector<Decision> made;
  for (const std::string& input : inputs) {
    if (!is_store(input)) continue;
    std::vector<Decision> kept = StoreReader(input).decisions();
    std::move(kept.begin(), kept.end(), std::back_inserter(made));
  }
  if (made.empty()) return tools;
  return std::make_shared<const Tools>(*tools, std::move(made));
}

Document document_of(const Article& article) {
  Document result;
  ReadHandlers handlers;
  handlers.on_document = [&result](Document&& document) { result = std::move(document); };
  ReadReport report;
  const ReadOptions options;
  ReadContext context(options, handlers, report);
  context.add_article({.id = repaired(article.id),
                       .title = repaired(article.title),
                       .date = repaired(article.date),
                       .url = repaired(article.url),
                       .author = {},
                       .body = repaired(article.text),
                       .where = "article"});
  result.file.clear();  // it comes from none
  return result;
}

Claim public_claim(const newsgraph::Claim& claim) {
  return {.id = claim.id,
          .subject = actor(claim.subject),
          .relation = claim.relation,
          .object = actor(claim.object),
          .status = public_status(claim.status),
          .scope = claim.scope,
          .speaker = claim.speaker ? claim.speaker->name : "",
          .confidence = claim.confidence,
          .trigger = claim.trigger ? claim.trigger->text : "",
          .rule = claim.rule,
          .sentence = claim.evidence.text,
          .sentence_place = range(claim.evidence.extent),
          .document_id = claim.document.id,
          .document_title = claim.document.title,
          .document_date = claim.document.date,
          .document_url = claim.document.url};
}

std::string text_of(const Article& article) {
  return guarded([&] { return document_of(article).text; });
}

}  // namespace newsgraph::api
