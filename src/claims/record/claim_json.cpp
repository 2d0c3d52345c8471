#include "claims/record/claim_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>

#include "claims/record/claim_words.h"
#include "documents/date.h"
#include "support/error.h"
#include "support/hash.h"
#include "support/json.h"

namespace newsgraph {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kDepth = 16;

Json to_json(const Argument& argument) {
  Json json;
  if (!argument.entity.empty()) json["id"] = argument.entity;
  json["name"] = argument.name;
  json["type"] = argument.type;
  json["text"] = argument.text;
  json["named"] = argument.named;
  json["start"] = argument.extent.begin;
  json["end"] = argument.extent.end;
  json["aliases"] = argument.aliases;
  return json;
}

Json to_json(const DocumentRef& document) {
  Json json = {
      {"id", document.id}, {"title", document.title}, {"date", document.date}, {"url", document.url}};
  if (!document.file.empty()) json["file"] = document.file;
  return json;
}

Json to_json(const std::string& text, const Extent& extent) {
  return {{"text", text}, {"start", extent.begin}, {"end", extent.end}};
}

// Reads the fields of one line; every complaint names the line and the field.
class ClaimReader {
 public:
  explicit ClaimReader(const std::string& where) : where_(where) {}

  Claim read(const Json& json) const {
    Claim claim;
    claim.document = document(json);
    claim.subject = required_argument(json, "subject");
    claim.relation = text(json, "relation");
    if (claim.relation.empty()) fail("has no \"relation\"");
    claim.object = required_argument(json, "object");
    claim.status = status(json);
    claim.scope = text(json, "scope");
    if (present(json, "speaker")) claim.speaker = argument(json["speaker"], "speaker");
    claim.confidence = confidence(json);
    if (present(json, "trigger")) {
      Trigger& trigger = claim.trigger.emplace();
      read_quotation(json["trigger"], "trigger", trigger.text, trigger.extent);
    }
    claim.rule = text(json, "rule");
    if (present(json, "evidence")) {
      read_quotation(json["evidence"], "evidence", claim.evidence.text, claim.evidence.extent);
    }
    claim.verdict = verdict(json);
    claim.origin = where_;
    claim.id = text(json, "id");
    if (claim.id.empty()) claim.id = claim_id(claim);
    return claim;
  }

  // "accept", "reject" or nothing.
  std::string verdict(const Json& json) const {
    std::string verdict = text(json, "verdict");
    if (!is_verdict(verdict)) fail(unknown_verdict(verdict));
    return verdict;
  }

  [[noreturn]] void fail(const std::string& what) const { throw Error("the claim " + what, where_); }

 private:
  const std::string& where_;

  static bool present(const Json& json, const char* field) {
    return json.contains(field) && !json[field].is_null();
  }

  std::string text(const Json& json, const char* field) const {
    if (!present(json, field)) return {};
    if (!json[field].is_string()) fail(std::string("has a \"") + field + "\" that is no text");
    return json[field].get<std::string>();
  }

  DocumentRef document(const Json& json) const {
    DocumentRef document;
    if (!present(json, "document")) return document;
    const Json& value = json["document"];
    if (value.is_string()) {
      document.id = value.get<std::string>();
    } else if (value.is_object()) {
      document = {text(value, "id"), text(value, "title"), text(value, "date"), text(value, "url"),
                  text(value, "file")};
    } else {
      fail("has a \"document\" that is neither a text nor an object");
    }
    if (!document.date.empty() && normalize_date(document.date).empty()) {
      fail("has a date that cannot be read: \"" + document.date + "\"");
    }
    document.date = normalize_date(document.date);
    return document;
  }

  Argument required_argument(const Json& json, const char* field) const {
    if (!present(json, field)) fail(std::string("has no \"") + field + "\"");
    return argument(json[field], field);
  }

  Argument argument(const Json& value, const std::string& field) const {
    Argument argument;
    argument.named = true;
    if (value.is_string()) {
      argument.name = value.get<std::string>();
    } else if (value.is_object()) {
      argument.entity = text(value, "id");
      argument.name = text(value, "name");
      argument.type = text(value, "type");
      argument.text = text(value, "text");
      if (present(value, "named")) argument.named = flag(value["named"], field);
      argument.extent = extent(value, field);
      if (present(value, "aliases")) argument.aliases = aliases(value["aliases"], field);
    } else {
      fail("has a \"" + field + "\" that is neither a text nor an object");
    }
    if (argument.name.empty()) fail("has a \"" + field + "\" without a name");
    if (!argument.type.empty() && !is_argument_type(argument.type)) {
      fail("has a " + field + " of unknown type \"" + argument.type + "\"" +
           nearest_type(argument.type, "."));
    }
    if (argument.text.empty()) argument.text = argument.name;
    return argument;
  }

  bool flag(const Json& value, const std::string& field) const {
    if (!value.is_boolean()) fail("has a \"" + field + "\" whose \"named\" is neither true nor false");
    return value.get<bool>();
  }

  std::vector<std::string> aliases(const Json& value, const std::string& field) const {
    std::vector<std::string> names;
    const auto is_text = [](const Json& alias) { return alias.is_string(); };
    if (!value.is_array() || !std::all_of(value.begin(), value.end(), is_text)) {
      fail("has a \"" + field + "\" whose \"aliases\" are no list of texts");
    }
    for (const Json& alias : value) names.push_back(alias.get<std::string>());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
  }

  Extent extent(const Json& value, const std::string& field) const {
    const Extent extent{offset(value, "start", field), offset(value, "end", field)};
    if (extent.end < extent.begin) fail("has a \"" + field + "\" that ends before it starts");
    return extent;
  }

  std::uint32_t offset(const Json& value, const char* name, const std::string& field) const {
    if (!present(value, name)) return 0;
    const Json& number = value[name];
    if (!number.is_number_unsigned() ||
        number.get<std::uint64_t>() > std::numeric_limits<std::uint32_t>::max()) {
      fail("has a \"" + field + "\" whose \"" + name + "\" is no byte offset");
    }
    return number.get<std::uint32_t>();
  }

  void read_quotation(const Json& value, const std::string& field, std::string& quoted, Extent& place) const {
    if (value.is_string()) {
      quoted = value.get<std::string>();
    } else if (value.is_object()) {
      quoted = text(value, "text");
      place = extent(value, field);
    } else {
      fail("has a \"" + field + "\" that is neither a text nor an object");
    }
  }

  Status status(const Json& json) const {
    const std::string name = text(json, "status");
    if (name.empty()) return Status::asserted;
    const std::optional<Status> status = parse_status(name);
    if (!status)
      fail("has the unknown status \"" + name + "\"; it is asserted, planned, ended or denied" +
           nearest_status(name, "."));
    return *status;
  }

  double confidence(const Json& json) const {
    if (!present(json, "confidence")) return 1;
    const Json& value = json["confidence"];
    if (!value.is_number() || !(value.get<double>() >= 0 && value.get<double>() <= 1)) {
      fail("has a \"confidence\" that is no number from 0 to 1");
    }
    return value.get<double>();
  }
};

Json parse_line(std::string_view line, const ClaimReader& reader) {
  if (json_deeper_than(line, kDepth)) reader.fail("is nested too deeply");
  try {
    return Json::parse(line);
  } catch (const Json::parse_error& error) {
    reader.fail("is no JSON: byte " + std::to_string(error.byte) + " of the line");
  } catch (const Json::out_of_range&) {
    reader.fail("has a number that is too large");
  }
}

}  // namespace

std::string claim_to_json(const Claim& claim) {
  Json json;
  json["id"] = claim.id;
  json["document"] = to_json(claim.document);
  json["subject"] = to_json(claim.subject);
  json["relation"] = claim.relation;
  json["object"] = to_json(claim.object);
  json["status"] = to_string(claim.status);
  json["scope"] = claim.scope;
  json["speaker"] = claim.speaker ? to_json(*claim.speaker) : Json(nullptr);
  json["confidence"] = claim.confidence;
  json["trigger"] = claim.trigger ? to_json(claim.trigger->text, claim.trigger->extent) : Json(nullptr);
  json["rule"] = claim.rule;
  json["evidence"] = to_json(claim.evidence.text, claim.evidence.extent);
  if (!claim.verdict.empty()) json["verdict"] = claim.verdict;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Claim> claim_from_json(std::string_view line, const std::string& where) {
  const ClaimReader reader(where);
  const Json json = parse_line(line, reader);
  if (!json.is_object()) reader.fail("is no JSON object");
  if (reader.verdict(json) == kReject) return std::nullopt;
  return reader.read(json);
}

std::uint64_t claim_number(const ClaimIdentity& claim) {
  std::array<char, 10> place;
  const char* const end = std::to_chars(place.data(), place.data() + place.size(), claim.place).ptr;
  return hash_fields({claim.document,
                      claim.sentence,
                      {place.data(), end},
                      claim.subject,
                      claim.relation,
                      claim.object,
                      to_string(claim.status)});
}

std::string claim_id(const Claim& claim) {
  return "c-" + hex(claim_number({claim.document.id, claim.evidence.text, claim.evidence.extent.begin,
                                  claim.subject.name, claim.relation, claim.object.name, claim.status}));
}

}  // namespace newsgraph
