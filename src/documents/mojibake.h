// Text that was written as UTF-8, read as something else and saved again: "â€™" for an apostrophe.
#pragma once

#include <cstddef>
#include <string>

namespace newsgraph {

// Repairs what is certain: sequences that no text has otherwise and that are right as UTF-8 once they are
// taken back (Windows-1252, -1250 and -1251, Mac Roman, DOS 437 and 850), also where that happened twice.
// `text` is valid UTF-8. Returns how many characters were repaired.
std::size_t mend_mojibake(std::string& text);

}  // namespace newsgraph
