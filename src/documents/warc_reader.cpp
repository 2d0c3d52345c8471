// Web archives: the pages that servers answered with (WARC), or the texts that were taken from them (WET).
#include <string>
#include <string_view>
#include <utility>

#include "documents/http_message.h"
#include "documents/lines.h"
#include "documents/readers.h"
#include "documents/warc_record.h"
#include "support/encoding.h"
#include "support/error.h"

namespace newsgraph {
namespace {

bool is_page(std::string_view type) {
  return type == "text/html" || type == "application/xhtml+xml";
}

class WarcReader {
 public:
  WarcReader(Input& input, ReadContext& context)
      : input_(input), context_(context), records_(input, context) {}

  void read() {
    while (records_.next()) {
      try {
        read_record();
      } catch (const Error& error) {
        // About this record only; others end the archive.
        if (error.where() != records_.where() || context_.exhausted()) throw;
        context_.skip(input_.name(), error.where(), reason_of(error));
      }
    }
  }

 private:
  void read_record() {
    const std::string type = header_token(records_.headers().get("warc-type"));
    const std::string content = header_token(records_.headers().get("content-type"));
    const bool response = type == "response" && (content.empty() || content == "application/http");
    const bool page = type == "resource" && is_page(content);
    const bool text = (type == "conversion" || type == "resource") && content == "text/plain";
    if (!response && !page && !text) {
      records_.skip();
      return leave_out(type == "response" || type == "resource" || type == "conversion" ? "no text" : type);
    }
    if (records_.length() > context_.limits().document_bytes) {
      const std::string where = records_.where();
      records_.skip();
      return context_.skip(input_.name(), where,
                           "a record of more than " + format_size(context_.limits().document_bytes) +
                               ". Raise the limit with --max-document-size.");
    }
    const std::string bytes = records_.read();
    if (response) {
      add_response(bytes);
    } else if (page) {
      add_page(bytes, header_parameter(records_.headers().get("content-type"), "charset"));
    } else {
      add_text(bytes);
    }
  }

  void leave_out(std::string_view what) {
    const bool known = what == "request" || what == "metadata" || what == "warcinfo" || what == "revisit" ||
                       what == "continuation" || what == "no text";
    context_.leave_out("web archive records: " + std::string(known ? what : "of another kind"));
  }

  void add_response(std::string_view bytes) {
    const HttpResponse response = parse_http(bytes, records_.where());
    const std::string_view type = response.headers.get("content-type");
    constexpr int kFromProxy = 203;
    if (response.status != 200 && response.status != kFromProxy)
      return context_.leave_out("web archive records: not found, moved and the like");
    const bool unnamed = type.empty() && looks_like_html(response.body.substr(0, 1024));
    if (!unnamed && !is_page(header_token(type))) return leave_out("no text");
    const std::string body = http_body(response, context_.limits().document_bytes, records_.where());
    context_.charge(body.size(), records_.where());
    add_page(body, header_parameter(type, "charset"));
  }

  void add_page(std::string_view bytes, const std::string& charset) {
    auto article = article_of_page(bytes, charset, context_);
    if (!article) return context_.leave_out("web archive records: pages without a text of an article");
    if (article->url.empty()) article->url = url();
    article->fallback_date = records_.headers().get("warc-date");
    article->where = records_.where();
    context_.add_article(*std::move(article));
  }

  // The first line is the title of the page.
  void add_text(std::string_view bytes) {
    constexpr std::size_t kLongestTitle = 250;
    DecodedText decoded = decode_text(bytes);
    context_.report().repaired += decoded.repaired;
    std::string_view text = trimmed(decoded.text);
    if (text.empty()) return context_.leave_out("web archive records: pages without a text of an article");
    Article article;
    std::string_view rest = text;
    const std::string_view title = trimmed(take_line(rest));
    if (title.size() <= kLongestTitle && !trimmed(rest).empty()) {
      article.title = title;
      text = trimmed(rest);
    }
    article.body = text;
    article.url = url();
    article.fallback_date = records_.headers().get("warc-date");
    article.where = records_.where();
    context_.add_article(std::move(article));
  }

  // Old writers put it into "<>".
  std::string url() const {
    std::string_view url = records_.headers().get("warc-target-uri");
    if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
    return std::string(url);
  }

  Input& input_;
  ReadContext& context_;
  WarcRecords records_;
};

}  // namespace

void read_warc(Input& input, ReadContext& context) {
  WarcReader(input, context).read();
}

bool looks_like_warc(std::string_view start) {
  return start.starts_with("WARC/1.") || start.starts_with("WARC/0.");
}

}  // namespace newsgraph
