// A saved web page: one article.
#include <string>
#include <string_view>
#include <utility>

#include "documents/html_main_text.h"
#include "documents/html_metadata.h"
#include "documents/html_page.h"
#include "documents/html_text.h"
#include "documents/readers.h"
#include "support/encoding.h"
#include "support/error.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

// The encoding that the page declares in its first kilobytes; empty where it does not. After the WHATWG HTML
// Standard, "prescan a byte stream to determine its encoding", simplified.
std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t kPrescan = 4096;
  const std::string start = utf8::lower(bytes.substr(0, kPrescan));
  auto at = start.find("charset=");
  if (at == std::string::npos) at = start.starts_with("<?xml") ? start.find("encoding=") : at;
  if (at == std::string::npos) return {};
  at = start.find_first_not_of("\"' ", start.find('=', at) + 1);
  if (at == std::string::npos) return {};
  return start.substr(at, std::min(start.find_first_of("\"' />;?", at), start.size()) - at);
}

constexpr std::size_t kThinText = 200;  // bytes; a page with less text may have it as data only

}  // namespace

void read_html(Input& input, ReadContext& context) {
  const std::string bytes = input.read_all(context.limits().document_bytes);
  DecodedText decoded = decode_text(bytes, declared_charset(bytes));
  context.report().repaired += decoded.repaired;
  // libxml2 ends at a zero byte.
  std::erase(decoded.text, '\0');
  const HtmlPage page(decoded.text);
  HtmlMetadata metadata = html_metadata(page);
  std::string text = html_main_text(page, metadata.title);
  if (text.size() < kThinText && metadata.body.size() > text.size()) text = html_fragment_text(metadata.body);
  if (text.empty()) throw Error("has no text of an article", input.name());
  Article article;
  article.title = std::move(metadata.title);
  article.date = std::move(metadata.date);
  article.url = std::move(metadata.url);
  article.author = std::move(metadata.author);
  article.body = std::move(text);
  article.where = input.name();
  context.add_article(std::move(article));
}

}  // namespace newsgraph
