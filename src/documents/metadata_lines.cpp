#include "documents/metadata_lines.h"

#include <string>

#include "documents/fields.h"
#include "documents/lines.h"

namespace newsgraph {
namespace {

bool is_url(std::string_view value) {
  return value.starts_with("http://") || value.starts_with("https://");
}

}  // namespace

bool set_metadata(Article& article, std::string_view key, std::string_view value) {
  const std::string name = normalize_name(key);
  if (name == "title" || name == "headline") {
    article.title = value;
  } else if (name == "date" || name == "published" || name == "publishedat" || name == "pubdate") {
    article.date = value;
  } else if (name == "url" || name == "link" || name == "canonicalurl") {
    article.url = value;
  } else if (name == "author" || name == "authors" || name == "byline") {
    article.author = value;
  } else if (name == "id") {
    article.id = value;
  } else if (name == "source") {
    if (is_url(value) && article.url.empty()) article.url = value;
  } else {
    return false;
  }
  return true;
}

bool split_metadata(std::string_view line, std::string_view& key, std::string_view& value) {
  constexpr std::size_t kLongestKey = 20;
  const auto colon = line.find(':');
  if (colon > kLongestKey) return false;  // also where there is none
  key = trimmed(line.substr(0, colon));
  value = trimmed(line.substr(colon + 1));
  if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0]) {
    value = value.substr(1, value.size() - 2);
  }
  return !key.empty();
}

void take_metadata(std::string_view& text, Article& article) {
  std::string_view rest = text;
  bool found = false;
  std::string_view key;
  std::string_view value;
  while (split_metadata(take_line(rest), key, value) && set_metadata(article, key, value)) {
    text = rest;
    found = true;
  }
  if (found) skip_blank_lines(text);
}

}  // namespace newsgraph
