// The article's own text on a web page.
#pragma once

#include <string>

#include "documents/html_page.h"

namespace newsgraph {

// Paragraphs separated by blank lines; `title` is left out. Empty where the page has no text.
//
// The region is what the page itself marks (schema.org's articleBody, <article>, <main>), else the element
// whose paragraphs score best by length, commas and link density, as Arc90's Readability does (A. Gibson and
// C. Mills, 2009; kept alive as Mozilla Readability). Inside it, paragraphs that are mostly links are left
// out, after C. Kohlschütter et al., "Boilerplate Detection using Shallow Text Features", WSDM 2010.
std::string html_main_text(const HtmlPage& page, const std::string& title);

}  // namespace newsgraph
