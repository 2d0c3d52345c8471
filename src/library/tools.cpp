#include "library/tools.h"

#include "documents/read_context.h"
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

}  // namespace

Tools::Tools(const Options& options) {
  if (!options.entities.empty()) own_knowledge_.emplace(Knowledge::with_user_file(options.entities));
  if (!options.relations.empty()) own_schema_.emplace(RelationSchema::load(options.relations));
  knowledge_ = own_knowledge_ ? &*own_knowledge_ : &Knowledge::built_in();
  schema_ = own_schema_ ? &*own_schema_ : &RelationSchema::built_in();
  model_ = options.model.empty() ? Model::built_in() : Model::load(options.model);
  resolver_.emplace(*knowledge_);
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
