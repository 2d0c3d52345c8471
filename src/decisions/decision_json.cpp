#include "decisions/decision_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <span>

#include "claims/record/claim.h"
#include "claims/record/claim_words.h"
#include "support/error.h"
#include "support/json.h"
#include "support/nearest_word.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kDepth = 8;
constexpr std::size_t kMostNames = 1000;
const std::string kSeeFormat = "docs/decisions.md describes the lines.";

constexpr auto kVerbs =
    std::to_array<std::string_view>({"accept", "reject", "edit", "merge", "split", "ignore", "undo"});
constexpr auto kFields =
    std::to_array<std::string_view>({"decision", "claim", "sentence", "subject", "relation", "object", "edge",
                                     "names", "into", "set", "at", "by", "note"});
constexpr auto kEdgeFields = std::to_array<std::string_view>({"subject", "relation", "object", "status"});

struct ChangeField {
  std::string_view name;
  std::optional<std::string> Changes::*member;
};
constexpr std::array<ChangeField, 7> kChanges{{{"subject", &Changes::subject},
                                               {"subject_type", &Changes::subject_type},
                                               {"relation", &Changes::relation},
                                               {"object", &Changes::object},
                                               {"object_type", &Changes::object_type},
                                               {"status", &Changes::status},
                                               {"scope", &Changes::scope}}};

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Reads the fields of one line; every complaint names the line and the field.
class Reader {
 public:
  explicit Reader(const std::string& where) : where_(where) {}

  Decision read(const Json& json) const {
    check_fields(json, kFields, "the decision");
    Decision decision;
    decision.verb = verb(json);
    decision.matter = matter(json, decision.verb);
    decision.claim = text(json, "claim");
    decision.sentence = text(json, "sentence");
    if (decision.matter == Matter::edge) {
      read_edge(json["edge"], decision);
    } else {
      decision.subject = text(json, "subject");
      decision.relation = text(json, "relation");
      decision.object = text(json, "object");
    }
    decision.names = names(json);
    decision.into = text(json, "into");
    if (json.contains("set")) decision.set = changes(json["set"]);
    decision.at = text(json, "at");
    decision.by = text(json, "by");
    decision.note = text(json, "note");
    check(decision);
    return decision;
  }

  [[noreturn]] void fail(const std::string& what, const std::string& remedy = kSeeFormat) const {
    throw Error(what, where_, remedy);
  }

 private:
  const std::string& where_;

  void check_fields(const Json& json, std::span<const std::string_view> known,
                    const std::string& what) const {
    for (const auto& [key, value] : json.items())
      if (!contains(known, key))
        fail(what + " has the unknown field \"" + key + "\"", kSeeFormat + did_you_mean(key, known));
  }

  std::string text(const Json& json, const char* field) const {
    if (!json.contains(field) || json[field].is_null()) return {};
    if (!json[field].is_string()) fail(std::string("\"") + field + "\" is no text");
    return json[field].get<std::string>();
  }

  Verb verb(const Json& json) const {
    const std::string name = text(json, "decision");
    if (name.empty()) fail("the line has no \"decision\"");
    if (const auto verb = parse_verb(name)) return *verb;
    fail("unknown decision \"" + name + "\"",
         "A decision is accept, reject, edit, merge, split, ignore or undo." + did_you_mean(name, kVerbs));
  }

  Matter matter(const Json& json, Verb verb) const {
    const bool names = json.contains("names");
    const bool edge = json.contains("edge");
    const bool claim = json.contains("claim") || json.contains("sentence");
    if (names + edge + claim != 1) {
      fail("a decision is about one thing: a claim, an edge or names",
           "Give one of \"claim\" (with \"sentence\"), \"edge\" and \"names\".");
    }
    const bool of_names = verb == Verb::merge || verb == Verb::split || verb == Verb::ignore;
    if (verb != Verb::undo && of_names != names) {
      fail(std::string("the decision ") + to_string(verb) +
           (of_names ? " is about \"names\"" : " is about a claim or an edge, not about names"));
    }
    return names ? Matter::names : edge ? Matter::edge : Matter::claim;
  }

  void read_edge(const Json& json, Decision& decision) const {
    if (!json.is_object()) fail("\"edge\" is no object");
    check_fields(json, kEdgeFields, "\"edge\"");
    decision.subject = text(json, "subject");
    decision.relation = text(json, "relation");
    decision.object = text(json, "object");
    decision.status = text(json, "status");
  }

  std::vector<std::string> names(const Json& json) const {
    std::vector<std::string> names;
    if (!json.contains("names")) return names;
    const Json& list = json["names"];
    if (!list.is_array()) fail("\"names\" is no list of texts");
    if (list.size() > kMostNames) fail("\"names\" has more than " + std::to_string(kMostNames) + " names");
    for (const Json& name : list) {
      if (!name.is_string() || name.get_ref<const std::string&>().empty())
        fail("\"names\" is no list of names");
      names.push_back(name.get<std::string>());
    }
    return names;
  }

  Changes changes(const Json& json) const {
    if (!json.is_object()) fail("\"set\" is no object");
    Changes changes;
    for (const auto& [key, value] : json.items()) {
      const auto field =
          std::find_if(kChanges.begin(), kChanges.end(),
                       [name = std::string_view(key)](const auto& f) { return f.name == name; });
      if (field == kChanges.end()) fail("\"set\" has the unknown field \"" + key + "\"");
      if (!value.is_string()) fail("\"" + key + "\" in \"set\" is no text");
      changes.*(field->member) = value.get<std::string>();
      if ((changes.*(field->member))->empty() && field->name != "scope")
        fail("\"" + key + "\" in \"set\" is empty");
    }
    return changes;
  }

  void check(const Decision& decision) const {
    check_matter(decision);
    check_set(decision.set);
    if ((decision.verb == Verb::edit) == decision.set.empty()) {
      fail(decision.verb == Verb::edit ? "an edit says nothing in \"set\"" : "only an edit has \"set\"");
    }
    if (decision.verb == Verb::merge && decision.into.empty()) {
      fail("a merge does not say into what", "Add \"into\": the name that all of them get.");
    }
    if (!decision.into.empty() && decision.verb != Verb::merge && decision.verb != Verb::undo)
      fail("only a merge has \"into\"");
  }

  void check_matter(const Decision& decision) const {
    if (decision.matter == Matter::claim && decision.claim.empty() && decision.sentence.empty())
      fail("neither \"claim\" nor \"sentence\" says which claim is meant");
    if (decision.matter == Matter::edge &&
        (decision.subject.empty() || decision.relation.empty() || decision.object.empty()))
      fail("\"edge\" needs subject, relation and object");
    if (!decision.status.empty()) check_status(decision.status);
    if (decision.matter == Matter::names && decision.names.empty()) fail("\"names\" is empty");
    if (decision.verb == Verb::split && decision.names.size() < 2) fail("a split needs two names");
  }

  void check_set(const Changes& set) const {
    for (const auto& type : {set.subject_type, set.object_type}) {
      if (type && !is_argument_type(*type)) {
        fail("unknown type \"" + *type + "\"",
             "A type is person, organization, place, product, group, event, work, act or thing." +
                 nearest_type(*type));
      }
    }
    if (set.status) check_status(*set.status);
  }

  void check_status(const std::string& status) const {
    if (!parse_status(status))
      fail("unknown status \"" + status + "\"",
           "A status is asserted, planned, ended or denied." + nearest_status(status));
  }
};

void put(Json& json, const char* field, const std::string& text) {
  if (!text.empty()) json[field] = text;
}

Json to_json(const Changes& changes) {
  Json json = Json::object();
  for (const ChangeField& field : kChanges)
    if (const auto& text = changes.*(field.member)) json[std::string(field.name)] = *text;
  return json;
}

void put_ends(Json& json, const Decision& decision) {
  put(json, "subject", decision.subject);
  put(json, "relation", decision.relation);
  put(json, "object", decision.object);
}

}  // namespace

std::string decision_to_json(const Decision& decision) {
  Json json;
  json["decision"] = to_string(decision.verb);
  if (decision.matter == Matter::claim) {
    put(json, "claim", decision.claim);
    put(json, "sentence", decision.sentence);
    put_ends(json, decision);
  } else if (decision.matter == Matter::edge) {
    Json edge;
    put_ends(edge, decision);
    put(edge, "status", decision.status);
    json["edge"] = std::move(edge);
  } else {
    json["names"] = decision.names;
    put(json, "into", decision.into);
  }
  if (!decision.set.empty()) json["set"] = to_json(decision.set);
  put(json, "at", decision.at);
  put(json, "by", decision.by);
  put(json, "note", decision.note);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Decision decision_from_json(std::string_view line, const std::string& where) {
  const Reader reader(where);
  if (json_deeper_than(line, kDepth)) reader.fail("the line is nested too deeply");
  Json json;
  try {
    json = Json::parse(line);
  } catch (const Json::parse_error& error) {
    const bool conflict =
        line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>");
    reader.fail("the line is no JSON: byte " + std::to_string(error.byte),
                conflict ? "Resolve the conflict of versions: keep the lines of both sides." : kSeeFormat);
  } catch (const Json::out_of_range&) {
    reader.fail("the line has a number that is too large");
  }
  if (!json.is_object()) reader.fail("the line is no JSON object");
  return reader.read(json);
}

}  // namespace newsgraph
