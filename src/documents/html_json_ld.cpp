#include "documents/html_json_ld.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "documents/lines.h"
#include "support/json.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

using nlohmann::json;

constexpr std::size_t kDeepest = 32;

class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text) {}

  std::string mended() {
    // "<![CDATA[" has a bracket of its own.
    const auto wrapper = text_.substr(0, text_.find('{')).find("CDATA[");
    at_ = text_.find_first_of("[{", wrapper == std::string_view::npos ? 0 : wrapper + 6);
    while (at_ < text_.size()) {
      if (!take()) break;
    }
    while (!open_.empty()) {
      drop_commas();
      json_ += open_.back();
      open_.pop_back();
    }
    return std::move(json_);
  }

 private:
  // Returns false behind the end of the value.
  bool take() {
    const char c = text_[at_];
    if (c == '"') {
      take_string();
    } else if (c == '/' && next() == '/') {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (c == '/' && next() == '*') {
      const auto end = text_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? text_.size() : end + 2;
    } else {
      ++at_;
      if (c == '[' || c == '{') open_ += c == '[' ? ']' : '}';
      if (c == ']' || c == '}') {
        if (open_.empty() || open_.back() != c) return false;
        drop_commas();
        open_.pop_back();
      }
      json_ += c;
      return !open_.empty();
    }
    return true;
  }

  char next() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : '\0'; }

  void take_string() {
    json_ += '"';
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (text_[at_] == '\\') {
        if (at_ + 1 == text_.size()) break;  // it would escape the quote that is to come
        constexpr std::string_view kEscapes = "\"\\/bfnrtu";
        const char escaped = text_[++at_];
        if (kEscapes.find(escaped) != std::string_view::npos) {
          json_ += '\\';
          json_ += escaped;
        } else if (static_cast<unsigned char>(escaped) >= 0x20) {
          json_ += escaped;
        }
      } else if (byte < 0x20) {
        json_ += text_[at_] == '\n' ? "\\n" : " ";
      } else {
        json_ += text_[at_];
      }
    }
    ++at_;
    json_ += '"';
  }

  void drop_commas() {
    const auto last = json_.find_last_not_of(" \t\r\n,");
    if (json_.find(',', last == std::string::npos ? 0 : last) != std::string::npos) json_.resize(last + 1);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string json_;
  std::string open_;  // the brackets that are to come
};

// Bytes of the value that `text` begins with; 0 where it does not end.
std::size_t value_length(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      at += c == '\\' ? 1 : 0;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return at + 1;
    }
  }
  return 0;
}

// "&quot;", as systems write that escape twice.
std::string without_entities(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 4> kEntities = {
      {{"&quot;", '"'}, {"&#34;", '"'}, {"&#039;", '\''}, {"&amp;", '&'}}};
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const auto entity = std::find_if(kEntities.begin(), kEntities.end(), [&](const auto& each) {
      return text.substr(at).starts_with(each.first);
    });
    plain += entity == kEntities.end() ? text[at] : entity->second;
    at += entity == kEntities.end() ? 1 : entity->first.size();
  }
  return plain;
}

// The values of several objects one after the other.
json sequence(const std::string& text) {
  json values = json::array();
  std::string_view rest = text;
  constexpr int kMost = 20;
  for (int i = 0; i < kMost; ++i) {
    const auto start = rest.find_first_of("[{");
    if (start == std::string_view::npos) break;
    rest.remove_prefix(start);
    const std::string value = mended_json(rest);
    json one = json_deeper_than(value, kDeepest) ? json() : json::parse(value, nullptr, false);
    const std::size_t length = value_length(rest);
    if (one.is_discarded() || length == 0) break;
    values.push_back(std::move(one));
    rest.remove_prefix(length);
  }
  return values.size() > 1 ? values : json();
}

json parsed(const std::string& text) {
  json several = sequence(text);
  if (!several.is_null()) return several;
  for (const std::string& form : {text, mended_json(text), mended_json(without_entities(text))}) {
    if (form.empty() || json_deeper_than(form, kDeepest)) continue;
    json value = json::parse(form, nullptr, false);
    if (!value.is_discarded()) return value;
  }
  return {};
}

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// A string, {"@value": …}, {"@id": …}, or the first of several.
std::string string_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_unsigned()) return value.dump();  // a time stamp
  if (value.is_array() && !value.empty() && !value[0].is_array()) return string_of(value[0]);
  if (value.is_object()) {
    for (const char* key : {"@value", "@id", "url"}) {
      const auto inner = value.find(key);
      if (inner != value.end() && inner->is_string()) return inner->get<std::string>();
    }
  }
  return {};
}

std::string string_of(const json& object, const char* key) {
  const auto value = object.find(key);
  return value == object.end() ? std::string() : std::string(trimmed(string_of(*value)));
}

// "author": a name, an object with a name, or several of either.
std::string names_of(const json& value) {
  if (value.is_string()) return is_url(value.get<std::string>()) ? "" : value.get<std::string>();
  if (value.is_object()) {
    const auto name = value.find("name");
    if (name == value.end()) return {};
    // Some put the whole person there once more.
    const bool again = name->is_object() && name->contains("name") && name->at("name").is_string();
    return again ? names_of(name->at("name")) : name->is_object() ? std::string() : names_of(*name);
  }
  std::string joined;
  if (value.is_array()) {
    for (const json& part : value) {
      const std::string name = part.is_array() ? "" : names_of(part);
      if (!name.empty()) joined += (joined.empty() ? "" : ", ") + name;
    }
  }
  return joined;
}

// "NewsArticle", ["Thing", "NewsArticle"], "http://schema.org/NewsArticle".
std::string types_of(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return {};
  std::string types;
  for (const json& one : type->is_array() ? *type : json::array({*type})) {
    if (one.is_string()) types += " " + one.get<std::string>();
  }
  return types;
}

struct Candidate {
  PageData data;
  int rank = 0;  // 2: an article, 1: the page
};

class Finder {
 public:
  void look(const json& value, std::size_t depth = 0) {
    if (depth > kDeepest) return;
    if (value.is_array()) {
      for (const json& part : value) look(part, depth + 1);
    }
    if (!value.is_object()) return;
    const std::string types = types_of(value);
    discussion |= types.find("DiscussionForumPosting") != std::string::npos ||
                  types.find("QAPage") != std::string::npos;
    note(value, types);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      if (const auto inner = value.find(key); inner != value.end()) look(*inner, depth + 1);
    }
  }

  std::vector<Candidate> candidates;
  bool discussion = false;

 private:
  void note(const json& object, const std::string& types) {
    const auto is = [&](const char* name) { return types.find(name) != std::string::npos; };
    Candidate candidate;
    if (is("Article") || is("Posting") || is("Report") || object.contains("articleBody")) {
      candidate.rank = 2;
    } else if (is("WebPage") || is("Recipe") || is("Review") || is("CreativeWork")) {
      candidate.rank = 1;
    } else {
      return;
    }
    candidate.data.title = string_of(object, "headline");
    for (const char* key : {"datePublished", "dateCreated", "uploadDate"}) {
      if (candidate.data.date.empty()) candidate.data.date = string_of(object, key);
    }
    candidate.data.modified = string_of(object, "dateModified");
    for (const char* key : {"url", "mainEntityOfPage", "@id"}) {
      if (!is_url(candidate.data.url)) candidate.data.url = string_of(object, key);
    }
    candidate.data.body = string_of(object, "articleBody");
    if (const auto author = object.find("author"); author != object.end())
      candidate.data.author = names_of(*author);
    candidates.push_back(std::move(candidate));
  }
};

bool same_address(std::string_view one, std::string_view other) {
  const auto plain = [](std::string_view url) {
    url = url.substr(0, url.find_first_of("?#"));
    url.remove_prefix(std::min(url.find("://") + 3, url.size()));
    while (url.ends_with('/')) url.remove_suffix(1);
    return url;
  };
  return is_url(one) && is_url(other) && plain(one) == plain(other);
}

}  // namespace

std::string mended_json(std::string_view text) {
  return Mender(text).mended();
}

PageData page_data(const std::vector<std::string>& scripts, const std::string& url,
                   const std::string& title) {
  Finder finder;
  for (const std::string& script : scripts) finder.look(parsed(script));
  const auto weight = [&](const Candidate& candidate) {
    const bool titled = !title.empty() && !candidate.data.title.empty() &&
                        (title.starts_with(candidate.data.title) || candidate.data.title.starts_with(title));
    return 4 * candidate.rank + (same_address(candidate.data.url, url) ? 2 : 0) + (titled ? 1 : 0);
  };
  std::stable_sort(finder.candidates.begin(), finder.candidates.end(),
                   [&](const Candidate& a, const Candidate& b) { return weight(a) > weight(b); });
  PageData data;
  for (const Candidate& candidate : finder.candidates) {
    // Another article's date is not this one's.
    if (candidate.rank == 2 && &candidate != finder.candidates.data()) continue;
    for (const auto& [field, value] :
         {std::pair(&data.title, &candidate.data.title), std::pair(&data.date, &candidate.data.date),
          std::pair(&data.url, &candidate.data.url), std::pair(&data.author, &candidate.data.author),
          std::pair(&data.body, &candidate.data.body), std::pair(&data.modified, &candidate.data.modified)}) {
      if (field->empty()) *field = *value;
    }
  }
  data.discussion = finder.discussion;
  return data;
}

}  // namespace newsgraph
