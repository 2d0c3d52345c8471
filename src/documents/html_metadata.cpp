#include "documents/html_metadata.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <string_view>
#include <vector>

#include "documents/date.h"
#include "documents/html_json_ld.h"
#include "documents/html_outline.h"
#include "documents/lines.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

// What the page's elements hold, before it is weighed.
struct Found {
  std::map<std::string, std::string> meta;  // by lower-case name or property
  std::string canonical;
  std::string title;
  std::string heading;            // the first h1
  std::string author;             // of an element that is marked so
  std::vector<std::string> data;  // JSON-LD
  bool discussion = false;        // as microdata have it
};

void keep_first(std::string& value, const std::string& other) {
  if (value.empty()) value = trimmed(other);
}

bool in_head(const xmlNode* node) {
  return node->parent && is_element(node->parent) && name_of(node->parent) == "head";
}

void note_meta(const xmlNode* node, Found& found) {
  std::string content = attribute(node, "content");
  for (const char* slip : {"value", "datetime"}) keep_first(content, attribute(node, slip));
  // In the body it may be another article's, or a comment's (html_date.cpp).
  if (!attribute(node, "itemprop").empty() && !in_head(node)) return;
  for (const char* kind : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string name = utf8::lower(attribute(node, kind));
    if (!name.empty()) keep_first(found.meta[name], content);
  }
}

bool has_word(const std::string& list, std::string_view word) {
  return (" " + utf8::lower(list) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

// "application/ld+json; charset=utf-8" is, too.
bool is_data(std::string type) {
  type = utf8::lower(type);
  return trimmed(std::string_view(type).substr(0, type.find(';'))) == "application/ld+json";
}

void note_element(const xmlNode* node, Found& found) {
  const std::string_view name = name_of(node);
  if (node->properties) {
    const std::string kind = attribute(node, "itemtype");
    found.discussion |= kind.ends_with("/DiscussionForumPosting") || kind.ends_with("/QAPage");
  }
  const std::string property = attribute(node, "itemprop");
  if (name == "meta") return note_meta(node, found);
  if (name == "title") return keep_first(found.title, inner_text(node));
  if (name == "h1") return keep_first(found.heading, inner_text(node));
  if (name == "link" && has_word(attribute(node, "rel"), "canonical")) {
    keep_first(found.canonical, attribute(node, "href"));
  } else if (name == "script" && is_data(attribute(node, "type"))) {
    found.data.push_back(joined_text(node->children));
  } else if (has_word(attribute(node, "rel"), "author") || property == "author") {
    keep_first(found.author, inner_text(node));
  }
}

Found look_through(const HtmlPage& page) {
  Found found;
  walk(
      page.root(),
      [&](const xmlNode* node) {
        if (is_element(node)) note_element(node, found);
        return true;
      },
      [](const xmlNode*) {});
  return found;
}

std::string first_meta(const Found& found, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto meta = found.meta.find(name);
    if (meta != found.meta.end() && !meta->second.empty()) return meta->second;
  }
  return {};
}

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

constexpr std::array kSeparators =
    std::to_array<std::string_view>({" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " • "});

// "Headline - The Daily Planet" without the site. Where the site's name is not known, a short last part is
// taken for it.
std::string without_site(const std::string& title, const std::string& site) {
  std::size_t cut = std::string::npos;
  std::size_t width = 0;
  for (const std::string_view separator : kSeparators) {
    const auto at = title.rfind(separator);
    if (at == std::string::npos || (cut != std::string::npos && at < cut)) continue;
    cut = at;
    width = separator.size();
  }
  if (cut == std::string::npos) return title;
  const std::string last = title.substr(cut + width);
  if (!site.empty()) return utf8::fold(last) == utf8::fold(site) ? title.substr(0, cut) : title;
  constexpr std::size_t kLongestSite = 30;
  constexpr std::size_t kShortestTitle = 15;
  return last.size() <= kLongestSite && cut >= kShortestTitle ? title.substr(0, cut) : title;
}

std::string title_of(const Found& found, const PageData& data) {
  const std::string site = first_meta(found, {"og:site_name", "application-name"});
  std::string title = first_meta(found, {"og:title", "twitter:title"});
  if (!title.empty()) return site.empty() ? title : without_site(title, site);
  if (!data.title.empty()) return data.title;
  if (!found.heading.empty() && found.title.find(found.heading) != std::string::npos) return found.heading;
  title = without_site(found.title, site);
  return title.empty() ? found.heading : title;
}

std::string author_of(const Found& found, const PageData& data) {
  constexpr std::size_t kLongest = 200;
  for (std::string author :
       {data.author, first_meta(found, {"author", "article:author", "dc.creator", "byl", "parsely-author"}),
        found.author}) {
    if (utf8::lower(author).starts_with("by ")) author.erase(0, 3);
    if (!author.empty() && !is_url(author) && author.size() <= kLongest) return author;
  }
  return {};
}

// The first that is a date; where none is, the first, so that it is counted as one that cannot be read.
std::string first_date(const std::vector<std::string>& dates) {
  std::string first;
  for (const std::string& date : dates) {
    if (!normalize_date(date).empty()) return date;
    keep_first(first, date);
  }
  return first;
}

// Whether a name tells the day of publication in a way of its own: "og:pubdate", "vr:published_time",
// "published_at".
bool names_publication(std::string_view name) {
  const auto has = [&](std::string_view part) { return name.find(part) != std::string_view::npos; };
  const bool publication =
      has("publi") || has("pubdate") || has("pub_date") || has("pub-date") || has("displaydate");
  return publication && !has("publisher") && !has("unpubli") && !has("republi") && !has("modif") &&
         !has("updat") && !has("expir");
}

// The names are sorted.
std::string otherwise_named_date(const Found& found) {
  for (const auto& [name, content] : found.meta) {
    if (names_publication(name) && normalize_date(content).size() == 10) return content;
  }
  return {};
}

std::string stated_date(const Found& found, const PageData& data) {
  const std::string published =
      first_meta(found, {"article:published_time", "og:published_time", "og:article:published_time",
                         "article:published", "rnews:datepublished", "datepublished"});
  return first_date(
      {published, data.date,
       first_meta(found, {"pubdate",
                          "publishdate",
                          "publish-date",
                          "publish_date",
                          "pub_date",
                          "published_time",
                          "publication_date",
                          "publication-date",
                          "dc.date.issued",
                          "dcterms.issued",
                          "dc.date.created",
                          "dcterms.created",
                          "dc.date",
                          "dcterms.date",
                          "parsely-pub-date",
                          "sailthru.date",
                          "article.published",
                          "cxenseparse:recs:publishtime",
                          "citation_publication_date",
                          "citation_date",
                          "originalpublicationdate"}),
       otherwise_named_date(found), first_meta(found, {"date"}),
       first_meta(found, {"citation_online_date", "datecreated", "article_date_original", "ptime",
                          "article:created", "article:create_at", "created", "creation_date"})});
}

}  // namespace

HtmlMetadata html_metadata(const HtmlPage& page) {
  if (!page.root()) return {};
  const Found found = look_through(page);
  const std::string heading = found.heading.empty() ? first_meta(found, {"og:title"}) : found.heading;
  PageData data = page_data(
      found.data, found.canonical.empty() ? first_meta(found, {"og:url"}) : found.canonical, heading);
  HtmlMetadata result;
  result.title = title_of(found, data);
  result.date = stated_date(found, data);
  result.modified =
      first_date({first_meta(found, {"article:modified_time", "og:article:modified_time", "datemodified"}),
                  data.modified,
                  first_meta(found, {"og:updated_time", "dc.date.modified", "dcterms.modified",
                                     "last-modified", "lastmod"})});
  for (const std::string& url : {found.canonical, first_meta(found, {"og:url"}), data.url}) {
    if (is_url(url)) keep_first(result.url, url);
  }
  result.author = author_of(found, data);
  result.body = std::move(data.body);
  result.discussion = found.discussion || data.discussion;
  const PageKind kind = result.discussion ? PageKind::kDiscussion : PageKind::kArticle;
  if (result.date.empty()) result.date = html_shown_date(PageOutline(page.root(), result.title, kind));
  return result;
}

}  // namespace newsgraph
