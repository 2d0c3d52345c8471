#include "support/error.h"

#include <utility>

namespace newsgraph {

// NOLINTNEXTLINE(performance-unnecessary-value-param): all three are taken alike; std::runtime_error copies
// its text
Error::Error(std::string what, std::string where, std::string remedy)
    : std::runtime_error(what), where_(std::move(where)), remedy_(std::move(remedy)) {}

std::string Error::message() const {
  std::string text = where_.empty() ? std::string() : where_ + ": ";
  text += what();
  if (!remedy_.empty()) text += ". " + remedy_;
  return text;
}

}  // namespace newsgraph
