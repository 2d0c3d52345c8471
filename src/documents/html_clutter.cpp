#include "documents/html_clutter.h"

#include <algorithm>
#include <array>
#include <string>

#include "documents/date.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

using Words = std::string_view;

constexpr std::array kNever = std::to_array<Words>(
    {"script",     "style",   "noscript", "template", "button", "select", "input",  "textarea",
     "iframe",     "object",  "embed",    "video",    "audio",  "canvas", "svg",    "math",
     "figcaption", "picture", "img",      "head",     "label",  "map",    "option", "datalist",
     "progress",   "meter",   "amp-ad",   "rt",       "rp"});

constexpr std::array kChrome =
    std::to_array<Words>({"nav", "aside", "footer", "form", "menu", "address", "fieldset", "amp-sidebar"});

constexpr std::array kChromeRoles =
    std::to_array<Words>({"navigation", "banner", "contentinfo", "complementary", "menu", "menubar",
                          "toolbar", "form", "tablist"});

constexpr std::array kPhrases = std::to_array<Words>({"advertisement",
                                                      "also read",
                                                      "article continues",
                                                      "click here to ",
                                                      "click here",
                                                      "all times are ",
                                                      "do you have a tip",
                                                      "have a tip",
                                                      "got a tip",
                                                      "powered by ",
                                                      "posting rules",
                                                      "continue reading",
                                                      "copyright",
                                                      "don't miss",
                                                      "don’t miss",
                                                      "follow us",
                                                      "getty images",
                                                      "image:",
                                                      "image caption",
                                                      "image source",
                                                      "image credit",
                                                      "photo credit",
                                                      "photo by",
                                                      "photos by",
                                                      "file photo",
                                                      "listen to",
                                                      "more on this",
                                                      "most read",
                                                      "photo:",
                                                      "photograph:",
                                                      "picture:",
                                                      "read also",
                                                      "read more",
                                                      "read next",
                                                      "read:",
                                                      "recommended",
                                                      "related",
                                                      "see also",
                                                      "share this",
                                                      "share on",
                                                      "share article",
                                                      "sign up",
                                                      "skip to",
                                                      "story continues",
                                                      "subscribe",
                                                      "sponsored",
                                                      "this video",
                                                      "watch:",
                                                      "we use cookies",
                                                      "all rights reserved",
                                                      "back to top",
                                                      "jump to",
                                                      "tags:",
                                                      "filed under",
                                                      "posted in",
                                                      "posted by",
                                                      "posted on",
                                                      "tagged",
                                                      "topics:",
                                                      "print this",
                                                      "email this",
                                                      "add to favorites",
                                                      "download our app",
                                                      "join our",
                                                      "get our",
                                                      "scroll to continue",
                                                      "story continues below",
                                                      "article continues below",

                                                      "please enable javascript",
                                                      "table of contents",
                                                      "责任编辑",
                                                      "编辑：",
                                                      "来源：",
                                                      "©"});

constexpr std::array kInsets = std::to_array<Words>({"related",
                                                     "related articles",
                                                     "related stories",
                                                     "related posts",
                                                     "related news",
                                                     "related content",
                                                     "related links",
                                                     "related topics",
                                                     "related coverage",
                                                     "related reading",
                                                     "recommended",
                                                     "recommended reading",
                                                     "recommended for you",
                                                     "recommended stories",
                                                     "read more",
                                                     "read also",
                                                     "also read",
                                                     "see also",
                                                     "most read",
                                                     "most popular",
                                                     "popular",
                                                     "trending",
                                                     "trending now",
                                                     "popular posts",
                                                     "top stories",
                                                     "latest news",
                                                     "latest",
                                                     "latest stories",
                                                     "latest posts",
                                                     "recent posts",
                                                     "recent articles",
                                                     "editor's picks",
                                                     "editors' picks",
                                                     "editor’s picks",
                                                     "don't miss",
                                                     "don’t miss",
                                                     "in this article",
                                                     "in this story",
                                                     "on this page",
                                                     "table of contents",

                                                     "advertisement",
                                                     "share",
                                                     "share this",
                                                     "share this article",
                                                     "share this story",
                                                     "share this post",
                                                     "share this page",
                                                     "newsletter",
                                                     "sign up",
                                                     "subscribe",
                                                     "subscribe to our newsletter",
                                                     "sign up for our newsletter",
                                                     "stay informed",
                                                     "stay connected",
                                                     "follow us",
                                                     "tags",
                                                     "topics",
                                                     "categories",
                                                     "you may also like",
                                                     "you might also like",
                                                     "you may like",
                                                     "more like this",
                                                     "more stories",
                                                     "more news",
                                                     "keep reading",
                                                     "read next",
                                                     "up next",
                                                     "what to read next",
                                                     "next article",
                                                     "previous article",
                                                     "featured",
                                                     "featured posts",
                                                     "sponsored",
                                                     "navigation",
                                                     "menu",

                                                     "quick links",

                                                     "similar articles",
                                                     "similar posts",
                                                     "explore more",
                                                     "discover more",
                                                     "what others are reading"});

constexpr std::array kEnds = std::to_array<Words>({"comments",

                                                   "leave a reply",
                                                   "leave a comment",
                                                   "leave a comment cancel reply",
                                                   "leave a reply cancel reply",
                                                   "cancel reply",
                                                   "post a comment",
                                                   "add a comment",
                                                   "add comment",
                                                   "write a comment",
                                                   "join the conversation",
                                                   "join the discussion",

                                                   "no comments",
                                                   "about the author",
                                                   "about the authors",
                                                   "about author",

                                                   "post navigation",
                                                   "what do you think?",
                                                   "what do you think",
                                                   "reader interactions",

                                                   "primary sidebar",

                                                   "trackbacks",
                                                   "reader comments",
                                                   "view comments",
                                                   "related products",
                                                   "customers also bought",
                                                   "customers also viewed",
                                                   "recently viewed",
                                                   "frequently bought together"});

constexpr std::array kEndStarts = std::to_array<Words>({"more from ",
                                                        "more by ",
                                                        "more on ",
                                                        "more in ",
                                                        "leave a reply",
                                                        "leave a comment",
                                                        "comments (",
                                                        "about the author",
                                                        "posts you",
                                                        "sign up for",
                                                        "subscribe to",
                                                        "get the latest",
                                                        "what readers say",
                                                        "what our readers",
                                                        "reader reactions",
                                                        "have your say",
                                                        "continue reading with",
                                                        "keep reading with",
                                                        "to continue reading",
                                                        "subscribe now",
                                                        "already a subscriber",
                                                        "this article is for subscribers",
                                                        "this content is for",
                                                        "unlock this",
                                                        "get unlimited access"});

// What stands on buttons, alone on its line.
constexpr std::array kButtons = std::to_array<Words>({"share",
                                                      "tweet",
                                                      "pin it",
                                                      "pin",
                                                      "email",
                                                      "e-mail",
                                                      "print",
                                                      "facebook",
                                                      "twitter",
                                                      "linkedin",
                                                      "whatsapp",
                                                      "reddit",
                                                      "telegram",
                                                      "copy link",
                                                      "copy",
                                                      "save",
                                                      "like",
                                                      "reply",
                                                      "report",
                                                      "follow",
                                                      "menu",
                                                      "close",
                                                      "search",
                                                      "home",
                                                      "next",
                                                      "previous",
                                                      "prev",
                                                      "comments",
                                                      "subscribe",
                                                      "log in",
                                                      "sign in",
                                                      "register",
                                                      "read more",
                                                      "more",
                                                      "loading",
                                                      "loading...",
                                                      "loading…",
                                                      "0 comments",
                                                      "no comments",
                                                      "skip",
                                                      "back",
                                                      "download",
                                                      "edit",
                                                      "permalink",
                                                      "x",
                                                      "×",
                                                      "share on facebook",
                                                      "share on twitter"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool has_attribute(const xmlNode* node, Words name) {
  for (const xmlAttr* own = node->properties; own; own = own->next) {
    if (view_of(own->name) == name) return true;
  }
  return false;
}

bool is_heading(const xmlNode* node) {
  const Words name = name_of(node);
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

// Whether a <figure> holds more than a picture: WordPress puts tables and quotations into figures.
bool is_picture(const xmlNode* figure) {
  constexpr int kMost = 200;  // elements; a picture has few
  bool picture = true;
  int elements = 0;
  walk(
      figure,
      [&](const xmlNode* node) {
        if (!is_element(node)) return false;
        const Words name = name_of(node);
        if (name == "table" || name == "pre" || name == "blockquote" || ++elements > kMost) picture = false;
        return picture && name != "figcaption";
      },
      [](const xmlNode*) {});
  return picture;
}

// "3 comments", "12 Responses to …".
bool counts_comments(Words heading) {
  const auto digits = heading.find_first_not_of("0123456789");
  if (digits == 0 || digits == Words::npos) return false;
  heading.remove_prefix(digits);
  return heading.starts_with(" comment") || heading.starts_with(" repl") ||
         heading.starts_with(" response") || heading.starts_with(" thoughts on ");
}

std::string plain(std::string_view heading) {
  std::string text = utf8::lower(heading);
  while (!text.empty() && (text.back() == ':' || text.back() == ' ' || text.back() == '.')) text.pop_back();
  return text;
}

// "(AP Photo/Ann Lee)", "Ann Lee via Getty Images".
bool is_credit(Words text) {
  constexpr std::array kAgencies = std::to_array<Words>(
      {"getty images", "/shutterstock", "ap photo", "/afp", "/reuters", "photo courtesy", "courtesy photo",
       "photo illustration", "file photo", "istock", "picture alliance", "/unsplash"});
  constexpr std::size_t kLongest = 100;
  if (text.size() > kLongest || text.ends_with('.')) return false;
  return std::any_of(kAgencies.begin(), kAgencies.end(),
                     [&](Words agency) { return text.find(agency) != Words::npos; });
}

// What publishers put below every article.
bool is_notice_of_rights(Words text) {
  constexpr std::array kSigns = std::to_array<Words>(
      {"all rights reserved", "may not be published, broadcast", "may not be reproduced",
       "may not be republished", "without written permission", "without permission in writing",
       "without the express written", "without the prior written"});
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](Words sign) { return text.find(sign) != Words::npos; });
}

}  // namespace

bool is_never_text(const xmlNode* node) {
  if (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE) return true;
  if (!is_element(node)) return false;
  const Words name = name_of(node);
  // A heading that folds up what stands below it may be a button.
  if (name == "button" && node->parent && is_element(node->parent) && is_heading(node->parent)) return false;
  return contains(kNever, name) || (name == "figure" && is_picture(node));
}

bool is_unseen(const xmlNode* node) {
  if (!node->properties) return name_of(node) == "dialog";
  const std::string role = attribute(node, "role");
  if (name_of(node) == "dialog" || role == "dialog" || role == "alertdialog") return true;
  if (has_attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") return true;
  std::string style = attribute(node, "style");
  if (style.empty()) return false;
  style = utf8::lower(style);
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool is_chrome(const xmlNode* node) {
  // Whom a quotation is of.
  if (name_of(node) == "footer" && node->parent && is_element(node->parent) &&
      name_of(node->parent) == "blockquote")
    return false;
  if (contains(kChrome, name_of(node))) return true;
  return node->properties && contains(kChromeRoles, attribute(node, "role"));
}

bool is_notice(const xmlNode* node) {
  if (name_of(node) != "aside") return false;
  const std::string names = utf8::lower(attribute(node, "class") + " " + attribute(node, "data-type"));
  constexpr std::array kNotices = std::to_array<Words>(
      {"note", "notice", "tip", "warning", "callout", "admonition", "caution", "important"});
  return std::any_of(kNotices.begin(), kNotices.end(),
                     [&](Words word) { return names.find(word) != std::string::npos; }) &&
         names.find("footnote") == std::string::npos;
}

bool is_navigation(const xmlNode* node) {
  const Words name = name_of(node);
  return name == "nav" || name == "menu" || (node->properties && attribute(node, "role") == "navigation");
}

bool is_note_mark(const xmlNode* node) {
  if (name_of(node) == "a" && attribute(node, "href").starts_with('#')) {
    const std::string text = inner_text(node);
    return text == "¶" || text == "#" || text == "§" || text == "↩" || text == "^" || text == "🔗";
  }
  if (name_of(node) != "sup") return false;
  const std::string text = inner_text(node);
  return text.size() >= 3 && text.size() <= 16 && text.front() == '[' && text.back() == ']';
}

bool is_button_text(std::string_view line) {
  constexpr std::size_t kLongest = 20;
  return line.size() <= kLongest && contains(kButtons, utf8::lower(line));
}

bool is_comment_tools(std::string_view line) {
  constexpr std::array kAnswer = std::to_array<Words>({"reply", "answer", "respond", "report", "flag"});
  constexpr std::array kOthers =
      std::to_array<Words>({"like", "dislike", "quote", "permalink", "link", "share", "upvote", "downvote",
                            "edit", "delete", "vote", "recommend", "abuse", "comment", "to", "this"});
  constexpr std::size_t kLongest = 60;
  if (line.size() > kLongest) return false;
  const std::string text = utf8::lower(line);
  bool answers = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.find_first_of("abcdefghijklmnopqrstuvwxyz", at);
    if (begin == std::string::npos) break;
    at = std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", begin), text.size());
    const Words word = Words(text).substr(begin, at - begin);
    answers |= contains(kAnswer, word);
    if (!contains(kAnswer, word) && !contains(kOthers, word)) return false;
  }
  return answers;
}

bool is_boilerplate(std::string_view paragraph) {
  constexpr std::size_t kLongest = 400;
  if (paragraph.size() > kLongest) return false;
  const std::string text = utf8::lower(paragraph);
  const bool since =
      text.find("join date: ") != std::string::npos || text.find("joined: ") != std::string::npos;
  return is_notice_of_rights(text) || (since && text.find("posts: ") != std::string::npos);
}

bool is_clutter_phrase(std::string_view paragraph) {
  constexpr std::size_t kLongest = 160;
  if (paragraph.size() > kLongest) return false;
  const std::string text = utf8::lower(paragraph);
  if (is_credit(text)) return true;
  return std::any_of(kPhrases.begin(), kPhrases.end(), [&](std::string_view phrase) {
    if (!text.starts_with(phrase)) return false;
    // "Related parties denounced it" is a sentence of the article.
    const bool sentence = text.ends_with('.') && text.size() > phrase.size() + 30;
    return !sentence || phrase.ends_with(':') || phrase == "©" || phrase.ends_with(" tip") ||
           phrase == "click here to ";
  });
}

bool is_byline_phrase(std::string_view paragraph) {
  constexpr std::size_t kLongest = 120;
  if (paragraph.size() > kLongest) return false;
  const std::string text = utf8::lower(paragraph);
  constexpr std::size_t kLongestName = 80;
  if (text.starts_with("by ") && text.size() < kLongestName && !text.ends_with('.')) return true;
  for (const Words start : {"published", "updated", "last updated", "last modified", "posted", "reviewed by",
                            "first published", "author:", "date:", "reporting by", "source:"}) {
    if (text.starts_with(start) && !text.ends_with('.')) return true;
  }
  for (const Words end :
       {"min read", "minute read", "minutes read", "mins read", "min. read", "comments", "views", "shares"}) {
    if (text.size() < kLongestName && text.ends_with(end)) return true;
  }
  constexpr std::size_t kLongestDate = 48;
  return text.size() <= kLongestDate && normalize_date(text).size() == 10;
}

HeadingSense heading_sense(std::string_view heading) {
  constexpr std::size_t kLongest = 80;
  if (heading.size() > kLongest) return HeadingSense::kText;
  const std::string text = plain(heading);
  if (contains(kInsets, text)) return HeadingSense::kInset;
  const bool start =
      std::any_of(kEndStarts.begin(), kEndStarts.end(), [&](Words s) { return text.starts_with(s); });
  return start || contains(kEnds, text) || counts_comments(text) ? HeadingSense::kTheEnd
                                                                 : HeadingSense::kText;
}

}  // namespace newsgraph
