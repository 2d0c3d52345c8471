#include "knowledge/knowledge_file.h"

#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>

#include "knowledge/json_places.h"
#include "knowledge/name_key.h"
#include "support/ascii.h"
#include "support/error.h"
#include "support/json.h"

namespace newsgraph {
namespace {

using nlohmann::json;

constexpr std::string_view kFormat = "newsgraph-entities";
constexpr int kVersion = 1;
constexpr std::array<std::string_view, 7> kTypes{"person", "organization", "place", "product",
                                                 "group",  "event",        "work"};

// Notes problems with the line on which the element begins that is being read.
class Notes {
 public:
  Notes(std::vector<KnowledgeProblem>& problems, const std::string& file)
      : problems_(problems), file_(file) {}

  void at(std::size_t line) { line_ = line; }
  std::size_t line() const { return line_; }
  void add(std::string what, std::string remedy = {}) {
    problems_.push_back({file_ + ":" + std::to_string(line_), std::move(what), std::move(remedy)});
  }

 private:
  std::vector<KnowledgeProblem>& problems_;
  const std::string& file_;
  std::size_t line_ = 1;
};

std::string in_quotes(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

std::string read_string(const json& value, std::string_view field, Notes& notes) {
  if (value.is_string() && !value.get_ref<const std::string&>().empty()) return value.get<std::string>();
  notes.add(in_quotes(field) + " is no text", "Write " + in_quotes(field) + ": \"…\".");
  return {};
}

// A list of texts; a single text is a list of one.
std::vector<std::string> read_strings(const json& value, std::string_view field, Notes& notes) {
  std::vector<std::string> strings;
  if (value.is_string()) return {read_string(value, field, notes)};
  if (!value.is_array()) {
    notes.add(in_quotes(field) + " is no list of texts", "Write " + in_quotes(field) + ": [\"…\"].");
    return strings;
  }
  for (const json& element : value) strings.push_back(read_string(element, field, notes));
  std::erase(strings, "");
  return strings;
}

bool is_slug(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return is_ascii_lower(c) || is_ascii_digit(c) || c == '-';
  });
}

void read_id(const json& value, EntityEntry& entry, Notes& notes) {
  entry.entity.id = read_string(value, "id", notes);
  if (!entry.entity.id.empty() && !is_slug(entry.entity.id)) {
    notes.add("the id " + in_quotes(entry.entity.id) + " is not made of a-z, 0-9 and '-'",
              "Leave \"id\" out: one is made from the name.");
  }
}

void read_type(const json& value, EntityEntry& entry, Notes& notes) {
  entry.entity.type = read_string(value, "type", notes);
  if (entry.entity.type.empty() || std::find(kTypes.begin(), kTypes.end(), entry.entity.type) != kTypes.end())
    return;
  notes.add("unknown type " + in_quotes(entry.entity.type),
            "A type is person, organization, place, product, group, event or work.");
}

void read_gender(const json& value, EntityEntry& entry, Notes& notes) {
  entry.entity.gender = read_string(value, "gender", notes);
  if (entry.entity.gender.empty() || entry.entity.gender == "female" || entry.entity.gender == "male") return;
  notes.add("unknown gender " + in_quotes(entry.entity.gender), "It is \"female\" or \"male\", or left out.");
}

void read_identifiers(const json& value, EntityEntry& entry, Notes& notes) {
  if (!value.is_object()) {
    notes.add("\"identifiers\" is no object", "Write \"identifiers\": {\"wikidata\": \"Q42\"}.");
    return;
  }
  for (const auto& [scheme, identifier] : value.items()) {
    entry.entity.identifiers[scheme] = read_string(identifier, "identifiers", notes);
  }
}

void read_links(const json& value, KnownLink::Relation relation, EntityEntry& entry, Notes& notes) {
  for (std::string& target : read_strings(value, to_string(relation), notes)) {
    entry.entity.links.push_back({relation, std::move(target)});
  }
}

struct Field {
  std::string_view name;
  void (*read)(const json&, EntityEntry&, Notes&);
};

// Every field of an entity, in the order in which to_json() writes them.
constexpr std::array<Field, 15> kFields{{
    {"id", read_id},
    {"name", [](const json& v, EntityEntry& e, Notes& n) { e.entity.name = read_string(v, "name", n); }},
    {"type", read_type},
    {"kind", [](const json& v, EntityEntry& e, Notes& n) { e.entity.kind = read_string(v, "kind", n); }},
    {"aliases",
     [](const json& v, EntityEntry& e, Notes& n) { e.entity.aliases = read_strings(v, "aliases", n); }},
    {"adjectives",
     [](const json& v, EntityEntry& e, Notes& n) { e.entity.adjectives = read_strings(v, "adjectives", n); }},
    {"demonyms",
     [](const json& v, EntityEntry& e, Notes& n) { e.entity.demonyms = read_strings(v, "demonyms", n); }},
    {"capitals",
     [](const json& v, EntityEntry& e, Notes& n) { e.entity.capitals = read_strings(v, "capitals", n); }},
    {"part_of",
     [](const json& v, EntityEntry& e, Notes& n) { read_links(v, KnownLink::Relation::part_of, e, n); }},
    {"represents",
     [](const json& v, EntityEntry& e, Notes& n) { read_links(v, KnownLink::Relation::represents, e, n); }},
    {"context",
     [](const json& v, EntityEntry& e, Notes& n) { e.entity.context = read_strings(v, "context", n); }},
    {"gender", read_gender},
    {"identifiers", read_identifiers},
    {"same_as", [](const json& v, EntityEntry& e, Notes& n) { e.same_as = read_string(v, "same_as", n); }},
    {"note", [](const json& v, EntityEntry&, Notes& n) { read_string(v, "note", n); }},
}};

EntityEntry read_entry(const json& value, Notes& notes) {
  EntityEntry entry;
  entry.line = notes.line();
  if (!value.is_object()) {
    notes.add("an entity is an object", "Write {\"name\": \"…\", \"type\": \"…\"}.");
    return entry;
  }
  for (const auto& [key, content] : value.items()) {
    const auto field =
        std::find_if(kFields.begin(), kFields.end(),
                     [&, name = std::string_view(key)](const Field& f) { return f.name == name; });
    if (field == kFields.end()) {
      notes.add("unknown field " + in_quotes(key),
                "docs/entities.md lists the fields; free text goes into \"note\".");
    } else {
      field->read(content, entry, notes);
    }
  }
  std::stable_sort(entry.entity.links.begin(), entry.entity.links.end(),
                   [](const KnownLink& a, const KnownLink& b) { return a.relation < b.relation; });
  if (entry.entity.id.empty() && entry.entity.name.empty()) {
    notes.add("an entity has neither \"name\" nor \"id\"", "Give it a name.");
  } else if (entry.entity.id.empty() && NameKey(entry.entity.name).empty()) {
    notes.add("the name " + in_quotes(entry.entity.name) + " has no letter or digit",
              "Give it another name.");
  }
  return entry;
}

// Calls `read` for each element of the array `key`, with the notes set to its line.
void for_each_element(const json& file, std::string_view text, std::string_view key, Notes& notes,
                      const std::function<void(const json&)>& read) {
  const auto array = file.find(key);
  if (array == file.end()) return;
  notes.at(1);
  if (!array->is_array()) {
    notes.add(in_quotes(key) + " is no list", "Write " + in_quotes(key) + ": […].");
    return;
  }
  const std::vector<std::size_t> lines = element_lines(text, key);
  for (std::size_t i = 0; i < array->size(); ++i) {
    if (i < lines.size()) notes.at(lines[i]);
    read((*array)[i]);
  }
}

void read_names(const json& file, std::string_view text, std::string_view key, Notes& notes,
                std::vector<std::string>& names) {
  for_each_element(file, text, key, notes, [&](const json& element) {
    std::string name = read_string(element, key, notes);
    if (!name.empty()) names.push_back(std::move(name));
  });
}

void read_never_merge(const json& element, Notes& notes, KnowledgeFile& file) {
  const std::vector<std::string> pair = read_strings(element, "never_merge", notes);
  if (pair.size() == 2 && pair[0] != pair[1]) {
    file.never_merge.emplace_back(pair[0], pair[1]);
  } else {
    notes.add("an element of \"never_merge\" is no pair of two names",
              "Write [\"one name\", \"the other\"].");
  }
}

void check_head(const json& file, Notes& notes) {
  constexpr std::array<std::string_view, 8> kKeys{"format", "version",     "description", "entities",
                                                  "ignore", "never_merge", "ambiguous",   "$schema"};
  for (const auto& [key, value] : file.items()) {
    if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end()) {
      notes.add("unknown field " + in_quotes(key),
                "A file of entities has \"entities\", \"never_merge\", \"ignore\" and \"ambiguous\".");
    }
  }
  const auto format = file.find("format");
  if (format != file.end() && *format != kFormat) {
    notes.add("the format is not " + in_quotes(kFormat),
              "Leave \"format\" out, or write " + in_quotes(kFormat) + ".");
  }
  const auto version = file.find("version");
  if (version != file.end() && *version != kVersion) {
    notes.add("this newsgraph reads version 1 of entity files",
              "Use a newsgraph that is as new as the file.");
  }
}

template <typename Value>
void put(nlohmann::ordered_json& object, const char* key, const Value& value) {
  if (!value.empty()) object[key] = value;
}

}  // namespace

KnowledgeFile read_knowledge_json(std::string_view text, const std::string& where,
                                  std::vector<KnowledgeProblem>& problems) {
  KnowledgeFile result;
  Notes notes(problems, where);
  const json file = parse_json(text, where);
  if (!file.is_object()) {
    notes.add("a file of entities is a JSON object", "Write {\"entities\": […]}.");
    return result;
  }
  check_head(file, notes);
  for_each_element(file, text, "entities", notes,
                   [&](const json& element) { result.entries.push_back(read_entry(element, notes)); });
  for_each_element(file, text, "never_merge", notes,
                   [&](const json& element) { read_never_merge(element, notes, result); });
  read_names(file, text, "ignore", notes, result.ignore);
  read_names(file, text, "ambiguous", notes, result.ambiguous);
  return result;
}

std::string to_json(const KnownEntity& entity) {
  nlohmann::ordered_json object;
  std::vector<std::string> part_of;
  std::vector<std::string> represents;
  for (const KnownLink& link : entity.links) {
    (link.relation == KnownLink::Relation::part_of ? part_of : represents).push_back(link.target);
  }
  object["id"] = entity.id;
  object["name"] = entity.name;
  put(object, "type", entity.type);
  put(object, "kind", entity.kind);
  put(object, "aliases", entity.aliases);
  put(object, "adjectives", entity.adjectives);
  put(object, "demonyms", entity.demonyms);
  put(object, "capitals", entity.capitals);
  put(object, "part_of", part_of);
  put(object, "represents", represents);
  put(object, "context", entity.context);
  put(object, "gender", entity.gender);
  put(object, "identifiers", entity.identifiers);
  return object.dump();
}

}  // namespace newsgraph
