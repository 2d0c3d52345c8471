#include "decisions/decided_knowledge.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace newsgraph {
namespace {

std::string never_merge_json(const Decisions& decisions) {
  nlohmann::json pairs = nlohmann::json::array();
  for (const auto& [a, b] : decisions.apart()) pairs.push_back({a, b});
  return nlohmann::json{{"never_merge", pairs}}.dump(-1, ' ', false,
                                                     nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::unique_ptr<const Knowledge> decided_knowledge(const Knowledge::Source* own, const Decisions& decisions,
                                                   const std::string& decisions_file) {
  std::vector<Knowledge::Source> sources;
  if (own != nullptr) sources.push_back(*own);
  std::string splits;  // a table of their own over the user's
  if (!decisions.apart().empty()) {
    splits = never_merge_json(decisions);
    sources.push_back({splits, decisions_file});
  }
  if (sources.empty()) return nullptr;
  return std::make_unique<const Knowledge>(Knowledge::over_built_in(sources));
}

const Decision* with_unknown_relation(const Decisions& decisions, const std::vector<std::string>& known) {
  for (const Decision& decision : decisions.in_force()) {
    const auto& relation = decision.set.relation;
    if (relation && std::find(known.begin(), known.end(), *relation) == known.end()) return &decision;
  }
  return nullptr;
}

}  // namespace newsgraph
