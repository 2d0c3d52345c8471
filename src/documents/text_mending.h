// Characters put right that programs garbled before the text came here.
#pragma once

#include <cstddef>
#include <string>

namespace newsgraph {

// Each returns how many characters were replaced. `text` is valid UTF-8.

// Text that was written as UTF-8, read as something else and saved again: "â€™" for an apostrophe. Repairs
// what is certain: sequences that no text has otherwise and that are right as UTF-8 once they are taken back
// (Windows-1252, -1250 and -1251, Mac Roman, DOS 437 and 850), also where that happened twice.
std::size_t mend_mojibake(std::string& text);

// Characters that a text still has as HTML writes them: "AT&amp;T", "AT&amp;amp;T", "Russia&#39;s" and, where
// the "&" was lost, "Russia #39;s".
std::size_t unescape(std::string& text);

// "Russia\u2019s", "Russia\xe2\x80\x99s" and "\n\n", as programs show strings: characters and paragraphs that
// were never turned back.
std::size_t unescape_source(std::string& text);

}  // namespace newsgraph
