// Text documents of Word (.docx) and OpenDocument (.odt): ZIP archives whose text is XML.
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "documents/archive_source.h"
#include "documents/lines.h"
#include "documents/readers.h"
#include "documents/xml_pull.h"
#include "support/archive.h"
#include "support/error.h"

namespace newsgraph {
namespace {

struct Properties {
  std::string title;
  std::string author;
  std::string created;
};

// Paragraphs divided by blank lines. In both formats the names of elements tell; what is marked as deleted,
// the code of fields and notes of the author to himself are no text.
class Paragraphs {
 public:
  Paragraphs(XmlPull& xml, bool word, std::size_t limit) : xml_(xml), word_(word), limit_(limit) {}

  void read() {
    while (xml_.next()) {
      if (xml_.node() == XmlPull::Node::kStart) {
        start();
      } else if (xml_.node() == XmlPull::Node::kEnd) {
        end();
      } else if (xml_.node() == XmlPull::Node::kText && (word_ ? in_text_ : inside_ > 0)) {
        line_ += xml_.text();
      }
      if (text_.size() + line_.size() > limit_) return;
    }
    flush();
  }

  // The first paragraph, where its style says that it is the title; it is not in the text then.
  std::string title;
  std::string take() { return std::move(text_); }
  bool too_long() const { return text_.size() + line_.size() > limit_; }

 private:
  bool paragraph(std::string_view name) const { return name == "p" || (!word_ && name == "h"); }

  bool left_out(std::string_view name) const {
    if (word_) return name == "del" || name == "moveFrom" || name == "Fallback";
    return name == "tracked-changes" || name == "annotation" || name == "note" ||
           name == "table-of-content" || name == "sequence-decls";
  }

  void start() {
    const std::string_view name = xml_.name();
    if (left_out(name)) return skip();
    if (paragraph(name)) {
      ++inside_;
      // A text box inside a paragraph has paragraphs of its own.
      flush();
      title_style_ = !word_ && is_title_style(xml_.attribute("text:style-name"));
    } else if (name == "pStyle") {
      title_style_ = is_title_style(xml_.attribute("w:val"));
    } else if (name == "t" && word_) {
      in_text_ = true;
    } else if (name == "tab" || name == "s" || name == "br" || name == "cr" || name == "line-break") {
      line_ += ' ';
    } else if (name == "noBreakHyphen") {
      line_ += '-';
    }
  }

  void end() {
    if (paragraph(xml_.name())) {
      flush();
      inside_ -= inside_ > 0 ? 1 : 0;
    }
    if (xml_.name() == "t") in_text_ = false;
  }

  void skip() {
    const int depth = xml_.depth();
    while (xml_.next() && !(xml_.node() == XmlPull::Node::kEnd && xml_.depth() == depth)) {
    }
  }

  static bool is_title_style(std::string_view style) {
    return style == "Title" || style == "Heading1" || style == "Heading_20_1" || style == "Headline";
  }

  void flush() {
    const std::string_view line = trimmed(line_);
    if (!line.empty()) {
      if (title_style_ && text_.empty() && title.empty()) {
        title = line;
      } else {
        text_ += (text_.empty() ? "" : "\n\n") + std::string(line);
      }
    }
    line_.clear();
    title_style_ = false;
  }

  XmlPull& xml_;
  const bool word_;
  const std::size_t limit_;
  std::string text_;
  std::string line_;
  std::size_t inside_ = 0;  // paragraphs
  bool in_text_ = false;
  bool title_style_ = false;
};

Properties read_properties(Input& file) {
  Properties found;
  XmlPull xml(file, file.name());
  std::string name;
  while (xml.next()) {
    if (xml.node() == XmlPull::Node::kStart) name = xml.name();
    if (xml.node() == XmlPull::Node::kEnd) name.clear();
    if (xml.node() != XmlPull::Node::kText) continue;
    if (name == "title") found.title += xml.text();
    if (name == "creator" || name == "initial-creator") found.author = xml.text();
    if (name == "created" || name == "creation-date") found.created += xml.text();
  }
  return found;
}

// What word processors put there by themselves.
bool says_something(std::string_view title) {
  return !title.empty() && !title.starts_with("Microsoft Word") && !title.ends_with(".doc") &&
         !title.ends_with(".docx") && title != "Document" && title != "Untitled";
}

}  // namespace

void read_office(Input& input, ReadContext& context) {
  Archive archive(input, input.name());
  ArchiveEntry entry;
  Article article;
  Properties properties;
  bool found = false;
  while (archive.next(entry)) {
    const bool word = entry.path == "word/document.xml";
    if (word || entry.path == "content.xml") {
      if (entry.encrypted) throw Error("is encrypted", input.name(), "Save it without a password.");
      const auto file = open_entry(archive, input.name(), context);
      XmlPull xml(*file, input.name());
      Paragraphs paragraphs(xml, word, context.limits().document_bytes);
      paragraphs.read();
      if (paragraphs.too_long()) {
        throw Error("more than " + format_size(context.limits().document_bytes), input.name(),
                    "Raise the limit with --max-document-size.");
      }
      if (xml.damaged()) context.warn(input.name() + ": the text is damaged or ends too early");
      article.title = paragraphs.title;
      article.body = paragraphs.take();
      found = true;
    } else if (entry.path == "docProps/core.xml" || entry.path == "meta.xml") {
      properties = read_properties(*open_entry(archive, input.name(), context));
    }
  }
  if (!found)
    throw Error("holds no text document", input.name(), "Read it with --from archive, or unpack it.");
  if (article.title.empty() && says_something(properties.title)) article.title = properties.title;
  article.author = properties.author;
  article.fallback_date = properties.created;
  article.where = input.name();
  context.add_article(std::move(article));
}

bool looks_like_office(std::string_view start) {
  const auto holds = [&](std::string_view text) { return start.find(text) != std::string_view::npos; };
  return looks_like_zip(start) && (holds("word/document.xml") || holds("word/_rels/") ||
                                   holds("mimetypeapplication/vnd.oasis.opendocument.text"));
}

}  // namespace newsgraph
