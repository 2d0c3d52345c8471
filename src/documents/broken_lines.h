// What printing and typesetting left in a text.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace newsgraph {

// Takes out soft hyphens, zero-width characters and marks of direction; takes ligatures ("ﬁ") apart and makes
// the hyphens of typesetting ("‐", "‑") plain ones. A soft hyphen at the end of a line stays for
// join_hyphens(). `text` is valid UTF-8.
void drop_invisible(std::string& text);

// Whether a word or a name is known, as it is written.
using KnownWord = std::function<bool(std::string_view)>;

// Joins words that are broken at the end of a line: "govern-\nment". The hyphen goes where the joined word is
// known or stands elsewhere in the text, and where the halves are no words of their own; it stays in
// "state-\nowned". In such a paragraph the other line ends that only make lines fit become blanks as well.
// Without `known` nothing counts as known. Returns how many were joined.
std::size_t join_hyphens(std::string& text, const KnownWord& known);

}  // namespace newsgraph
