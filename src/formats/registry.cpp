#include "formats/registry.h"

#include <algorithm>
#include <array>

#include "formats/databases/database_formats.h"
#include "formats/gexf/gexf.h"
#include "formats/graphml/graphml.h"
#include "formats/html/html.h"
#include "formats/json/json_formats.h"
#include "formats/picture/picture_formats.h"
#include "formats/tables/table_formats.h"
#include "support/error.h"

namespace newsgraph {
namespace {

const std::array kFormats{kGraphml,    kNodeLink, kHtml,     kGexf,     kGexf12, kJgf,           kCyjs,
                          kGraphology, kDot,      kGephiCsv, kNeo4jCsv, kCypher, kStatementsCsv, kNTriples,
                          kFtm,        kSqlite,   kSvg,      kPng,      kPdf};

std::string_view without_compression(std::string_view path) {
  for (const std::string_view extension : {".gz", ".zst"})
    if (path.ends_with(extension)) path.remove_suffix(extension.size());
  return path;
}

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

const Format* find_format(std::string_view name) {
  const auto found =
      std::find_if(kFormats.begin(), kFormats.end(), [name](const Format& f) { return f.name == name; });
  return found == kFormats.end() ? nullptr : &*found;
}

const Format* format_of_file(std::string_view path) {
  path = without_compression(path);
  const Format* best = nullptr;
  std::size_t longest = 0;
  for (const Format& format : kFormats)
    for (const std::string_view extension : format.extensions)
      if (extension.size() > longest && path.ends_with(extension)) {
        best = &format;
        longest = extension.size();
      }
  return best;
}

const Format* recognize_format(std::string_view head) {
  const auto found = std::find_if(kFormats.begin(), kFormats.end(), [head](const Format& format) {
    return format.recognize != nullptr && format.recognize(head);
  });
  return found == kFormats.end() ? nullptr : &*found;
}

void require_available(const Format& format) {
  if (!format.unavailable.empty())
    throw Error("the format " + std::string(format.name) + " cannot be written", {},
                std::string(format.unavailable));
}

void write_part(const Format& format, const Part& part, const Graph& graph, Sink& sink,
                const ExportOptions& options, Losses& losses) {
  const bool known = options.flavor.empty() || std::find(format.flavors.begin(), format.flavors.end(),
                                                         options.flavor) != format.flavors.end();
  if (!known)
    throw UsageError("the format " + std::string(format.name) + " has no flavor \"" + options.flavor + "\"",
                     {}, "`newsgraph formats` lists them.");
  require_available(format);
  part.write(graph, sink, options, losses);
}

}  // namespace newsgraph
