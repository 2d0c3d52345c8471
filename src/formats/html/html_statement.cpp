#include "formats/html/html_statement.h"

#include <algorithm>
#include <numeric>

#include "formats/fields/statement_json.h"
#include "graph/explain.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

std::string_view role_name(MarkRole role) {
  switch (role) {
    case MarkRole::subject:
      return "subject";
    case MarkRole::object:
      return "object";
    default:
      return "trigger";
  }
}

void write_marks(JsonWriter& json, const StatementView& statement) {
  const std::vector<Mark> marks = marks_of(statement);
  if (marks.empty()) return;
  json.begin_array("marks");
  for (const Mark& mark : marks) {
    json.begin_array();
    json.number(std::uint64_t{utf16_length(statement.text().substr(0, mark.begin))});
    json.number(std::uint64_t{utf16_length(statement.text().substr(0, mark.end))});
    json.text(role_name(mark.role));
    json.end_array();
  }
  json.end_array();
}

}  // namespace

void write_page_statement(JsonWriter& json, const StatementView& statement, std::uint32_t document) {
  ShortId::Buffer buffer;
  json.begin_object();
  json.member("id", statement.claim(buffer));
  json.key("document");
  json.number(document);
  write_statement_text(json, statement);
  write_marks(json, statement);
  json.end_object();
}

std::vector<std::size_t> best_statements(const EdgeView& edge, std::size_t most) {
  std::vector<std::size_t> places(edge.statement_count());
  std::iota(places.begin(), places.end(), std::size_t{0});
  if (places.size() <= most) return places;
  std::stable_sort(places.begin(), places.end(), [&edge](std::size_t a, std::size_t b) {
    return edge.statement(a).confidence() > edge.statement(b).confidence();
  });
  places.resize(most);
  std::sort(places.begin(), places.end());
  return places;
}

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    units += c.valid && c.code_point > 0xFFFF ? 2 : 1;
    at += c.length;
  }
  return units;
}

}  // namespace newsgraph
