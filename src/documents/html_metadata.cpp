#include "documents/html_metadata.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "documents/lines.h"
#include "support/json.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

using nlohmann::json;

// What the page's elements hold, before it is weighed.
struct Found {
  std::map<std::string, std::string> meta;  // by lower-case name or property
  std::string canonical;
  std::string title;
  std::string heading;            // the first h1
  std::string time;               // the first <time datetime>
  std::string author;             // of an element that is marked so
  std::vector<std::string> data;  // JSON-LD
};

void keep_first(std::string& value, const std::string& other) {
  if (value.empty()) value = trimmed(other);
}

std::string raw_text(const xmlNode* node) {
  std::string text;
  for (const xmlNode* part = node->children; part; part = part->next) {
    if (part->content) text += reinterpret_cast<const char*>(part->content);
  }
  return text;
}

void note_meta(const xmlNode* node, Found& found) {
  const std::string content = attribute(node, "content");
  for (const char* kind : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string name = utf8::lower(attribute(node, kind));
    if (!name.empty()) keep_first(found.meta[name], content);
  }
}

bool has_word(const std::string& list, std::string_view word) {
  return (" " + utf8::lower(list) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

void note_element(const xmlNode* node, Found& found) {
  const std::string_view name = name_of(node);
  const std::string property = attribute(node, "itemprop");
  if (name == "meta") return note_meta(node, found);
  if (name == "title") return keep_first(found.title, inner_text(node));
  if (name == "h1") return keep_first(found.heading, inner_text(node));
  if (name == "link" && has_word(attribute(node, "rel"), "canonical")) {
    keep_first(found.canonical, attribute(node, "href"));
  } else if (name == "script" && attribute(node, "type") == "application/ld+json") {
    found.data.push_back(raw_text(node));
  } else if (name == "time") {
    keep_first(found.time, attribute(node, "datetime"));
    if (property == "datePublished") found.meta.try_emplace("datepublished", attribute(node, "datetime"));
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

std::string string_of(const json& object, const char* key) {
  const auto value = object.find(key);
  return value != object.end() && value->is_string() ? value->get<std::string>() : std::string();
}

// "author": a name, an object with a name, or several of either.
std::string names_of(const json& value) {
  if (value.is_string()) return is_url(value.get<std::string>()) ? "" : value.get<std::string>();
  if (value.is_object()) return string_of(value, "name");
  std::string joined;
  if (value.is_array()) {
    for (const json& part : value) {
      const std::string name = part.is_array() ? "" : names_of(part);
      if (!name.empty()) joined += (joined.empty() ? "" : ", ") + name;
    }
  }
  return joined;
}

bool is_article(const json& object) {
  const auto type = object.find("@type");
  const std::string name = type == object.end() ? "" : names_of(*type);
  return name.find("Article") != std::string::npos || name.find("Posting") != std::string::npos ||
         object.contains("articleBody");
}

void note_data(const json& value, HtmlMetadata& data) {
  if (value.is_array()) {
    for (const json& part : value) note_data(part, data);
  }
  if (!value.is_object()) return;
  if (const auto graph = value.find("@graph"); graph != value.end()) note_data(*graph, data);
  if (!is_article(value)) return;
  keep_first(data.title, string_of(value, "headline"));
  keep_first(data.date, string_of(value, "datePublished"));
  keep_first(data.url, string_of(value, "url"));
  keep_first(data.body, string_of(value, "articleBody"));
  if (const auto author = value.find("author"); author != value.end())
    keep_first(data.author, names_of(*author));
}

HtmlMetadata read_data(const Found& found) {
  constexpr std::size_t kDeepest = 32;
  HtmlMetadata data;
  for (const std::string& text : found.data) {
    if (json_deeper_than(text, kDeepest)) continue;
    const json value = json::parse(text, nullptr, false);
    if (!value.is_discarded()) note_data(value, data);
  }
  return data;
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

std::string title_of(const Found& found, const HtmlMetadata& data) {
  const std::string site = first_meta(found, {"og:site_name", "application-name"});
  std::string title = first_meta(found, {"og:title", "twitter:title"});
  if (!title.empty()) return site.empty() ? title : without_site(title, site);
  if (!data.title.empty()) return data.title;
  if (!found.heading.empty() && found.title.find(found.heading) != std::string::npos) return found.heading;
  title = without_site(found.title, site);
  return title.empty() ? found.heading : title;
}

std::string author_of(const Found& found, const HtmlMetadata& data) {
  constexpr std::size_t kLongest = 200;
  for (std::string author :
       {data.author, first_meta(found, {"author", "article:author", "dc.creator", "byl", "parsely-author"}),
        found.author}) {
    if (utf8::lower(author).starts_with("by ")) author.erase(0, 3);
    if (!author.empty() && !is_url(author) && author.size() <= kLongest) return author;
  }
  return {};
}

}  // namespace

HtmlMetadata html_metadata(const HtmlPage& page) {
  if (!page.root()) return {};
  const Found found = look_through(page);
  HtmlMetadata data = read_data(found);
  const std::string published =
      first_meta(found, {"article:published_time", "og:published_time", "datepublished", "date", "pubdate",
                         "publishdate", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date",
                         "parsely-pub-date", "sailthru.date", "article.published", "publication_date"});
  HtmlMetadata result;
  result.title = title_of(found, data);
  for (const std::string& date : {published, data.date, found.time}) keep_first(result.date, date);
  for (const std::string& url : {found.canonical, first_meta(found, {"og:url"}), data.url}) {
    if (is_url(url)) keep_first(result.url, url);
  }
  result.author = author_of(found, data);
  result.body = data.body;
  return result;
}

}  // namespace newsgraph
