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
// Aylien keeps addresses in one, too.
constexpr std::array<const char*, 5> kWrappers = {"_source", "attributes", "fields", "article", "links"};
// What these hold is said beside the text, and less telling: data sets of texts, Reddit.
constexpr std::array<const char*, 3> kAsides = {"metadata", "meta", "data"};

// Looks fields up by our name, the user's name for it, and the usual other names.
class Record {
 public:
  Record(const json& record, const std::map<std::string, std::string>& mapping) : mapping_(mapping) {
    for (const char* wrapper : kWrappers) {
      const auto inner = record.find(wrapper);
      if (inner != record.end() && inner->is_object()) add_keys(*inner);
    }
    add_keys(record);
    for (const char* aside : kAsides) {
      const auto inner = record.find(aside);
      if (inner != record.end() && inner->is_object()) add_keys(*inner);
    }
  }

  // What "year", "month" and "day" say, where they are keys of their own.
  std::string joined_parts() const {
    const auto part = [&](const char* name) {
      const json* value = find(name);
      return !value               ? ""
             : value->is_string() ? value->get<std::string>()
             : value->is_number() ? value->dump()
                                  : "";
    };
    const std::string year = part("year");
    return year.empty() ? "" : joined_date(year, part("month"), part("day"));
  }

  // Null where there is no such field that holds anything.
  const json* find(const Field& field) const {
    if (const auto mapped = mapping_.find(std::string(field.name)); mapped != mapping_.end()) {
      return find(normalize_name(mapped->second));
    }
    for (const std::string_view name : field.others) {
      // Others have the name of a newspaper, or an object, under "source".
      if (const json* value = find(name, field.name == "url" && name == "source")) return value;
    }
    return nullptr;
  }

  // Tells the context which keys hold something and were found under no field.
  void note_keys(const std::string& file, ReadContext& context) const {
    const bool read_before = has_list("left_out") && has_list("notes");
    for (const Key& key : keys_) {
      const auto is_one_of = [&](const auto& names) {
        return std::find(names.begin(), names.end(), key.own) != names.end();
      };
      const bool wrapper = key.value->is_object() && (is_one_of(kWrappers) || is_one_of(kAsides));
      if (wrapper || is_empty(*key.value) || is_remark(key, read_before)) continue;
      context.note_key(file, key.own, key.used);
    }
  }

 private:
  struct Key {
    std::string name;  // normalized
    std::string_view own;
    const json* value = nullptr;
    mutable bool used = false;
  };

  bool has_list(std::string_view name) const {
    return std::any_of(keys_.begin(), keys_.end(),
                       [&](const Key& key) { return key.own == name && key.value->is_array(); });
  }

  // What `newsgraph read` says of an article, or of a row, beside what it holds.
  static bool is_remark(const Key& key, bool read_before) {
    if (key.own == "row") return key.value->is_string();
    return read_before && (key.own == "left_out" || key.own == "notes" || key.own == "source");
  }

  void add_keys(const json& object) {
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
      keys_.push_back({normalize_name(entry.key()), entry.key(), &entry.value()});
    }
  }

  static bool is_empty(const json& value) {
    return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty()) ||
           (value.is_structured() && value.empty());
  }

  const json* find(std::string_view name, bool address = false) const {
    const auto found = std::find_if(keys_.begin(), keys_.end(), [&](const Key& key) {
      if (key.name != name || is_empty(*key.value)) return false;
      return !address || (key.value->is_string() && is_address(key.value->get_ref<const std::string&>()));
    });
    if (found == keys_.end()) return nullptr;
    found->used = true;
    return found->value;
  }

  const std::map<std::string, std::string>& mapping_;
  std::vector<Key> keys_;
};

// A string, a number, an object's name, or several of these joined.
std::string text_of(const json* value, const char* between) {
  if (!value) return {};
  if (value->is_string()) return value->get<std::string>();
  if (value->is_number()) return value->dump();
  if (value->is_object()) {
    // "main" and "original" are The New York Times's, "rendered" is WordPress's, "#text" comes out of XML.
    for (const char* key :
         {"name", "text", "value", "label", "main", "original", "rendered", "default", "#text", "$t"}) {
      const auto inner = value->find(key);
      if (inner == value->end()) continue;
      if (inner->is_string()) return inner->get<std::string>();
      if (inner->is_object() && inner->contains("text")) return text_of(&inner->at("text"), between);
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
  // CSL, as Crossref and Zotero have it.
  if (const auto parts = object.find("date-parts");
      parts != object.end() && parts->is_array() && !parts->empty())
    return date_text(&parts->front());
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

std::string date_of_record(const Record& record) {
  std::string date = date_text(record.find(article_field(kDateField)));
  constexpr std::size_t kDay = 2;  // "16" is one of several keys
  if (date.size() > kDay) return date;
  std::string joined = record.joined_parts();
  return joined.empty() ? date : joined;
}

void add_article(const json& source, const std::string& file, const std::string& where,
                 ReadContext& context) {
  const Record record(source, context.options().columns);
  const auto find = [&](std::size_t i) { return record.find(article_field(i)); };
  Article article;
  article.id = text_of(find(kIdField), " ");
  article.title = text_of(find(kTitleField), " ");
  article.date = date_of_record(record);
  article.url = text_of(find(kUrlField), " ");
  article.author = text_of(find(kAuthorField), ", ");
  article.body = text_of(find(kTextField), "\n\n");
  if (is_markup(article.body)) article.body = html_fragment_text(article.body);
  article.body = with_lead(text_of(find(kLeadField), "\n\n"), article.body);
  article.modified = date_text(find(kModifiedField));
  article.where = where;
  record.note_keys(file, context);
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
    texts.push_back(field.name == "date" ? date_of_record(record) : text_of(value, ", "));
  }
  record.note_keys(file, context);
  context.add_relation({texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7],
                        texts[8], texts[10], texts[11], confidence_of(record.find(fields[9])), file, line});
}

}  // namespace

RecordKind record_kind(const json& source, const ReadContext& context) {
  if (!source.is_object()) return RecordKind::kNeither;
  const Record record(source, context.options().columns);
  const std::span<const Field> fields = relation_fields();
  const auto text = [&](std::size_t i) { return !text_of(record.find(fields[i]), " ").empty(); };
  const json* body = record.find(article_field(kTextField));
  if (!body) body = record.find(article_field(kLeadField));
  const bool strictly = source.contains("relation") || source.contains("predicate") ||
                        context.options().columns.contains("relation");
  if (text(0) && text(1) && text(2) && (strictly || !body)) return RecordKind::kRelation;
  const json* title = record.find(article_field(kTitleField));
  return !text_of(body, " ").empty() || !text_of(title, " ").empty() ? RecordKind::kArticle
                                                                     : RecordKind::kNeither;
}

bool add_record(const json& record, const std::string& file, std::size_t line, ReadContext& context) {
  const std::string where = file + ":" + std::to_string(line);
  const RecordKind kind = record_kind(record, context);
  if (kind == RecordKind::kArticle) {
    add_article(record, file, where, context);
  } else if (kind == RecordKind::kRelation) {
    add_relation(record, file, line, context);
  } else if (record.is_object() && record.contains("claims") && record["claims"].is_array()) {
    context.skip(file, where,
                 "is a document of a gold standard, which \"newsgraph evaluate\" compares with claims");
  } else if (record.is_object()) {
    context.skip(file, where, "is neither an article nor a relation; its keys are: " + keys_of(record));
  } else {
    context.skip(file, where, "is no object");
  }
  return kind != RecordKind::kNeither;
}

}  // namespace newsgraph
