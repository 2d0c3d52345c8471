// Markdown reduced to the text that a reader sees.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

// One line's emphasis, links, pictures, code marks, escapes and tags reduced to text (CommonMark 0.30,
// "Inlines", as far as news uses them).
std::string markdown_inline(std::string_view line);

// Paragraphs separated by blank lines; headings, list items and rows of tables are paragraphs of their own.
// Code blocks, pictures, rules and link definitions are left out.
std::string markdown_text(std::string_view markdown);

}  // namespace newsgraph
