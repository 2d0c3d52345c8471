// A PDF without the time at which it was made.
#pragma once

#include <string>

namespace newsgraph {

// Sets "/CreationDate (D:20230316120000+05'45)" to 1970 in UTC and corrects the table of offsets, which ends
// the file. Where there is no such table the zone stays as it is.
void remove_pdf_time(std::string& pdf);

}  // namespace newsgraph
