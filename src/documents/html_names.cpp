#include "documents/html_names.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "support/ascii.h"

namespace newsgraph {
namespace {

using Words = std::vector<std::string>;
using Name = std::string_view;

// "relatedLinks js-share_bar" is relatedLinks, js-share_bar; each is cut into its words: related, links.
Words words_of(Name token) {
  Words words(1);
  char before = ' ';
  for (const char c : token) {
    const bool upper = is_ascii_upper(c);
    const bool lower = is_ascii_lower(c);
    if ((!upper && !lower) || (upper && is_ascii_lower(before))) {
      if (!words.back().empty()) words.emplace_back();
    }
    if (upper || lower) words.back() += static_cast<char>(c | 0x20);
    before = c;
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

template <typename List>
bool contains(const List& list, Name word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

template <typename List>
bool starts_with_any(Name word, const List& list) {
  return std::any_of(list.begin(), list.end(), [&](Name start) { return word.starts_with(start); });
}

// "content-with-sidebar", "has-comments", "no-ads": what follows is not the element's own name.
constexpr std::array kConnecting = std::to_array<Name>(
    {"with", "has",   "have",  "no",     "not",   "without", "and",    "is",   "plus", "hide", "hides",
     "show", "shows", "after", "before", "above", "below",   "beside", "next", "prev", "non"});
// "tag-cookies category-social": WordPress names the subjects of a post in its classes.
constexpr std::array kSubjects = std::to_array<Name>(
    {"tag", "category", "cat", "topic", "format", "status", "type", "taxonomy", "elementor", "term"});

constexpr std::array kTextIs = std::to_array<Name>(
    {"body", "content", "contents", "text", "copy", "bodycopy", "paragraphs", "prose", "markup"});
constexpr std::array kComments =
    std::to_array<Name>({"comment", "comments", "commentlist", "disqus", "dsq", "respond", "replies",
                         "livefyre", "coral", "hyvor", "giscus", "utterances", "kommentare", "commentaires",
                         "comentarios", "commenti", "reacties", "talkback"});
// "comments-open", "comment-count": about comments, not comments.
constexpr std::array kNoComments =
    std::to_array<Name>({"open", "closed", "enabled", "disabled", "off", "active", "allowed", "status"});

constexpr std::array kForeignStarts = std::to_array<Name>(
    {"related",  "recommend", "newsletter", "cookie",   "outbrain",    "taboola", "trending",  "recirc",
     "sponsor",  "advert",    "onetrust",   "mostread", "mostpopular", "youmay",  "morefrom",  "readmore",
     "readnext", "zergnet",   "revcontent", "mgid",     "jprelated",   "yarpp",   "crosslink", "alsolike"});
constexpr std::array kForeign = std::to_array<Name>(
    {"gdpr",         "consent",       "paywall",       "popup",   "modal",        "signup",    "optin",
     "teaser",       "teasers",       "promo",         "promos",  "promotion",    "popular",   "ad",
     "ads",          "adslot",        "adsense",       "adbox",   "dfp",          "lightbox",  "recents",
     "upsell",       "bio",           "cta",           "infobox", "navbox",       "toc",       "catlinks",
     "widgets",      "login",         "register",      "survey",  "poll",         "signature", "subscribe",
     "subscription", "subscriptions", "cmp",           "didomi",  "usercentrics", "truste",    "iubenda",
     "klaro",        "osano",         "tarteaucitron", "evidon"});

constexpr std::array kChromeStarts = std::to_array<Name>(
    {"sidebar", "footer", "breadcrumb", "addtoany", "addthis", "sharedaddy", "shareaholic", "sharethis",
     "sharing", "masthead", "navigat", "dropdown", "paginat", "skyscraper", "tooltip", "toolbar"});
constexpr std::array kChrome = std::to_array<Name>(
    {"share",      "shares",      "sharebar", "sharebox",     "social",   "socials", "nav",
     "navbar",     "subnav",      "topnav",   "menu",         "submenu",  "banner",  "copyright",
     "disclaimer", "metabar",     "overlay",  "pager",        "sitemap",  "skip",    "tags",
     "tagcloud",   "taglist",     "topics",   "widget",       "rail",     "ticker",  "breaking",
     "weather",    "editsection", "noprint",  "screenreader", "printonly"});
constexpr std::array kChromeEnds =
    std::to_array<Name>({"sidebar", "footer", "breadcrumbs", "navbar", "navigation", "toolbar", "sharebar"});

constexpr std::array kDetails = std::to_array<Name>(
    {"byline",      "bylines",    "meta",        "metadata", "postmeta",  "entrymeta", "timestamp",
     "pubdate",     "posted",     "credit",      "credits",  "caption",   "captions",  "imagecaption",
     "readtime",    "categories", "kicker",      "eyebrow",  "published", "datetime",  "postinfo",
     "articleinfo", "byauthor",   "avatar",      "icon",     "button",    "btn",       "rating",
     "updated",     "modified",   "photocredit", "username", "userinfo",  "tagline"});

constexpr std::array kLeads = std::to_array<Name>(
    {"standfirst", "lead", "lede", "deck", "dek", "subtitle", "subhead", "subheadline", "subheading", "intro",
     "sapo", "teasertext", "strapline", "drophead", "summary", "excerpt", "chapo", "abstract"});

constexpr std::array kTextOf =
    std::to_array<Name>({"article",  "art",     "post",     "entry",  "story", "news", "blog",    "single",
                         "node",     "message", "topic",    "body",   "field", "rich", "full",    "blogpost",
                         "pagebody", "gh",      "question", "answer", "doc",   "docs", "document"});
constexpr std::array kBodies = std::to_array<Name>(
    {"articlebody", "articletext", "articlecontent", "entrycontent", "postcontent", "postbody",    "posttext",
     "storybody",   "storytext",   "storycontent",   "newstext",     "newsbody",    "newscontent", "maintext",
     "bodytext",    "fulltext",    "bodycopy",       "richtext",     "wysiwyg",     "markdown",    "prose",
     "blogcontent", "postentry",   "articlecopy",    "contenttext"});
constexpr std::array kRegions =
    std::to_array<Name>({"content", "main", "article", "story", "post", "entry", "hentry", "text", "body",
                         "page", "maincontent", "contentmain", "blogpost"});
// "modal-body", "card-content": boxes of any kind.
constexpr std::array kBoxes = std::to_array<Name>(
    {"modal",   "card",     "panel", "table",   "accordion", "offcanvas", "media", "alert",
     "header",  "dialog",   "popup", "toast",   "drawer",    "collapse",  "list",  "tab",
     "tabs",    "dropdown", "box",   "tooltip", "item",      "aside",     "image", "video",
     "gallery", "caption",  "head",  "banner",  "hero",      "title"});

// Where the word that names the element starts to be about something else: "content-WITH-sidebar".
std::size_t own_words(const Words& words) {
  std::size_t own = 0;
  while (own < words.size() && !contains(kConnecting, words[own])) ++own;
  return own;
}

bool names_comments(const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (contains(kComments, words[i]) || words[i].ends_with("comments")) {
      return i + 1 == words.size() || !contains(kNoComments, words[i + 1]);
    }
  }
  return false;
}

bool names_foreign(const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Name word = words[i];
    // "paywall-content", "teaser-text": the part of the article that all may read, or that few may.
    constexpr std::array kParts = std::to_array<Name>({"paywall", "teaser"});
    if (contains(kParts, word) && i + 1 < words.size() && contains(kTextIs, words[i + 1])) continue;
    if (starts_with_any(word, kForeignStarts) || contains(kForeign, word)) return true;
    const Name following = i + 1 < words.size() ? Name(words[i + 1]) : Name();
    // "more-text", "read-more-content": the article, folded up.
    const Name after = i + 2 < words.size() ? Name(words[i + 2]) : Name();
    if ((word == "more" && contains(kTextIs, following)) || (following == "more" && contains(kTextIs, after)))
      return false;
    // "mostRead", "read-next", "more-stories", "you-may-like", "author-box", "about-author".
    if (word == "most" && (following == "read" || following == "viewed" || following == "shared"))
      return true;
    if (word == "read" && (following == "more" || following == "next" || following == "also")) return true;
    if (word == "more" && !following.empty()) return true;
    if (word == "latest" && !following.empty()) return true;
    if (word == "you" && (following == "may" || following == "might")) return true;
    constexpr std::array kOfAuthors =
        std::to_array<Name>({"bio", "box", "info", "card", "profile", "about", "desc", "description",
                             "details", "block", "section", "area"});
    if (word == "author" && contains(kOfAuthors, following)) return true;
    constexpr std::array kAbout = std::to_array<Name>({"", "us", "author", "site", "the", "this", "me"});
    if (word == "about" && contains(kAbout, following)) return true;
  }
  return false;
}

bool names_chrome(const Words& words) {
  constexpr std::array kSiteHeaders = std::to_array<Name>({"site", "global", "main", "top"});
  if (!words.empty() && words.back() == "header" && (words.size() == 1 || contains(kSiteHeaders, words[0])))
    return true;
  return std::any_of(words.begin(), words.end(), [](Name word) {
    return contains(kChrome, word) || starts_with_any(word, kChromeStarts) ||
           std::any_of(kChromeEnds.begin(), kChromeEnds.end(), [&](Name end) { return word.ends_with(end); });
  });
}

// "post-meta", "byline__inner", but not "meta-analysis".
bool names_detail(const Words& words) {
  static constexpr std::array kParts =
      std::to_array<Name>({"wrapper", "wrap", "container", "info", "inner", "line", "list", "item", "items",
                           "data", "block", "area", "group", "row", "text", "section"});
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!contains(kDetails, words[i])) continue;
    const auto behind = std::span(words).subspan(i + 1);
    if (std::all_of(behind.begin(), behind.end(), [](Name word) { return contains(kParts, word); }))
      return true;
  }
  return false;
}

// Read by screen readers only, or printed only.
bool names_unseen(Name token) {
  return token == "sr-only" || token == "visually-hidden" || token == "visuallyhidden" ||
         token == "screen-reader-text" || token == "screen-reader-only" || token == "print-only" ||
         token == "u-hidden-visually";
}

bool names_body(const Words& words) {
  // "post-card-content", "article-header-text": teasers, and what stands above the text.
  static constexpr std::array kTeasers =
      std::to_array<Name>({"card", "cards",   "list",   "grid",  "thumb", "thumbnail", "slider", "carousel",
                           "feed", "preview", "hero",   "tile",  "row",   "header",    "head",   "title",
                           "meta", "info",    "author", "media", "image", "summary",   "intro",  "sub"});
  if (std::any_of(words.begin(), words.end(), [](Name word) { return contains(kTeasers, word); }))
    return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (contains(kBodies, words[i])) return true;
    if (!contains(kTextOf, words[i])) continue;
    for (std::size_t k = i + 1; k < words.size(); ++k) {
      if (words[i] == "field" && words[k] != "body") continue;  // fields of teasers
      if (contains(kTextIs, words[k]) && !(k == i + 1 && words[i] == words[k])) return true;
    }
  }
  return words.size() == 3 && words[0] == "mw" && words[1] == "parser";
}

bool names_region(const Words& words) {
  return !words.empty() && contains(kRegions, words.back()) &&
         std::none_of(words.begin(), words.end(), [](Name word) { return contains(kBoxes, word); });
}

void note(Name token, NameSigns& signs) {
  if (names_unseen(token)) signs.chrome = true;
  Words words = words_of(token);
  if (words.empty()) return;
  if (words.size() > 1 && contains(kSubjects, words[0]) && !contains(kTextIs, words[1])) return;
  if (words[0] == "author") {
    if (words.size() == 1) signs.detail = true;
    if (!names_foreign(words)) return;  // "author-jane"
  }
  const bool whole = own_words(words) == words.size();
  words.resize(own_words(words));
  if (words.empty()) return;
  const bool comments = names_comments(words);
  const bool foreign = names_foreign(words);
  const bool chrome = names_chrome(words);
  signs.comments |= comments && !(whole && words.size() > 1 && words.back() == "count");
  signs.foreign |= foreign;
  signs.chrome |= chrome;
  signs.detail |= names_detail(words);
  signs.lead |= std::any_of(words.begin(), words.end(), [](Name word) { return contains(kLeads, word); });
  if (comments || foreign || chrome) return;
  signs.body |= names_body(words) && !contains(kBoxes, words.back());
  signs.region |= names_region(words);
}

}  // namespace

NameSigns name_signs(const xmlNode* node) {
  NameSigns signs;
  if (!is_element(node) || !node->properties) return signs;
  for (const char* kind : {"class", "id"}) {
    const std::string names = attribute(node, kind);
    for (std::size_t at = 0; at < names.size();) {
      const auto end = std::min(names.find_first_of(" \t\r\n\f", at), names.size());
      if (end > at) note(Name(names).substr(at, end - at), signs);
      at = end + 1;
    }
  }
  return signs;
}

}  // namespace newsgraph
