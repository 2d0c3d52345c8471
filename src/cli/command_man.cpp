#include "cli/command_man.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "cli/context.h"
#include "cli/program.h"
#include "cli/version.h"
#include "support/error.h"
#include "support/output.h"

namespace newsgraph::cli {
namespace {

std::string page_name(const Manual& manual) {
  std::string name = manual.name;
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

void write_page(const Manual& manual, const std::filesystem::path& folder) {
  const std::unique_ptr<Output> file = open_output((folder / (page_name(manual) + ".1")).string());
  file->write(man_page(manual, version()));
  file->finish();
}

}  // namespace

std::string_view ManCommand::description() const {
  return "Prints a man page in troff, or writes all of them into a folder. The build uses it to install "
         "them.";
}

std::vector<Example> ManCommand::examples() const {
  return {{"newsgraph man newsgraph-export", "The page of one verb."}};
}

void ManCommand::setup(CLI::App& app) {
  app.add_option("PAGE", page_, "Name of the page (default: newsgraph)");
  app.add_option("--folder", folder_, "Write all pages into this folder")
      ->option_text("FOLDER")
      ->group("Output");
}

ExitCode ManCommand::run(Context& context) {
  for (const Manual& manual : Program().manuals()) {
    if (!folder_.empty()) {
      write_page(manual, folder_);
    } else if (page_name(manual) == page_) {
      context.print(man_page(manual, version()));
      return ExitCode::done;
    }
  }
  if (folder_.empty())
    throw UsageError("there is no page \"" + page_ + "\"", "", "Pages are named like newsgraph-export.");
  return ExitCode::done;
}

}  // namespace newsgraph::cli
