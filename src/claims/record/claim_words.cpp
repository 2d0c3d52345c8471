#include "claims/record/claim_words.h"

#include "support/nearest_word.h"

namespace newsgraph {

std::string nearest_status(std::string_view status, std::string_view end) {
  return did_you_mean(status, kStatuses, end);
}

std::string nearest_type(std::string_view type, std::string_view end) {
  return did_you_mean(type, kArgumentTypes, end);
}

}  // namespace newsgraph
