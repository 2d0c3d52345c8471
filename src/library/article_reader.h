// Articles to claims with their entities, for readers and graphs of the library.
#pragma once

#include <memory>
#include <vector>

#include "claims/extractor.h"
#include "library/tools.h"

namespace newsgraph::api {

class ArticleReader {
 public:
  explicit ArticleReader(std::shared_ptr<const Tools> tools);

  struct Found {
    std::vector<newsgraph::Claim> claims;
    std::vector<Entity> entities;
  };
  Found read(const Article& article);
  Found read(const Document& document);
  const std::shared_ptr<const Tools>& tools() const { return tools_; }

 private:
  std::shared_ptr<const Tools> tools_;
  ClaimExtractor extractor_;
};

// What is behind the public Reader.
struct Reader::State {
  ArticleReader articles;
};

}  // namespace newsgraph::api
