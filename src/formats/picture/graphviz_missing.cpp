#include "formats/picture/graphviz.h"
#include "support/error.h"

namespace newsgraph {

std::string draw(const std::string&, const char* format) {
  throw Error("no picture can be drawn", format, std::string(kWithoutGraphviz));
}

}  // namespace newsgraph
