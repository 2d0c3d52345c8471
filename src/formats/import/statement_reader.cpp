#include "formats/import/statement_reader.h"

#include <cmath>

#include "formats/import/json_cursor.h"

namespace newsgraph {
namespace {

// Bytes of a document; refused where they are no position.
std::uint32_t position(JsonCursor& json) {
  const double number = json.number();
  if (!(number >= 0 && number < Statement::kNoStart) || number != std::floor(number)) throw JsonMismatch();
  return static_cast<std::uint32_t>(number);
}

class StatementReader {
 public:
  StatementReader(JsonCursor& json, StringPool& pool, DocumentTable& documents)
      : json_(json), pool_(pool), documents_(documents) {}

  Statement read() {
    Statement statement;
    SourceDocument document;
    std::uint32_t subject = Statement::kNoStart;
    std::uint32_t object = subject;
    std::uint32_t trigger = subject;
    json_.object([&](std::string_view name) {
      if (name == "id")
        statement.claim = ShortId(json_.text(), "c-", pool_);
      else if (name == "document")
        document.id = text();
      else if (name == "title")
        document.title = text();
      else if (name == "date")
        document.date = text();
      else if (name == "url")
        document.url = text();
      else if (name == "file")
        document.file = text();
      else if (name == "text")
        statement.text = text();
      else if (name == "start")
        statement.start = position(json_);
      else if (name == "subject")
        part(statement.subject_text, subject);
      else if (name == "object")
        part(statement.object_text, object);
      else if (name == "trigger")
        part(statement.trigger, trigger);
      else if (name == "scope")
        statement.scope = text();
      else if (name == "speaker")
        statement.speaker = text();
      else if (name == "rule")
        statement.rule = text();
      else if (name == "confidence")
        statement.confidence = static_cast<float>(json_.number());
      else
        json_.skip();
    });
    statement.document = documents_.intern(document);
    statement.subject_offset = offset(subject, statement.start);
    statement.object_offset = offset(object, statement.start);
    statement.trigger_offset = offset(trigger, statement.start);
    return statement;
  }

 private:
  StringId text() { return pool_.intern(json_.text()); }

  void part(StringId& text_id, std::uint32_t& start) {
    json_.object([&](std::string_view name) {
      if (name == "text")
        text_id = text();
      else if (name == "start")
        start = position(json_);
      else
        json_.skip();
    });
  }

  static std::uint16_t offset(std::uint32_t start, std::uint32_t sentence) {
    if (start == Statement::kNoStart || sentence == Statement::kNoStart || start < sentence)
      return Statement::kNoOffset;
    const std::uint32_t distance = start - sentence;
    return distance < Statement::kNoOffset ? static_cast<std::uint16_t>(distance) : Statement::kNoOffset;
  }

  JsonCursor& json_;
  StringPool& pool_;
  DocumentTable& documents_;
};

}  // namespace

bool read_statements(std::string_view text, StringPool& pool, DocumentTable& documents,
                     std::vector<Statement>& statements) {
  const std::size_t before = statements.size();
  try {
    JsonCursor json(text);
    StatementReader reader(json, pool, documents);
    json.array([&] { statements.push_back(reader.read()); });
    if (json.at_end()) return true;
  } catch (const JsonMismatch&) {
    // Another tool's attribute that happens to have our name: the caller keeps it as text.
  }
  statements.resize(before);
  return false;
}

}  // namespace newsgraph
