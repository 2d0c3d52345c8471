// The page without its data, as the build made it from web/.
#pragma once

#include <string_view>

namespace newsgraph {

// The data stand between the two, as text that is safe in a script element.
struct PageTemplate {
  std::string_view before_data;
  std::string_view after_data;
};

// How to get the page where this program was built without it; empty where it is there.
#ifdef NEWSGRAPH_HAVE_PAGE
inline constexpr std::string_view kPageRemedy;
#else
inline constexpr std::string_view kPageRemedy =
    "The page is made with Node.js: install Node.js 18 or later and npm, then build newsgraph again "
    "(cmake -DNEWSGRAPH_WEB=ON says what is missing). Other formats work, such as -o graph.graphml.";
#endif

// Throws Error where the program was built without it.
PageTemplate page_template();

}  // namespace newsgraph
