// Graphviz as a library. In a build without it draw() only says so.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

#ifdef NEWSGRAPH_HAS_GRAPHVIZ
inline constexpr std::string_view kWithoutGraphviz;
#else
// Why this build draws no pictures.
inline constexpr std::string_view kWithoutGraphviz =
    "This build of newsgraph has no Graphviz. Write graph.dot and draw it with `dot -Tsvg graph.dot`, or "
    "build newsgraph where Graphviz's library is installed (libgraphviz-dev on Debian).";
#endif

// Lays the DOT text out with `dot` and draws it: "svg", "png:cairo", "pdf". The same text gives the same
// bytes with the same version of Graphviz and the same fonts. Not for several threads at a time. Throws
// Error with what Graphviz complains of.
std::string draw(const std::string& dot, const char* format);

// Takes the time at which a PDF was drawn out of it: sets "/CreationDate (D:20230316120000+05'45)" to 1970 in
// UTC and corrects the table of offsets, which ends the file. Where there is no such table the zone stays as
// it is.
void remove_pdf_time(std::string& pdf);

}  // namespace newsgraph
