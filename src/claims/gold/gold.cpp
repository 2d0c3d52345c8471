#include "claims/gold/gold.h"

#include <nlohmann/json.hpp>

#include "support/error.h"
#include "support/json.h"

namespace newsgraph {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDepth = 16;

[[noreturn]] void fail(const std::string& what, const std::string& where) {
  throw Error("the gold document " + what, where, "docs/claims.md describes the form.");
}

std::string text(const Json& json, const char* field, const std::string& where) {
  if (!json.contains(field) || json[field].is_null()) return {};
  if (!json[field].is_string()) fail(std::string("has a \"") + field + "\" that is no text", where);
  return json[field].get<std::string>();
}

std::vector<std::string> answers(const Json& claim, const char* field, const std::string& where) {
  std::vector<std::string> names;
  if (claim.contains(field) && claim[field].is_string()) names.push_back(claim[field].get<std::string>());
  if (claim.contains(field) && claim[field].is_array()) {
    for (const Json& name : claim[field]) {
      if (!name.is_string()) fail(std::string("has a \"") + field + "\" that is no list of names", where);
      names.push_back(name.get<std::string>());
    }
  }
  if (names.empty()) fail(std::string("has a claim without \"") + field + "\"", where);
  return names;
}

GoldClaim read_claim(const Json& json, const std::string& where) {
  if (!json.is_object()) fail("has a claim that is no object", where);
  GoldClaim claim;
  claim.subject = answers(json, "subject", where);
  claim.object = answers(json, "object", where);
  claim.relation = text(json, "relation", where);
  if (claim.relation.empty()) fail("has a claim without \"relation\"", where);
  if (const std::string status = text(json, "status", where); !status.empty()) {
    const std::optional<Status> known = parse_status(status);
    if (!known) fail("has the unknown status \"" + status + "\"", where);
    claim.status = *known;
  }
  if (json.contains("core")) {
    if (!json["core"].is_boolean()) fail("has a \"core\" that is neither true nor false", where);
    claim.core = json["core"].get<bool>();
  }
  if (json.contains("evidence") && json["evidence"].is_string())
    claim.evidence = json["evidence"].get<std::string>();
  return claim;
}

}  // namespace

void read_gold_line(std::string_view line, const std::string& where, Gold& gold) {
  if (json_deeper_than(line, kDepth)) fail("is nested too deeply", where);
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) fail("is no JSON object", where);
  const std::string id = text(json, "id", where);
  if (id.empty()) fail("has no \"id\"", where);
  if (!json.contains("claims") || !json["claims"].is_array()) fail("has no list of \"claims\"", where);
  std::vector<GoldClaim>& claims = gold[id];
  for (const Json& claim : json["claims"]) claims.push_back(read_claim(claim, where));
}

}  // namespace newsgraph
