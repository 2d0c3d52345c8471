#include "library/article_reader.h"

namespace newsgraph::api {

const char* version() noexcept {
  return NEWSGRAPH_VERSION;
}

Error::Error(const std::string& message) : std::runtime_error(message) {}
Error::~Error() = default;

Reader::Reader(const Options& options)
    : state_(guarded([&] {
        return std::make_unique<State>(State{ArticleReader(std::make_shared<const Tools>(options))});
      })) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

std::vector<Claim> Reader::read(const Article& article) {
  return guarded([&] {
    std::vector<Claim> claims;
    for (const newsgraph::Claim& claim : state_->articles.read(article).claims)
      claims.push_back(public_claim(claim));
    return claims;
  });
}

}  // namespace newsgraph::api
