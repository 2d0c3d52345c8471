// RSS (0.9 to 2.0) and Atom: an article for each item.
#include <string>
#include <string_view>
#include <utility>

#include "documents/html_text.h"
#include "documents/lines.h"
#include "documents/readers.h"
#include "documents/xml_pull.h"
#include "support/error.h"

namespace newsgraph {
namespace {

bool is_item(std::string_view name) {
  return name == "item" || name == "entry";
}

bool has_markup(std::string_view text) {
  return text.find('<') != std::string_view::npos || text.find('&') != std::string_view::npos;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else {
      out += c == '&' ? std::string("&amp;") : std::string(1, c);
    }
  }
  return out;
}

// What an element of an item holds.
struct Value {
  std::string text;
  std::string href;
  std::string rel;
  std::string type;           // of Atom: "text", "html", "xhtml"
  std::string name;           // of a person: its <name>
  bool has_elements = false;  // then `text` is markup
};

std::string plain(const Value& value) {
  const bool markup = value.has_elements || (value.type != "text" && has_markup(value.text));
  return markup ? html_fragment_text(value.text) : std::string(trimmed(value.text));
}

std::string plain_line(const Value& value) {
  std::string line = plain(value);
  for (char& c : line) c = c == '\n' ? ' ' : c;
  return line;
}

// "desk@herald.example (Ann Lee)", "Ann Lee <desk@herald.example>".
std::string person(const Value& value) {
  std::string text = value.name.empty() ? plain_line(value) : value.name;
  const auto open = text.find('(');
  const auto close = text.find(')', open == std::string::npos ? 0 : open);
  if (text.find('@') < open && close != std::string::npos) return text.substr(open + 1, close - open - 1);
  return text.find('@') == std::string::npos ? text : "";
}

// Fields by what says most: of two texts the longer kind, of two dates the one of publication.
class Item {
 public:
  // `own` is the prefix of the item itself.
  void add(std::string_view prefix, std::string_view own, std::string_view name, const Value& value) {
    const bool ours = prefix == own || prefix.empty() || prefix == "atom" || prefix == "rss";
    if (name == "title" && ours) {
      article_.title = plain_line(value);
    } else if (name == "link" && ours) {
      add_link(value);
    } else if (name == "guid" || (name == "id" && ours)) {
      article_.id = trimmed(value.text);
    } else if (name == "author" || name == "creator") {
      if (const std::string who = person(value); !who.empty()) {
        article_.author += (article_.author.empty() ? "" : ", ") + who;
      }
    } else if (name == "pubDate" || name == "published" || name == "date" || name == "issued") {
      article_.date = trimmed(value.text);
    } else if (name == "updated" || name == "modified") {
      article_.modified = trimmed(value.text);
    } else if (name == "encoded" || (name == "content" && ours)) {
      add_body(3, value);
    } else if ((name == "description" || name == "summary") &&
               (ours || prefix == "itunes" || prefix == "media")) {
      add_body(ours ? 2 : 1, value);
    }
  }

  Article take() {
    if (article_.date.empty()) article_.date = article_.modified;
    if (article_.url.empty() && (article_.id.starts_with("http://") || article_.id.starts_with("https://"))) {
      article_.url = article_.id;
    }
    return std::move(article_);
  }

 private:
  void add_link(const Value& value) {
    const bool alternate = value.rel.empty() || value.rel == "alternate";
    const std::string url = value.href.empty() ? std::string(trimmed(value.text)) : value.href;
    if (alternate && !url.empty()) article_.url = url;
  }

  void add_body(int rank, const Value& value) {
    if (rank < rank_) return;
    std::string text = plain(value);
    if (text.empty()) return;
    article_.body = std::move(text);
    rank_ = rank;
  }

  Article article_;
  int rank_ = 0;
};

class FeedReader {
 public:
  FeedReader(Input& input, ReadContext& context)
      : input_(input), context_(context), xml_(input, input.name()) {}

  void read() {
    while (xml_.next()) {
      if (xml_.node() == XmlPull::Node::kStart && is_item(xml_.name())) read_item();
    }
    if (xml_.damaged()) {
      throw Error("the XML is damaged or ends too early; what follows was not read", where());
    }
    if (count_ == 0) throw Error("is a feed without items", input_.name());
  }

 private:
  std::string where() const { return input_.name() + ": item " + std::to_string(count_); }

  void read_item() {
    ++count_;
    held_ = 0;
    const int depth = xml_.depth();
    const std::string about = xml_.attribute("rdf:about");
    const std::string own(xml_.prefix());
    Item item;
    while (xml_.next() && !(xml_.node() == XmlPull::Node::kEnd && xml_.depth() == depth)) {
      if (xml_.node() != XmlPull::Node::kStart) continue;
      const std::string prefix(xml_.prefix());
      const std::string name(xml_.name());
      if (prefix == "media" && name == "group") continue;  // what is in it belongs to the item
      const Value value = read_value();
      item.add(prefix, own, name, value);
    }
    if (held_ > context_.limits().document_bytes) {
      return context_.skip(input_.name(), where(),
                           "an item of more than " + format_size(context_.limits().document_bytes) +
                               ". Raise the limit with --max-document-size.");
    }
    Article article = item.take();
    if (article.url.empty()) article.url = about;
    article.where = where();
    context_.add_article(std::move(article));
  }

  Value read_value() {
    Value value;
    value.href = xml_.attribute("href");
    value.rel = xml_.attribute("rel");
    value.type = xml_.attribute("type");
    const int depth = xml_.depth();
    bool in_name = false;
    std::string raw;  // without elements
    while (xml_.next() && !(xml_.node() == XmlPull::Node::kEnd && xml_.depth() == depth)) {
      if (held_ > context_.limits().document_bytes) continue;
      const std::string name(xml_.name());
      if (xml_.node() == XmlPull::Node::kText) {
        const std::string text = xml_.text();
        held_ += text.size();
        raw += text;
        value.text += escaped(text);
        if (in_name) value.name += text;
      } else if (xml_.node() == XmlPull::Node::kStart) {
        value.has_elements = true;
        value.text += "<" + name + ">";
        in_name = name == "name";
      } else if (xml_.node() == XmlPull::Node::kEnd) {
        value.text += "</" + name + ">";
        in_name = false;
      }
    }
    if (!value.has_elements) value.text = std::move(raw);
    return value;
  }

  Input& input_;
  ReadContext& context_;
  XmlPull xml_;
  std::size_t count_ = 0;
  std::size_t held_ = 0;  // bytes of the item
};

}  // namespace

void read_feed(Input& input, ReadContext& context) {
  FeedReader(input, context).read();
}

}  // namespace newsgraph
