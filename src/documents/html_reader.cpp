// A saved web page: one article.
#include <string>
#include <string_view>
#include <utility>

#include "documents/declared_charset.h"
#include "documents/html_left_out.h"
#include "documents/html_metadata.h"
#include "documents/html_page.h"
#include "documents/html_text.h"
#include "documents/readers.h"
#include "support/encoding.h"
#include "support/error.h"

namespace newsgraph {

std::optional<Article> article_of_page(std::string_view bytes, const std::string& charset,
                                       ReadContext& context) {
  DecodedText decoded = decode_text(bytes, charset.empty() ? html_charset(bytes) : charset);
  context.report().repaired += decoded.repaired;
  // libxml2 ends at a zero byte.
  std::erase(decoded.text, '\0');
  const HtmlPage page(decoded.text);
  HtmlMetadata metadata = html_metadata(page);
  std::string text =
      html_main_text(page, metadata.title, metadata.discussion ? PageKind::kDiscussion : PageKind::kArticle);
  // A page that scripts build has its text as data only; another shows less than half.
  if (metadata.body.size() > 2 * text.size()) text = html_fragment_text(metadata.body);
  if (text.empty()) return std::nullopt;
  Article article;
  article.title = std::move(metadata.title);
  article.date = std::move(metadata.date);
  article.modified = std::move(metadata.modified);
  article.url = std::move(metadata.url);
  article.author = std::move(metadata.author);
  if (context.options().explain) article.left_out = html_left_out(page, article.title, text);
  article.body = std::move(text);
  return article;
}

void read_html(Input& input, ReadContext& context) {
  auto article = article_of_page(input.read_all(context.limits().document_bytes), {}, context);
  if (!article) throw Error("has no text of an article", input.name());
  article->where = input.name();
  context.add_article(*std::move(article));
}

}  // namespace newsgraph
