// The state behind the public Reader.
#pragma once

#include "library/article_reader.h"

namespace newsgraph::api {

struct Reader::State {
  ArticleReader articles;
};

}  // namespace newsgraph::api
