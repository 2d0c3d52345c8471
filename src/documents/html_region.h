// Where on a page its article stands.
#pragma once

#include <cstddef>
#include <vector>

#include "documents/html_outline.h"

namespace newsgraph {

struct ArticleRegion {
  std::vector<std::size_t> elements;  // none inside another, in document order
  bool marked = false;                // the page itself says so
};

// What the page marks as its article (schema.org's articleBody, names like "entry-content", <article>,
// <main>) if it holds a fair share of the page's prose; else the element whose paragraphs score best by
// length, commas and link density, as Arc90's Readability does (A. Gibson and C. Mills, 2009; kept alive as
// Mozilla Readability), with those beside it that are like it.
ArticleRegion find_article(const PageOutline& page);

}  // namespace newsgraph
