// The article's paragraphs inside the region where it stands.
#pragma once

#include <string>

#include "documents/html_outline.h"
#include "documents/html_region.h"

namespace newsgraph {

// Whether words that are links are there to be read, as on a page that lists articles, or to be clicked.
enum class LinkedText { kLinks, kText };

// Separated by blank lines; headings that nothing follows, lists of links, bylines, teasers and what stands
// below "Related" or "Comments" are left out. Shallow features of a paragraph decide, after C. Kohlschütter
// et al., "Boilerplate Detection using Shallow Text Features", WSDM 2010.
std::string article_paragraphs(const PageOutline& page, const ArticleRegion& region, const std::string& title,
                               LinkedText linked = LinkedText::kLinks);

}  // namespace newsgraph
