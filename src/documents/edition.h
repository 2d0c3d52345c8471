// Which of two copies of an article is the later one: a page that was saved again after a correction, an
// article that a feed brings once more.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsgraph {

// When an article was last changed, as ISO 8601: "2026-05-04T10:15Z" in UTC, or the day alone where no time
// is said. Empty where it is no date.
std::string moment_of(std::string_view written);

// What two copies are compared by; 0 where it is not known.
struct Edition {
  std::uint32_t day = 0;     // of publication: 20260504; 20260500 where no more than the month is known
  std::uint32_t minute = 0;  // of the last change, since 1970; a whole number of days where no time is known

  bool known() const { return day != 0 || minute != 0; }
};

// `date` as Document::date, `changed` as moment_of() makes it.
Edition edition_of(std::string_view date, std::string_view changed);

// Below 0 where `a` is the earlier one, above 0 where it is the later, 0 where nobody can tell. The day of
// publication counts before the last change.
int compare(const Edition& a, const Edition& b);

}  // namespace newsgraph
