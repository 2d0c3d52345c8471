// What the words in an element's class and id say of it.
#pragma once

#include "documents/html_page.h"

namespace newsgraph {

// Site builders use such words freely, so that each may be wrong; html_outline.h weighs them.
struct NameSigns {
  bool body = false;      // holds an article's text: "article-body", "entry-content"
  bool region = false;    // holds an article among other things: "content", "main", "story"
  bool comments = false;  // what readers wrote: "comment-list", "respond"
  bool foreign = false;   // about something else, maybe at length: "related-posts", "cookie-banner"
  bool chrome = false;    // of the page, not of the article: "sidebar", "share-bar"
  bool detail = false;    // about the article: "byline", "post-meta"; clutter where it is short
  bool lead = false;      // the article's first words, set apart: "standfirst"

  bool clutter() const { return comments || foreign || chrome; }
};

NameSigns name_signs(const xmlNode* node);

}  // namespace newsgraph
