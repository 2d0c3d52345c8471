// Mails: newsletters, alerts, forwarded articles, and web pages that a browser saved as one (MHTML).
#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "documents/html_text.h"
#include "documents/lines.h"
#include "documents/mime.h"
#include "documents/mime_text.h"
#include "documents/readers.h"
#include "documents/registry.h"
#include "support/ascii.h"
#include "support/encoding.h"
#include "support/error.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

// "Ann Lee" of "Ann Lee <ann@herald.example>", of "\"Lee, Ann\" <…>", of "ann@herald.example (Ann Lee)".
std::string person(const std::string& from) {
  std::string_view name = trimmed(std::string_view(from).substr(0, from.find('<')));
  if (name.size() >= 2 && name.starts_with('"') && name.ends_with('"'))
    name = name.substr(1, name.size() - 2);
  const auto open = from.find('(');
  const auto close = from.find(')', open == std::string::npos ? 0 : open);
  if (name.find('@') != std::string_view::npos) {
    return close == std::string::npos ? std::string() : from.substr(open + 1, close - open - 1);
  }
  return std::string(name);
}

class MailReader {
 public:
  MailReader(std::string file, std::string where, ReadContext& context)
      : file_(std::move(file)), where_(std::move(where)), context_(context) {}

  void read(std::string_view bytes) {
    const MimePart mail = parse_mime(bytes, where_);
    saved_page_ = is_saved_page(mail);
    add_shown(mail);
    if (!add_article(mail) && nested_ == 0) context_.skip(file_, where_, "has no text");
  }

 private:
  // What browsers say of a page that they save.
  static bool is_saved_page(const MimePart& mail) {
    if (mail.type == "text/html") return mail.headers.has("content-location");
    if (mail.type != "multipart/related" || mail.parts.empty()) return false;
    return mail.headers.has("snapshot-content-location") || mail.parts[0].headers.has("content-location");
  }

  // Walks the parts: what is shown becomes the text, the others documents of their own where they are of a
  // known kind.
  void add_shown(const MimePart& part) {
    if (part.type == "multipart/alternative") return add_alternative(part);
    if (part.type.starts_with("multipart/") && !part.parts.empty()) {
      if (part.type == "multipart/related") return add_related(part);
      for (const MimePart& inner : part.parts) add_shown(inner);
      return;
    }
    if (part.type == "message/rfc822") return add_message(part);
    const bool text = part.type == "text/plain" || part.type == "text/html";
    if (text && !part.attached()) return add_text(part);
    add_attachment(part);
  }

  // The same in several forms, the plainest first. Pages are reduced by rules of ours; the plain text of
  // newsletters is often nothing but "open it in the browser".
  void add_alternative(const MimePart& part) {
    const MimePart* plain = nullptr;
    const MimePart* rich = nullptr;
    for (const MimePart& inner : part.parts) {
      if (inner.type == "text/plain" && !plain) plain = &inner;
      if (inner.type == "text/html" || inner.type.starts_with("multipart/")) rich = &inner;
    }
    if (plain && (!rich || !is_pointer(text_of(*plain)))) return add_text(*plain);
    if (rich) return add_shown(*rich);
    for (const MimePart& inner : part.parts) add_shown(inner);
  }

  static bool is_pointer(std::string_view text) {
    constexpr std::size_t kShort = 300;
    return trimmed(text).size() < kShort &&
           (text.find("http") != std::string_view::npos || trimmed(text).empty());
  }

  // A page with its pictures: the first part, or the one that "start" names.
  void add_related(const MimePart& part) {
    const std::string start = header_parameter(part.headers.get("content-type"), "start");
    const auto root = std::find_if(part.parts.begin(), part.parts.end(), [&](const MimePart& inner) {
      return !start.empty() && inner.headers.get("content-id") == start;
    });
    const MimePart& shown = root == part.parts.end() ? part.parts[0] : *root;
    add_shown(shown);
    for (const MimePart& inner : part.parts) {
      if (&inner == &shown) continue;
      leave_out(inner, "belongs to the page");
    }
  }

  std::string text_of(const MimePart& part) {
    DecodedText decoded = decode_text(part.bytes(), part.charset());
    context_.report().repaired += decoded.repaired;
    const std::string_view type = part.headers.get("content-type");
    if (utf8::lower(header_parameter(type, "format")) != "flowed") return std::move(decoded.text);
    return unflow(decoded.text, utf8::lower(header_parameter(type, "delsp")) == "yes");
  }

  void add_text(const MimePart& part) {
    if (part.type == "text/plain") return append(text_of(part));
    // A saved page is one; the layout of a newsletter is none that says what its article is.
    auto article = saved_page_ ? article_of_page(part.bytes(), part.charset(), context_) : std::nullopt;
    if (article) {
      page_ = std::move(*article);
      if (page_.url.empty()) page_.url = part.headers.get("content-location");
      return append(std::exchange(page_.body, {}));
    }
    DecodedText decoded = decode_text(part.bytes(), part.charset());
    context_.report().repaired += decoded.repaired;
    append(html_fragment_text(decoded.text));
  }

  void append(const std::string& text) {
    if (trimmed(text).empty()) return;
    body_ += (body_.empty() ? "" : "\n\n") + text;
  }

  void add_message(const MimePart& part) {
    const std::string bytes = part.bytes();
    read_nested(bytes, "forwarded.eml", "forwarded mail " + std::to_string(nested_ + 1));
  }

  void add_attachment(const MimePart& part) {
    const std::string name = part.file_name();
    if (!known_extension(name)) return leave_out(part, "an attachment of the kind " + part.type);
    const std::string bytes = part.bytes();
    context_.charge(bytes.size(), where_);
    read_nested(bytes, name, name);
  }

  void read_nested(std::string_view bytes, const std::string& path, const std::string& name) {
    ++nested_;
    if (trimmed(bytes).empty()) return;
    Input input(where_ + "/" + name, std::make_unique<MemorySource>(bytes));
    context_.read_nested(input, path, file_);
  }

  void leave_out(const MimePart& part, const std::string& why) {
    context_.leave_out("parts of mails: " + std::string(part.type.substr(0, part.type.find('/')) == "image"
                                                            ? "pictures"
                                                            : "attachments of other kinds"));
    if (!context_.options().explain) return;
    const std::string name = part.file_name();
    left_out_.push_back({name.empty() ? part.type : name, why});
  }

  bool add_article(const MimePart& mail) {
    if (trimmed(body_).empty()) return false;
    Article article;
    article.id = saved_page_ ? std::string() : std::string(trimmed(mail.headers.get("message-id")));
    if (article.id.starts_with('<') && article.id.ends_with('>')) {
      article.id = article.id.substr(1, article.id.size() - 2);
    }
    article.title = page_.title.empty() ? decode_header(mail.headers.get("subject")) : page_.title;
    article.url = page_.url.empty() ? std::string(mail.headers.get("snapshot-content-location")) : page_.url;
    article.author = saved_page_ ? page_.author : person(decode_header(mail.headers.get("from")));
    (saved_page_ ? article.fallback_date : article.date) = mail.headers.get("date");
    if (saved_page_) article.date = page_.date;
    if (saved_page_) article.modified = page_.modified;
    article.body = trimmed(body_);
    article.where = where_;
    article.left_out = std::move(page_.left_out);
    std::move(left_out_.begin(), left_out_.end(), std::back_inserter(article.left_out));
    context_.add_article(std::move(article));
    return true;
  }

  const std::string file_;
  const std::string where_;
  ReadContext& context_;
  std::string body_;
  Article page_;  // of a saved page
  std::vector<LeftOut> left_out_;
  bool saved_page_ = false;
  std::size_t nested_ = 0;
};

bool is_field_name(std::string_view line) {
  const std::string_view name = line.substr(0, line.find(':'));
  if (name.empty() || name.size() == line.size()) return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return is_ascii_alphanumeric(c) || c == '-' || c == '_'; });
}

}  // namespace

void read_mail(Input& input, ReadContext& context) {
  const std::string bytes = input.read_all(context.limits().document_bytes);
  MailReader(input.name(), input.name(), context).read(bytes);
}

void read_mbox(Input& input, ReadContext& context) {
  const std::size_t limit = context.limits().document_bytes;
  std::string mail;
  std::size_t number = 0;
  const auto finish = [&] {
    if (number == 0) return;
    const std::string where = input.name() + ": mail " + std::to_string(number);
    try {
      if (mail.size() > limit) {
        throw Error("a mail of more than " + format_size(limit), where,
                    "Raise the limit with --max-document-size.");
      }
      MailReader(input.name(), where, context).read(mail);
    } catch (const Error& error) {
      if (context.exhausted()) throw;
      context.skip(input.name(), where, reason_of(error));
    }
    mail.clear();
  };
  Input::Line line;
  bool blank = true;
  while (input.read_line(line, limit)) {
    if (blank && line.text.starts_with("From ")) {
      finish();
      ++number;
    } else if (number > 0 && mail.size() <= limit) {
      // Lines that would look like the start of a mail have a mark in front.
      const auto mark = line.text.find_first_not_of('>');
      const bool quoted =
          mark != std::string_view::npos && mark > 0 && line.text.substr(mark).starts_with("From ");
      mail += line.overlong ? std::string(limit + 1, ' ') : std::string(line.text.substr(quoted ? 1 : 0));
      mail += '\n';
    }
    blank = line.text.empty() && !line.overlong;
  }
  finish();
  if (number == 0) throw Error("holds no mail", input.name());
}

bool looks_like_mbox(std::string_view start) {
  if (!start.starts_with("From ")) return false;
  take_line(start);
  return looks_like_mail(start);
}

// Articles have lines "Title:", "Date:" and "Author:" at the top as well; mails say who sent them, to whom or
// how.
bool looks_like_mail(std::string_view start) {
  std::string_view rest = start;
  if (!is_field_name(take_line(rest))) return false;
  const Headers headers = Headers::take(start);
  const bool from = headers.has("from") && (headers.has("subject") || headers.has("date"));
  return from && (headers.has("mime-version") || headers.has("message-id") || headers.has("received") ||
                  headers.has("return-path") || headers.has("delivered-to") || headers.has("to"));
}

}  // namespace newsgraph
