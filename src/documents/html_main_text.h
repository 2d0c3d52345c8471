// The article's own text on a web page.
#pragma once

#include <string>

#include "documents/html_outline.h"
#include "documents/html_page.h"

namespace newsgraph {

// Paragraphs separated by blank lines; `title` is left out. Empty where the page has no text.
//
// html_outline.h says what is clutter, html_region.h where the article stands, html_paragraphs.h what of it
// is kept. Where too little is found so, it is looked for again, with less taken for clutter.
std::string html_main_text(const HtmlPage& page, const std::string& title,
                           PageKind kind = PageKind::kArticle);

}  // namespace newsgraph
