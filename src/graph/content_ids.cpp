#include "graph/content_ids.h"

#include "support/hash.h"
#include "support/utf8.h"

namespace newsgraph {

std::string unnamed_node_id(const Argument& argument) {
  const std::string slug = utf8::slug(argument.name);
  return "n_thing_" + (slug.empty() ? hex(hash64(argument.name)) : slug);
}

std::uint64_t edge_number(std::string_view source, std::string_view relation, std::string_view target,
                          std::string_view status, unsigned repeat) {
  const std::string count = repeat == 0 ? std::string() : std::to_string(repeat);
  return hash_fields({source, relation, target, status, count});
}

}  // namespace newsgraph
