#include "library/article_reader.h"

namespace newsgraph::api {

ArticleReader::ArticleReader(std::shared_ptr<const Tools> tools)
    : tools_(std::move(tools)),
      extractor_(tools_->schema(), tools_->knowledge(), Analyzer(tools_->model()), tools_->learned(),
                 tools_->min_confidence()) {}

ArticleReader::Found ArticleReader::read(const Article& article) {
  return read(document_of(article));
}

ArticleReader::Found ArticleReader::read(const Document& document) {
  if (document.text.empty()) return {};
  Found found;
  found.claims = extractor_.extract(document);
  found.entities = tools_->corrector().resolve(found.claims, document.text);
  return found;
}

}  // namespace newsgraph::api
