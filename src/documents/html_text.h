// Text of HTML that is no page.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

// A fragment of HTML, as interfaces deliver an article's body, reduced to its paragraphs. Valid UTF-8 in and
// out.
std::string html_fragment_text(std::string_view html);

}  // namespace newsgraph
