// What a page shows that is not in the text of its article.
#pragma once

#include <string_view>
#include <vector>

#include "documents/document.h"
#include "documents/html_page.h"

namespace newsgraph {

// The paragraphs of the page that `text`, its article, does not have, in the order of the page, each with
// what it stands in: "in <footer>", "in class=\"related\"". `title` counts as had.
std::vector<LeftOut> html_left_out(const HtmlPage& page, std::string_view title, std::string_view text);

}  // namespace newsgraph
