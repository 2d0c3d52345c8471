#include "decisions/decision.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::array<const char*, 7> kVerbs{"accept", "reject", "edit", "merge", "split", "ignore", "undo"};
constexpr char kBetween = '\0';

std::string names_key(const Decision& decision) {
  std::vector<std::string> names;
  for (const std::string& name : decision.names) names.push_back(utf8::fold(name));
  if (!decision.into.empty()) names.push_back(utf8::fold(decision.into));
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string key = "names";
  for (const std::string& name : names) key += kBetween + name;
  return key;
}

}  // namespace

bool Changes::empty() const {
  return *this == Changes();
}

const char* to_string(Verb verb) noexcept {
  return kVerbs[static_cast<std::size_t>(verb)];
}

std::optional<Verb> parse_verb(std::string_view name) noexcept {
  const auto found = std::find(kVerbs.begin(), kVerbs.end(), name);
  if (found == kVerbs.end()) return std::nullopt;
  return static_cast<Verb>(std::distance(kVerbs.begin(), found));
}

std::string matter_key(const Decision& decision) {
  const auto joined = [](std::string key, std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts) key.append(1, kBetween).append(part);
    return key;
  };
  switch (decision.matter) {
    case Matter::claim:
      if (!decision.claim.empty()) return joined("claim", {decision.claim});
      return joined("sentence", {decision.sentence, decision.subject, decision.relation, decision.object});
    case Matter::edge:
      return joined("edge", {utf8::fold(decision.subject), decision.relation, utf8::fold(decision.object),
                             decision.status});
    case Matter::names:
      return names_key(decision);
  }
  return {};
}

}  // namespace newsgraph
