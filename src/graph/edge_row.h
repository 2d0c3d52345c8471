// A row of a relation table as the graph takes it: checked, but its names not resolved yet.
#pragma once

#include <cstdint>
#include <string_view>

#include "claims/record/claim.h"

namespace newsgraph {

// Views are valid during the call that hands the row on; empty where nothing is known.
struct EdgeRow {
  std::string_view source{};
  std::string_view source_type{};
  std::string_view relation{};
  std::string_view target{};
  std::string_view target_type{};
  bool target_acts = false;  // EntityResolver::object_acts() of the relation
  Status status = Status::asserted;
  std::string_view scope{};
  std::string_view evidence{};
  double confidence = 1;
  std::string_view document{};  // its id
  std::string_view title{};
  std::string_view date{};
  std::string_view url{};
  std::string_view file{};  // where there is no URL: the path and the row
  std::uint64_t claim = 0;  // claim_number() of what the row says
};

}  // namespace newsgraph
