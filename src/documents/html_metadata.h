// What a web page says about its article.
#pragma once

#include <string>

#include "documents/html_page.h"

namespace newsgraph {

struct HtmlMetadata {
  std::string title;  // without the site's name
  std::string date;   // as the page has it
  std::string url;    // canonical, absolute
  std::string author;
  std::string body;         // the article's text, where the page has it as data for search engines (JSON-LD)
  bool discussion = false;  // a thread of a forum, or a question with answers
};

// From Open Graph, schema.org (JSON-LD and microdata), Dublin Core and the other conventions of news sites.
HtmlMetadata html_metadata(const HtmlPage& page);

}  // namespace newsgraph
