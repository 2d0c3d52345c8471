#include "cli/version.h"

#include "built_with.h"
#include "cli/context.h"
#include "language/model.h"

namespace newsgraph::cli {

const char* version() noexcept {
  return NEWSGRAPH_VERSION;
}

std::string version_text(const Context& context) {
  std::string text = "newsgraph " + std::string(version()) +
                     "\n"
                     "Licence: Apache-2.0. No warranty, to the extent permitted by law.\n"
                     "\n"
                     "Language model:\n" +
                     context.model()->description();
  if (context.options().model.empty()) text += kBuiltInModel;
  return text + "\nBuilt with:\n" + kLibraries;
}

}  // namespace newsgraph::cli
