// What a page says of its article for search engines: schema.org as JSON-LD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

// Empty where the page does not say.
struct PageData {
  std::string title;
  std::string date;  // of publication
  std::string modified;
  std::string url;
  std::string author;
  std::string body;         // the article's text
  bool discussion = false;  // the page is a thread of a forum, or a question with answers
};

// JSON as sites write it into pages, mended: raw line breaks in strings, comments, trailing commas, something
// behind the value. Empty where there is no array and no object.
std::string mended_json(std::string_view text);

// From the page's scripts of the type application/ld+json. Of several articles it is the one with this
// address or this title.
PageData page_data(const std::vector<std::string>& scripts, const std::string& url, const std::string& title);

}  // namespace newsgraph
