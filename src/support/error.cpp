#include "support/error.h"

#include <utility>

namespace newsgraph {

// All three are taken alike, though std::runtime_error copies its text.
// NOLINTNEXTLINE(performance-unnecessary-value-param)
Error::Error(std::string what, std::string where, std::string remedy)
    : std::runtime_error(what), where_(std::move(where)), remedy_(std::move(remedy)) {}

std::string Error::message() const {
  std::string text = where_.empty() ? std::string() : where_ + ": ";
  text += what();
  if (!remedy_.empty()) text += ". " + remedy_;
  return text;
}

}  // namespace newsgraph
