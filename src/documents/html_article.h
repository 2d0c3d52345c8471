// The article of a web page, wherever the page was found.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "documents/read_context.h"

namespace newsgraph {

// `charset` is what the server or the mail said of the encoding; where it is empty the page's own word
// counts. Nothing where the page has no text of an article. The article's `where` is left to the caller.
std::optional<Article> article_of_page(std::string_view bytes, const std::string& charset,
                                       ReadContext& context);

}  // namespace newsgraph
