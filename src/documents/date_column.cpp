#include "documents/date_column.h"

#include "documents/lines.h"

namespace newsgraph {

void DateColumn::learn(std::string_view written) {
  const DateOrder order = shown_order(written);
  day_first_ |= order == DateOrder::kDayFirst;
  month_first_ |= order == DateOrder::kMonthFirst;
}

std::string DateColumn::read(std::string_view written) const {
  // A column with both orders has none.
  const DateOrder order = day_first_ == month_first_ ? DateOrder::kUnknown
                          : day_first_               ? DateOrder::kDayFirst
                                                     : DateOrder::kMonthFirst;
  std::string date = normalize_date(written, order);
  return date.empty() ? date_of_serial(trimmed(written)) : date;
}

}  // namespace newsgraph
