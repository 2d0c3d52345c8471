#include "support/decompress.h"
#include "support/error.h"

namespace newsgraph {

std::unique_ptr<Source> decompress_brotli(std::unique_ptr<Source>, const std::string& name) {
  throw Error("is compressed with Brotli, and this newsgraph was built without it", name,
              "Install Brotli's library (libbrotli-dev) and build newsgraph again.");
}

}  // namespace newsgraph
