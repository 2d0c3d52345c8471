// One row of a relation table.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph {

// Views are valid during the call that hands the row on; empty where the table has no such value.
struct RelationRow {
  std::string_view source;  // who: never empty
  std::string_view relation;
  std::string_view target;  // whom: never empty
  std::string_view date;    // ISO 8601
  std::string_view status;
  std::string_view evidence;
  std::string_view url;
  std::string_view source_type;
  std::string_view target_type;
  std::string_view scope;
  std::string_view title;  // of the document that says so
  std::optional<double> confidence;
  std::string_view file;
  std::size_t line = 0;       // from 1; in JSON the number of the record
  std::string_view within{};  // the place from the input on: "week/table.csv:17"

  std::string where() const { return std::string(file) + ":" + std::to_string(line); }
};

}  // namespace newsgraph
