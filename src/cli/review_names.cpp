#include "cli/review_names.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "knowledge/knowledge.h"
#include "support/utf8.h"

namespace newsgraph::cli {

ReviewNames::ReviewNames(std::span<const Claim> claims, const Knowledge& knowledge) {
  std::map<std::string, std::size_t> counts;
  for (const Claim& claim : claims)
    for (const Argument* argument : {&claim.subject, &claim.object}) ++counts[argument->name];
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [name, count] : sorted) add(name);
  std::unordered_set<std::string> known;
  for (const auto& [name, count] : sorted) known.insert(name);
  for (const KnownEntity& entity : knowledge.entities())
    if (known.insert(std::string(entity.name)).second) add(std::string(entity.name));
}

void ReviewNames::add(const std::string& name) {
  entries_.push_back({name, utf8::fold_marks(name)});
}

std::vector<std::string> ReviewNames::complete(std::string_view text, std::size_t most) const {
  const std::string wanted = utf8::fold_marks(text);
  std::vector<std::string> result;
  if (wanted.empty()) return result;
  std::vector<std::string> within;
  for (const Entry& entry : entries_) {
    if (result.size() == most) break;
    if (entry.folded.starts_with(wanted))
      result.push_back(entry.name);
    else if (within.size() < most && entry.folded.find(' ' + wanted) != std::string::npos)
      within.push_back(entry.name);
  }
  for (std::string& name : within)
    if (result.size() < most) result.push_back(std::move(name));
  return result;
}

}  // namespace newsgraph::cli
