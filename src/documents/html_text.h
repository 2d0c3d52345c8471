// Text out of HTML: of a web page its article's alone, of a fragment all.
#pragma once

#include <string>
#include <string_view>

#include "documents/html_outline.h"
#include "documents/html_page.h"

namespace newsgraph {

// The article's own text, paragraphs separated by blank lines; `title` is left out. Empty where the page has
// no text.
//
// html_outline.h says what is clutter, html_region.h where the article stands, html_paragraphs.h what of it
// is kept. Where too little is found so, it is looked for again, with less taken for clutter.
std::string html_main_text(const HtmlPage& page, const std::string& title,
                           PageKind kind = PageKind::kArticle);

// A fragment of HTML, as interfaces deliver an article's body, reduced to its paragraphs. Valid UTF-8 in and
// out.
std::string html_fragment_text(std::string_view html);

}  // namespace newsgraph
