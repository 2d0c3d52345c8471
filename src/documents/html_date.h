// The date that a page shows beside its article.
#pragma once

#include <string>

#include "documents/html_outline.h"

namespace newsgraph {

// As the page writes it; empty where none is near the article. Dates of teasers, of comments and of later
// changes are not taken for the article's.
std::string html_shown_date(const PageOutline& page);

}  // namespace newsgraph
