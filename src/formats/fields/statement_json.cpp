#include "formats/fields/statement_json.h"

namespace newsgraph {
namespace {

void write_part(JsonWriter& json, std::string_view name, std::string_view text, std::uint32_t sentence,
                std::uint16_t offset) {
  const bool placed = sentence != Statement::kNoStart && offset != Statement::kNoOffset;
  if (text.empty() && !placed) return;
  json.begin_object(name);
  json.key("text");
  json.text(text);
  if (placed) {
    json.key("start");
    json.number(std::uint64_t{sentence} + offset);
  }
  json.end_object();
}

}  // namespace

void write_statement_text(JsonWriter& json, const StatementView& statement) {
  const Statement& raw = statement.raw();
  json.member("text", statement.text());
  if (raw.start != Statement::kNoStart) {
    json.key("start");
    json.number(raw.start);
  }
  write_part(json, "subject", statement.subject_text(), raw.start, raw.subject_offset);
  write_part(json, "object", statement.object_text(), raw.start, raw.object_offset);
  write_part(json, "trigger", statement.trigger(), raw.start, raw.trigger_offset);
  json.member("scope", statement.scope());
  json.member("speaker", statement.speaker());
  json.member("rule", statement.rule());
  json.number_member("confidence", statement.confidence());
}

void write_statement(JsonWriter& json, const StatementView& statement) {
  ShortId::Buffer id;
  json.begin_object();
  json.member("id", statement.claim(id));
  json.member("document", statement.document());
  json.member("title", statement.title());
  json.member("date", statement.date());
  json.member("url", statement.url());
  json.member("file", statement.file());
  write_statement_text(json, statement);
  json.end_object();
}

void write_statements(JsonWriter& json, const EdgeView& edge) {
  json.begin_array();
  for (std::size_t i = 0; i < edge.statement_count(); ++i) write_statement(json, edge.statement(i));
  json.end_array();
}

}  // namespace newsgraph
