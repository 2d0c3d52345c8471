#include "formats/picture/picture_formats.h"

#include <algorithm>
#include <array>

#include "formats/picture/graphviz.h"
#include "formats/picture/picture_dot.h"

namespace newsgraph {
namespace {

constexpr unsigned kPointsPerInch = 72;
constexpr unsigned kPixelsPerInch = 144;  // sharp on a screen, and in a report

std::string picture(const Graph& graph, unsigned dots_per_inch, const char* format, Losses& losses) {
  const PictureChoice choice = choose_for_picture(graph);
  LossCounts counts;
  const std::string dot = picture_dot(choice, dots_per_inch, counts);
  counts.add_to(losses);
  if (choice.edges_left_out != 0)
    losses["edges left out of the picture, which shows the strongest"] += choice.edges_left_out;
  if (choice.nodes_left_out != 0) losses["nodes left out of the picture"] += choice.nodes_left_out;
  return draw(dot, format);
}

// A browser shows the whole picture, with its legend, however small the window is; programs that know no
// styles take its size.
void write_svg(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  constexpr std::string_view kRoot = "<svg width=";
  std::string svg = picture(graph, kPointsPerInch, "svg", losses);
  if (const std::size_t root = svg.find(kRoot); root != std::string::npos)
    svg.insert(root + 4, " style=\"max-width: 100%; max-height: 100vh\"");
  sink.write(svg);
}

void write_png(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  sink.write(picture(graph, kPixelsPerInch, "png:cairo", losses));
}

void write_pdf(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  std::string pdf = picture(graph, kPointsPerInch, "pdf", losses);
  remove_pdf_time(pdf);
  sink.write(pdf);
}

constexpr std::array<std::string_view, 1> kSvgExtensions{".svg"};
constexpr std::array<std::string_view, 1> kPngExtensions{".png"};
constexpr std::array<std::string_view, 1> kPdfExtensions{".pdf"};
constexpr std::array kSvgParts{Part{"", write_svg}};
constexpr std::array kPngParts{Part{"", write_png}};
constexpr std::array kPdfParts{Part{"", write_pdf}};

}  // namespace

constinit const Format kSvg{.name = "svg",
                            .extensions = kSvgExtensions,
                            .description = "a picture of the strongest edges, for browsers",
                            .flavors = {},
                            .parts = kSvgParts,
                            .recognize = nullptr,
                            .read = nullptr,
                            .unavailable = kWithoutGraphviz};
constinit const Format kPng{.name = "png",
                            .extensions = kPngExtensions,
                            .description = "the same picture in pixels",
                            .flavors = {},
                            .parts = kPngParts,
                            .recognize = nullptr,
                            .read = nullptr,
                            .binary = true,
                            .unavailable = kWithoutGraphviz};
constinit const Format kPdf{.name = "pdf",
                            .extensions = kPdfExtensions,
                            .description = "the same picture to print",
                            .flavors = {},
                            .parts = kPdfParts,
                            .recognize = nullptr,
                            .read = nullptr,
                            .binary = true,
                            .unavailable = kWithoutGraphviz};

}  // namespace newsgraph
