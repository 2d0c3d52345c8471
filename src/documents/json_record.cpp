#include "documents/json_record.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "documents/date.h"
#include "documents/fields.h"
#include "documents/html_text.h"
#include "support/error.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

using nlohmann::json;

// Objects inside which interfaces keep an article's fields: Elasticsearch, JSON:API, The Guardian.
constexpr std::array<const char*, 4> kWrappers = {"_source", "attributes", "fields", "article"};

// Looks fields up by our name, the user's name for it, and the usual other names.
class Record {
 public:
  Record(const json& record, const std::map<std::string, std::string>& mapping) : mapping_(mapping) {
    for (const char* wrapper : kWrappers) {
      const auto inner = record.find(wrapper);
      if (inner != record.end() && inner->is_object()) add_keys(*inner);
    }
    add_keys(record);
  }

  // Null where there is no such field that holds anything.
  const json* find(const Field& field) const {
    if (const auto mapped = mapping_.find(std::string(field.name)); mapped != mapping_.end()) {
      return find(normalize_name(mapped->second));
    }
    for (const std::string_view name : field.others) {
      if (const json* value = find(name)) return value;
    }
    return nullptr;
  }

 private:
  void add_keys(const json& object) {
    for (const auto& [key, value] : object.items()) keys_.emplace_back(normalize_name(key), &value);
  }

  const json* find(std::string_view name) const {
    const auto found = std::find_if(keys_.begin(), keys_.end(), [&](const auto& key) {
      const json& value = *key.second;
      return key.first == name && !value.is_null() &&
             !(value.is_string() && value.get_ref<const std::string&>().empty());
    });
    return found == keys_.end() ? nullptr : found->second;
  }

  const std::map<std::string, std::string>& mapping_;
  std::vector<std::pair<std::string, const json*>> keys_;
};

// A string, a number, an object's name, or several of these joined.
std::string text_of(const json* value, const char* between) {
  if (!value) return {};
  if (value->is_string()) return value->get<std::string>();
  if (value->is_number()) return value->dump();
  if (value->is_object()) {
    for (const char* key : {"name", "text", "value", "label"}) {
      const auto inner = value->find(key);
      if (inner != value->end() && inner->is_string()) return inner->get<std::string>();
    }
  }
  std::string joined;
  if (value->is_array()) {
    for (const json& part : *value) {
      const std::string text = text_of(part.is_array() ? nullptr : &part, between);
      if (!text.empty()) joined += (joined.empty() ? "" : between) + text;
    }
  }
  return joined;
}

std::string date_text(const json* value);

std::string padded(const json& part) {
  const std::string digits = part.is_number_integer() ? part.dump() : std::string();
  return digits.size() == 1 ? "0" + digits : digits;
}

// Dates as databases and languages write them: MongoDB, Firestore, PHP, Jackson.
std::string date_of_object(const json& object) {
  for (const char* key : {"$date", "$numberLong", "iso", "date", "dateTime", "datetime", "_seconds",
                          "seconds", "value", "text", "published", "timestamp"}) {
    const auto inner = object.find(key);
    if (inner != object.end()) return date_text(&*inner);
  }
  const auto year = object.find("year");
  const auto month = object.find("month");
  const auto day = object.find("day");
  if (year == object.end() || month == object.end() || day == object.end()) return {};
  return padded(*year) + "-" + padded(*month) + "-" + padded(*day);
}

std::string date_text(const json* value) {
  if (!value) return {};
  if (value->is_object()) return date_of_object(*value);
  if (value->is_array()) {
    const bool parts = value->size() >= 3 && (*value)[0].is_number_integer() && (*value)[0] > 31;
    if (parts) return padded((*value)[0]) + "-" + padded((*value)[1]) + "-" + padded((*value)[2]);
    return value->empty() || (*value)[0].is_array() ? std::string() : date_text(&value->front());
  }
  if (!value->is_number()) return text_of(value, " ");
  // 20230316 and 20230316101500 are dates, 1678924800 a time stamp; none is left out for its last digits.
  const auto number = value->is_number_integer()
                          ? value->get<std::int64_t>()
                          : static_cast<std::int64_t>(std::clamp(value->get<double>(), 0.0, 9e18));
  constexpr std::int64_t kNoDate = 100000000;
  if (number >= kNoDate && number < 10 * kNoDate) return date_of_timestamp(number);
  return std::to_string(number);
}

bool is_markup(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first != std::string::npos && text[first] == '<' &&
         (text.find("</p>") != std::string::npos || text.find("</div>") != std::string::npos);
}

std::string keys_of(const json& record) {
  constexpr std::size_t kMost = 8;
  std::string list;
  std::size_t count = 0;
  for (const auto& [key, value] : record.items()) {
    if (count++ == kMost) return list + ", …";
    list += (list.empty() ? "" : ", ") + std::string(utf8::truncate(key, 40));
  }
  return list;
}

const Field& article_field(std::size_t i) {
  return article_fields()[i];
}

void add_article(const json& source, const std::string& where, ReadContext& context) {
  const Record record(source, context.options().columns);
  const auto find = [&](std::size_t i) { return record.find(article_field(i)); };
  Article article;
  article.id = text_of(find(0), " ");
  article.title = text_of(find(1), " ");
  article.date = date_text(find(2));
  article.url = text_of(find(3), " ");
  article.author = text_of(find(4), ", ");
  article.body = text_of(find(5), "\n\n");
  if (is_markup(article.body)) article.body = html_fragment_text(article.body);
  article.where = where;
  context.add_article(std::move(article));
}

std::optional<double> confidence_of(const json* value) {
  if (!value || !value->is_number()) return std::nullopt;
  const double confidence = value->get<double>();
  // Outside of its range it says nothing: the claim then counts as certain as its table.
  return confidence >= 0 && confidence <= 1 ? std::optional(confidence) : std::nullopt;
}

void add_relation(const json& source, const std::string& file, std::size_t line, ReadContext& context) {
  const Record record(source, context.options().columns);
  const std::span<const Field> fields = relation_fields();
  std::vector<std::string> texts;
  for (const Field& field : fields) {
    const json* value = record.find(field);
    texts.push_back(field.name == "date" ? date_text(value) : text_of(value, ", "));
  }
  context.add_relation({texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7],
                        texts[8], texts[10], texts[11], confidence_of(record.find(fields[9])), file, line});
}

}  // namespace

RecordKind record_kind(const json& source, const ReadContext& context) {
  if (!source.is_object()) return RecordKind::kNeither;
  const Record record(source, context.options().columns);
  const std::span<const Field> fields = relation_fields();
  const auto text = [&](std::size_t i) { return !text_of(record.find(fields[i]), " ").empty(); };
  const json* body = record.find(article_field(5));
  const bool strictly = source.contains("relation") || source.contains("predicate") ||
                        context.options().columns.contains("relation");
  if (text(0) && text(1) && text(2) && (strictly || !body)) return RecordKind::kRelation;
  const json* title = record.find(article_field(1));
  return !text_of(body, " ").empty() || !text_of(title, " ").empty() ? RecordKind::kArticle
                                                                     : RecordKind::kNeither;
}

bool add_record(const json& record, const std::string& file, std::size_t line, ReadContext& context) {
  const std::string where = file + ":" + std::to_string(line);
  const RecordKind kind = record_kind(record, context);
  if (kind == RecordKind::kArticle) {
    add_article(record, where, context);
  } else if (kind == RecordKind::kRelation) {
    add_relation(record, file, line, context);
  } else if (record.is_object()) {
    context.skip(file, where, "is neither an article nor a relation; its keys are: " + keys_of(record));
  } else {
    context.skip(file, where, "is no object");
  }
  return kind != RecordKind::kNeither;
}

}  // namespace newsgraph
