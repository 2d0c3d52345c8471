// Parts of a page that are not its article, by their elements and words. What names in class and id say is
// html_names.h.
#pragma once

#include <string_view>

#include "documents/html_page.h"

namespace newsgraph {

// What no reader reads as text: scripts, pictures with their captions, fields of forms.
bool is_never_text(const xmlNode* node);

// Hidden, or shown above the page: [hidden], display:none, dialogs.
bool is_unseen(const xmlNode* node);

// By its element or role not the article's: nav, aside, footer, form. Pages misuse them.
bool is_chrome(const xmlNode* node);
bool is_navigation(const xmlNode* node);
// An <aside> that is a note or a warning of the text around it, as manuals have them.
bool is_notice(const xmlNode* node);

// "[3]" in small letters above the line, the "¶" of a heading that links to itself.
bool is_note_mark(const xmlNode* node);

// "Advertisement", "Read more: …", "Photo: …": a short paragraph that is not the article's.
bool is_clutter_phrase(std::string_view paragraph);

// "All rights reserved", "Join Date: May 2006 Posts: 1,204": never text, wherever it stands.
bool is_boilerplate(std::string_view paragraph);

// "Share", "Print", "Next".
bool is_button_text(std::string_view line);

// "Reply", "Answer | Report": what stands below a comment.
bool is_comment_tools(std::string_view line);

// "By Ann Lee", "Updated 3 March 2024", "5 min read": what stands about an article above it.
bool is_byline_phrase(std::string_view paragraph);

// What a heading says of what stands below it.
enum class HeadingSense {
  kText,    // the article
  kInset,   // something else, after which the article may go on: "Related", "In this article"
  kTheEnd,  // nothing of the article any more: "Comments", "About the author"
};
HeadingSense heading_sense(std::string_view heading);

}  // namespace newsgraph
