#include "graph/translation.h"

#include "graph/intern_batch.h"

namespace newsgraph {

Translation::Translation(const GraphData& from, StringPool& pool, DocumentTable& documents)
    : from_(from),
      pool_(pool),
      documents_(documents),
      texts_(from.strings->size()),
      known_documents_(from.documents.size()) {}

void Translation::take_all_texts() {
  InternBatch batch(pool_);
  for (std::size_t i = 1; i < texts_.size(); ++i)
    batch.add(from_.strings->text(static_cast<StringId>(i)), texts_[i]);
  batch.finish();
}

StringId Translation::operator()(StringId id) {
  StringId& known = texts_[static_cast<std::uint32_t>(id)];
  if (known == kNoText) known = pool_.intern(from_.strings->text(id));
  return known;
}

ShortId Translation::operator()(ShortId id) {
  if (!id.in_pool()) return id;
  return ShortId::from_pool((*this)(id.pooled()));
}

Attributes Translation::operator()(const Attributes& attributes) {
  Attributes result = attributes;
  for (Attribute& attribute : result) {
    attribute.name = (*this)(attribute.name);
    if (StringId* text = std::get_if<StringId>(&attribute.value)) *text = (*this)(*text);
  }
  return result;
}

Statement Translation::operator()(const Statement& statement) {
  Statement result = statement;
  result.claim = (*this)(statement.claim);
  std::uint32_t& document = known_documents_[statement.document];
  if (document == 0) {
    const SourceDocument& from = from_.documents[statement.document];
    document = 1 + documents_.intern({(*this)(from.id), (*this)(from.title), (*this)(from.date),
                                      (*this)(from.url), (*this)(from.file)});
  }
  result.document = document - 1;
  for (StringId* id : {&result.text, &result.subject_text, &result.object_text, &result.trigger,
                       &result.scope, &result.speaker, &result.rule})
    *id = (*this)(*id);
  return result;
}

Edge Translation::operator()(const Edge& edge) {
  Edge result = edge;
  result.id = (*this)(edge.id);
  for (StringId* id : {&result.relation, &result.status, &result.scope, &result.first_date, &result.last_date,
                       &result.evidence})
    *id = (*this)(*id);
  result.first_statement = result.statement_count = result.attributes = 0;
  return result;
}

}  // namespace newsgraph
