// newsgraph man: the man pages, from the same table as --help.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <string>

#include "cli/commands.h"
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

class ManCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("PAGE", page_, "Name of the page (default: newsgraph)");
    app.add_option("--folder", folder_, "Write all pages into this folder")
        ->option_text("FOLDER")
        ->group("Output");
  }

  ExitCode run(Context& context) override {
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

 private:
  std::string page_ = "newsgraph";
  std::string folder_;
};

constexpr std::array<Example, 1> kManExamples{{{"newsgraph man newsgraph-export", "The page of one verb."}}};

}  // namespace

constinit const CommandEntry kManCommand{
    "man",
    "print the man pages",
    "Prints a man page in troff, or writes all of them into a folder. The build uses it to install them.",
    kManExamples,
    make<ManCommand>,
    true};

}  // namespace newsgraph::cli
