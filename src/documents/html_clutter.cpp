#include "documents/html_clutter.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "support/utf8.h"

namespace newsgraph {
namespace {

using Words = std::string_view;

constexpr std::array kElements = std::to_array<Words>(
    {"script", "style",  "noscript", "template", "nav",     "aside",      "footer",  "form",
     "button", "select", "input",    "textarea", "iframe",  "object",     "embed",   "video",
     "audio",  "canvas", "svg",      "math",     "figure",  "figcaption", "picture", "img",
     "head",   "dialog", "menu",     "h1",       "caption", "label",      "map",     "address"});

constexpr std::array kRoles =
    std::to_array<Words>({"navigation", "banner", "contentinfo", "complementary", "dialog", "alertdialog",
                          "search", "menu", "menubar", "toolbar", "form"});

// One word each, sorted, as class names are made of.
constexpr std::array kNames = std::to_array<Words>(
    {"ad",        "ads",        "adslot",       "advert",      "advertisement", "advertising", "banner",
     "bio",       "breadcrumb", "breadcrumbs",  "byline",      "caption",       "comment",     "comments",
     "consent",   "cookie",     "cookies",      "copyright",   "credit",        "credits",     "disclaimer",
     "disqus",    "dropdown",   "footer",       "footnotes",   "gdpr",          "masthead",    "menu",
     "metabar",   "modal",      "mostread",     "nav",         "navbar",        "navigation",  "newsletter",
     "outbrain",  "overlay",    "pager",        "pagination",  "paywall",       "popup",       "promo",
     "promos",    "promotion",  "recirc",       "recommended", "related",       "share",       "sharing",
     "sidebar",   "signup",     "sitemap",      "skip",        "skyscraper",    "social",      "sponsor",
     "sponsored", "subscribe",  "subscription", "taboola",     "tags",          "toolbar",     "topics",
     "trending",  "widget"});

constexpr std::array kGoodNames = std::to_array<Words>(
    {"article", "articlebody", "body", "content", "entry", "main", "page", "post", "story", "text"});

constexpr std::array kPhrases =
    std::to_array<Words>({"advertisement",    "also read",    "article continues", "click here",
                          "continue reading", "copyright",    "don't miss",        "follow us",
                          "getty images",     "image:",       "image caption",     "image source",
                          "listen to",        "more on this", "most read",         "photo:",
                          "photograph:",      "picture:",     "read also",         "read more",
                          "recommended",      "related",      "see also",          "share this",
                          "sign up",          "skip to",      "story continues",   "subscribe",
                          "this video",       "watch:",       "we use cookies",    "©"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "relatedLinks js-share_bar" is related, links, js, share, bar.
std::vector<std::string> words_of(const std::string& names) {
  std::vector<std::string> words(1);
  char before = ' ';
  for (const char c : names) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if ((!upper && !lower) || (upper && before >= 'a' && before <= 'z')) words.emplace_back();
    if (upper || lower) words.back() += static_cast<char>(c | 0x20);
    before = c;
  }
  return words;
}

std::vector<std::string> words_of(const xmlNode* node) {
  return words_of(attribute(node, "class") + " " + attribute(node, "id"));
}

bool is_hidden(const xmlNode* node) {
  for (const xmlAttr* own = node->properties; own; own = own->next) {
    if (std::string_view(reinterpret_cast<const char*>(own->name)) == "hidden") return true;
  }
  std::string style = utf8::lower(attribute(node, "style"));
  std::erase(style, ' ');
  return attribute(node, "aria-hidden") == "true" || style.find("display:none") != std::string::npos;
}

}  // namespace

bool is_never_text(const xmlNode* node) {
  if (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE) return true;
  if (!is_element(node)) return false;
  const std::string_view name = name_of(node);
  if (name == "html" || name == "body") return false;
  return contains(kElements, name) || contains(kRoles, attribute(node, "role")) || is_hidden(node);
}

bool is_named_clutter(const xmlNode* node) {
  if (!is_element(node) || !node->properties) return false;
  const std::string_view name = name_of(node);
  if (name == "html" || name == "body" || name == "article" || name == "main") return false;
  const std::vector<std::string> words = words_of(node);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return contains(kNames, word); });
}

bool is_clutter_phrase(std::string_view paragraph) {
  constexpr std::size_t kLongest = 160;
  if (paragraph.size() > kLongest) return false;
  const std::string text = utf8::lower(paragraph);
  return std::any_of(kPhrases.begin(), kPhrases.end(), [&](std::string_view phrase) {
    if (!text.starts_with(phrase)) return false;
    // "Related parties denounced it" is a sentence of the article.
    const bool sentence = text.ends_with('.') && text.size() > phrase.size() + 30;
    return !sentence || phrase.ends_with(':') || phrase == "©";
  });
}

double name_weight(const xmlNode* node) {
  const std::vector<std::string> words = words_of(node);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return contains(kGoodNames, word); })
             ? 25
             : 0;
}

}  // namespace newsgraph
