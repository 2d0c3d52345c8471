// A file of decisions, written again and applied to claims.
#include <memory>
#include <string>
#include <vector>

#include "claims/record/claim_json.h"
#include "decisions/corrected_claims.h"
#include "decisions/decision_file.h"
#include "decisions/decision_json.h"
#include "other_targets.h"
#include "support/input_file.h"
#include "targets.h"

namespace newsgraph::fuzz {
namespace {

std::vector<Claim> some_claims() {
  std::vector<Claim> claims;
  for (
      const char* line :
      {R"({"id":"c-1","subject":"France","relation":"bans","object":"TikTok","evidence":"Australia banned TikTok."})",
       R"({"id":"c-2","subject":"Jordan","relation":"owns","object":{"name":"app","type":"thing","named":false}})",
       R"({"id":"c-3","subject":"Monday","relation":"bans","object":"Paris","speaker":"France"})"})
    claims.push_back(*claim_from_json(line, "claims"));
  return claims;
}

}  // namespace

void run_decisions(std::string_view bytes) {
  const auto input = open_source(std::make_unique<MemorySource>(bytes), "decisions.jsonl");
  const std::vector<Decision> made = read_decisions(*input);
  for (const Decision& decision : made) {
    const std::string line = decision_to_json(decision);
    require(line.find('\n') == std::string::npos, "a decision is one line");
    require(decision_to_json(decision_from_json(line, "written")) == line, "a decision comes back as it was");
  }
  const Decisions decisions(made);
  const EntityResolver resolver(Knowledge::built_in());
  const ClaimCorrector corrector(decisions, resolver);
  std::vector<Claim> claims = some_claims();
  corrector.resolve(claims);
  for (const Claim& claim : claims) {
    require(!claim.subject.name.empty() && !claim.relation.empty(), "a corrected claim says something");
    require(claim_from_json(claim_to_json(claim), "written").has_value(), "a corrected claim is one");
  }
}

}  // namespace newsgraph::fuzz
