#include "cli/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/context.h"
#include "cli/kept_files.h"
#include "cli/shown_output.h"
#include "formats/registry.h"
#include "support/error.h"
#include "support/input_file.h"
#include "support/nearest_word.h"
#include "support/output.h"

namespace newsgraph::cli {
namespace {

constexpr const char* kSeeFormats = "\"newsgraph formats\" lists them.";

const Format& named_format(const std::string& name) {
  if (const Format* format = find_format(name)) return *format;
  std::vector<std::string> known;
  for (const Format& format : formats()) known.emplace_back(format.name);
  throw UsageError("there is no format \"" + name + "\"", "--to", suggestion(name, known, kSeeFormats));
}

std::string extension_of(const std::string& path) {
  return std::filesystem::path(without_compression(path)).extension().string();
}

const Format& format_for(const std::string& path) {
  if (path == "-") {
    throw UsageError("the format for standard output is not given", "-o -",
                     "Add --to, for example --to json.");
  }
  if (const Format* format = format_of_file(path)) return *format;
  std::error_code failure;
  if (std::filesystem::is_directory(path, failure)) {
    throw UsageError(
        "is a folder", "-o " + path,
        "Name a file, for example -o " + (std::filesystem::path(path) / "graph.json").string() + ".");
  }
  std::vector<std::string> known;
  for (const Format& format : formats())
    known.insert(known.end(), format.extensions.begin(), format.extensions.end());
  const std::string extension = extension_of(path);
  throw UsageError("no format goes by this name", "-o " + path,
                   suggestion(extension, known, std::string("Add --to. ") + kSeeFormats));
}

bool has_flavor(const Format& format, const std::string& flavor) {
  return std::find(format.flavors.begin(), format.flavors.end(), flavor) != format.flavors.end();
}

struct OpenFile {
  std::string path;
  std::unique_ptr<Output> output;
};

OpenFile open_part(const Target& target, const Part& part, unsigned jobs, const Terminal& screen) {
  if (target.path == "-" && screen.interactive())
    return {target.path, std::make_unique<ShownOutput>(open_output(target.path))};
  if (part.file_name.empty()) return {target.path, open_output(target.path, jobs)};
  const std::string path = (std::filesystem::path(target.path) / part.file_name).string();
  return {path, open_output(path, jobs)};
}

void create_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) throw Error("the folder cannot be made: " + error.message(), path);
}

void refuse_emptying(Context& context, const std::vector<Target>& targets, const Graph& graph) {
  if (boost::num_vertices(graph) != 0) return;
  for (const Target& target : targets)
    if (holds_something(target.path))
      throw Error("the graph is empty, and would replace the one that is there", target.path,
                  "No output was changed. Ask for less, or remove the file first.");
  context.log().warning("the graph is empty");
}

// The file would be taken for one of another format by whoever opens it.
void warn_of_names(Context& context, const std::vector<Target>& targets) {
  for (const Target& target : targets) {
    const Format* named = format_of_file(target.path);
    const std::string extension = extension_of(target.path);
    const auto& extensions = target.format->extensions;
    const bool fits = std::any_of(extensions.begin(), extensions.end(),
                                  [&](std::string_view each) { return each.ends_with(extension); });
    if (named == nullptr || fits) continue;
    context.log().warning(
        fmt::format("{}: is written as {}, whatever its name says. Without --to the name tells.", target.path,
                    target.format->name));
  }
}

void report_losses(Context& context, const std::string& path, const Losses& losses) {
  for (const auto& [what, count] : losses) context.log().info(fmt::format("{}: {} {}", path, count, what));
}

}  // namespace

std::vector<Target> find_targets(const std::vector<std::string>& paths, const std::string& format,
                                 const std::string& flavor) {
  std::vector<Target> targets;
  bool flavored = flavor.empty();
  for (const std::string& path : paths) {
    if (path != "-") refuse_no_file(path);
    for (const Target& other : targets)
      if (same_output(path, other.path)) throw UsageError("the output is named twice", "-o " + path);
    const Format& found = format.empty() ? format_for(path) : named_format(format);
    require_available(found);
    const bool fits = has_flavor(found, flavor);
    flavored = flavored || fits;
    if (found.writes_folder() && path == "-") {
      throw UsageError("this format is several files", "-o -",
                       "Name a folder: -o FOLDER --to " + std::string(found.name) + ".");
    }
    targets.push_back({path, &found, fits ? flavor : ""});
  }
  if (!flavored) {
    std::vector<std::string> known;
    for (const Format& each : formats()) {
      if (has_flavor(each, flavor))
        throw UsageError(
            "no output is " + std::string(each.name) + ", which has the flavor \"" + flavor + "\"",
            "--flavor", "Add -o FILE" + std::string(each.extensions.front()) + ".");
      known.insert(known.end(), each.flavors.begin(), each.flavors.end());
    }
    throw UsageError("no format of these outputs has the flavor \"" + flavor + "\"", "--flavor",
                     suggestion(flavor, known, kSeeFormats));
  }
  return targets;
}

void write_targets(Context& context, const std::vector<Target>& targets, const Graph& graph) {
  refuse_emptying(context, targets, graph);
  warn_of_names(context, targets);
  std::vector<OpenFile> files;
  for (const Target& target : targets) {
    if (target.format->writes_folder()) create_folder(target.path);
    ExportOptions options{target.flavor, threads(context.options())};
    Losses losses;
    for (const Part& part : target.format->parts) {
      files.push_back(open_part(target, part, options.jobs, context.screen()));
      write_part(*target.format, part, graph, *files.back().output, options, losses);
      files.back().output->prepare();
    }
    report_losses(context, target.path, losses);
  }
  for (OpenFile& file : files) file.output->commit();
}

}  // namespace newsgraph::cli
