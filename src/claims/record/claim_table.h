// Claims out of a table that claim_to_csv() or the exporter of statements wrote, and that a spreadsheet may
// have changed since: another separator, another order of columns, "0,89", "TRUE", dates in the way of the
// country.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/record/claim.h"
#include "documents/table_source.h"

namespace newsgraph {

class ClaimTable {
 public:
  // Whether cells were made harmless for spreadsheets, or are what they are.
  enum class Cells { guarded, plain };
  // The names of the columns. Throws Error with `file` where one of source, relation and target is missing.
  ClaimTable(const std::vector<std::string_view>& names, const std::string& file,
             Cells cells = Cells::guarded);

  // Nothing where the column "verdict" says "reject". Throws Error with `where` and what is wrong.
  std::optional<Claim> read(const TableRow& row, const std::string& where) const;

  // Columns that are none of a table of claims.
  const std::vector<std::string>& unused() const { return unused_; }

 private:
  class Row;
  std::map<std::string, std::size_t, std::less<>> columns_;  // by our names
  std::size_t count_ = 0;
  Cells cells_;
  std::vector<std::string> unused_;
};

}  // namespace newsgraph
