// The dates of one column, or of one key of many records: what one leaves open another may show.
#pragma once

#include <string>
#include <string_view>

#include "documents/date.h"

namespace newsgraph {

class DateColumn {
 public:
  // Takes notice of a date: which of day and month comes first.
  void learn(std::string_view written);

  // As normalize_date(), in the order that the column shows; numbers of five digits are the days of a
  // spreadsheet. Empty where it has no reading, or two.
  std::string read(std::string_view written) const;

 private:
  bool day_first_ = false;
  bool month_first_ = false;
};

}  // namespace newsgraph
