// What a web page says about its article.
#pragma once

#include <string>

#include "documents/html_page.h"

namespace newsgraph {

class PageOutline;

struct HtmlMetadata {
  std::string title;  // without the site's name
  std::string date;   // as the page has it
  std::string modified;
  std::string url;  // canonical, absolute
  std::string author;
  std::string body;         // the article's text, where the page has it as data for search engines (JSON-LD)
  bool discussion = false;  // a thread of a forum, or a question with answers
};

// From Open Graph, schema.org (JSON-LD and microdata), Dublin Core and the other conventions of news sites.
HtmlMetadata html_metadata(const HtmlPage& page);

// The date that a page shows beside its article, as the page writes it; empty where none is near the article.
// Dates of teasers, of comments and of later changes are not taken for the article's.
std::string html_shown_date(const PageOutline& page);

}  // namespace newsgraph
