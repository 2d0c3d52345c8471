#include "formats/html/html.h"

#include <array>

#include "formats/html/html_data.h"
#include "formats/html/html_part.h"
#include "formats/html/html_template.h"
#include "graph/filter.h"

namespace newsgraph {
namespace {

void write_page(const Graph& shown, const PageTotals& totals, Sink& sink, Losses& losses) {
  const PageTemplate page = page_template();
  sink.write(page.before_data);
  write_page_data(shown, totals, sink, losses);
  sink.write(page.after_data);
}

void write_html(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  const PageTotals totals = totals_of(graph);
  const PageLimits limits;
  if (fits(graph, limits)) return write_page(graph, totals, sink, losses);
  const Graph part = strongest_part(graph, limits);
  losses["edges left out, for a page shows the strongest ones"] += totals.edges - boost::num_edges(part);
  write_page(part, totals, sink, losses);
}

constexpr std::array<std::string_view, 2> kExtensions{".html", ".htm"};
constexpr std::array kParts{Part{"", write_html}};

}  // namespace

constinit const Format kHtml{.name = "html",
                             .extensions = kExtensions,
                             .description = "a page to look at in a browser, one file, works offline",
                             .flavors = {},
                             .parts = kParts,
                             .recognize = is_graph_page,
                             .read = read_graph_page,
                             .unavailable = kPageRemedy};

}  // namespace newsgraph
