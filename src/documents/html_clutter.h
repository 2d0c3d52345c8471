// Parts of a page that are not its article: menus, captions, comments, banners.
#pragma once

#include <string_view>

#include "documents/html_page.h"

namespace newsgraph {

// By the element itself, its role and what hides it: script, nav, figure, [hidden], …
bool is_never_text(const xmlNode* node);

// By the words in its class and id: "related-links", "cookieBanner". Site builders use such words freely, so
// that this may be wrong.
bool is_named_clutter(const xmlNode* node);

// "Advertisement", "Read more: …", "Photo: …": a short paragraph that is not the article's.
bool is_clutter_phrase(std::string_view paragraph);

// What the words in class and id say for (25) or against (0) being the article's container.
double name_weight(const xmlNode* node);

}  // namespace newsgraph
