// newsgraph view: the graph as a page in the browser.
#include <CLI/CLI.hpp>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "cli/browser.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/graph_input.h"
#include "cli/outputs.h"
#include "cli/text_table.h"
#include "formats/registry.h"
#include "support/error.h"

namespace newsgraph::cli {
namespace {

// A new folder that only this user can read. It stays: the browser reads it when it likes.
std::string temporary_folder() {
  std::error_code error;
  const std::filesystem::path parent = std::filesystem::temp_directory_path(error);
  if (error) throw Error("there is no folder for temporary files", "", "Set TMPDIR to one.");
  std::string path = (parent / "newsgraph-XXXXXX").string();
  if (mkdtemp(path.data()) == nullptr) {
    throw Error("no folder can be made here: " + std::generic_category().message(errno), parent.string(),
                "Set TMPDIR to a folder that can be written.");
  }
  return path;
}

// graph.json gives graph.html, news/ gives news.html. The name is shown: nothing in it may act on a terminal.
std::string page_name(const std::vector<std::string>& inputs) {
  if (inputs.size() != 1 || inputs.front() == "-") return "graph.html";
  const std::filesystem::path input = std::filesystem::path(inputs.front()).lexically_normal();
  std::string name = (input.has_filename() ? input : input.parent_path()).filename().string();
  name = printable(name.substr(0, name.find('.')));
  constexpr std::size_t kLongest = 200;  // of the 255 bytes that file systems take
  return name.empty() || name.size() > kLongest ? "graph.html" : name + ".html";
}

class ViewCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_flag("--no-browser", no_browser_, "Do not open the page")->group("Output");
    add_graph_input(app, input_);
  }

  ExitCode run(Context& context) override {
    const Format& format = *find_format("html");
    require_available(format);
    const Graph graph = load_graph(context, input_);
    const std::string path = temporary_folder() + "/" + page_name(input_.input.inputs);
    write_targets(context, {{path, &format, ""}}, graph);
    context.print(path + "\n");
    context.flush();
    if (!no_browser_ && !open_in_browser(path)) {
      context.log().warning("no browser could be started; open the page yourself, or set BROWSER");
    }
    return context.exit_code();
  }

 private:
  GraphInput input_;
  bool no_browser_ = false;
};

constexpr std::array<Example, 3> kViewExamples{
    {{"newsgraph view graph.json", "A graph."},
     {"newsgraph view news/ --relation bans,owns", "Articles, of which some relations."},
     {"newsgraph view graph.json --no-browser", "Only writes the page and prints its path."}}};

}  // namespace

constinit const CommandEntry kViewCommand{
    "view", "look at a graph in the browser",
    "Writes the graph as a page into a temporary folder, prints the page's path and opens it in the "
    "browser: the one that the environment variable BROWSER names, else the desktop's (xdg-open). The page "
    "is one file that works offline; keep it, or mail it. \"newsgraph export\" with -o graph.html writes "
    "it where you want it.",
    kViewExamples, make<ViewCommand>};

}  // namespace newsgraph::cli
