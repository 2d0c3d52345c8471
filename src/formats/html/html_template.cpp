#include "formats/html/html_template.h"

#include <string>

#include "support/embedded.h"
#include "support/error.h"

#ifdef NEWSGRAPH_HAVE_PAGE
NEWSGRAPH_EMBEDDED(newsgraph_page);
#endif

namespace newsgraph {

#ifdef NEWSGRAPH_HAVE_PAGE

PageTemplate page_template() {
  constexpr std::string_view kMarker = "@newsgraph-data@";  // as in web/build.mjs
  const std::string_view page = NEWSGRAPH_EMBEDDED_TEXT(newsgraph_page);
  const std::size_t at = page.find(kMarker);
  if (at == std::string_view::npos)
    throw Error("the built-in page has no place for data", {}, "Build newsgraph again.");
  return {page.substr(0, at), page.substr(at + kMarker.size())};
}

#else

PageTemplate page_template() {
  throw Error("this newsgraph was built without the page", {}, std::string(kPageRemedy));
}

#endif

}  // namespace newsgraph
