#include "claims/record/claim.h"

#include <array>

#include "claims/record/claim_words.h"
#include "support/nearest_word.h"

namespace newsgraph {

const char* to_string(Status status) noexcept {
  return kStatuses[static_cast<std::size_t>(status)].data();
}

std::optional<Status> parse_status(std::string_view name) noexcept {
  for (std::size_t i = 0; i < kStatuses.size(); ++i) {
    if (name == kStatuses[i]) return static_cast<Status>(i);
  }
  return std::nullopt;
}

std::string unknown_verdict(const std::string& verdict) {
  static constexpr std::array<std::string_view, 2> kVerdicts{"accept", "reject"};
  return "has the unknown verdict \"" + verdict + "\"; it is accept or reject" +
         did_you_mean(verdict, kVerdicts, ".");
}

}  // namespace newsgraph
