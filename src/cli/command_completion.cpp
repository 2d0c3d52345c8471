// newsgraph completion: shell completions, from the same table as --help.
#include <CLI/CLI.hpp>
#include <array>
#include <string>

#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/manual.h"
#include "cli/program.h"

namespace newsgraph::cli {
namespace {

class CompletionCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("SHELL", shell_, "bash, zsh or fish")
        ->required()
        ->check(one_of("SHELL", {"bash", "zsh", "fish"}));
  }

  ExitCode run(Context& context) override {
    const std::vector<Manual> manuals = Program().manuals();
    context.print(shell_ == "bash"  ? bash_completion(manuals)
                  : shell_ == "zsh" ? zsh_completion(manuals)
                                    : fish_completion(manuals));
    return ExitCode::done;
  }

 private:
  std::string shell_;
};

constexpr std::array<Example, 3> kCompletionExamples{
    {{"newsgraph completion bash > newsgraph.bash",
      "For bash: source it, or put it where bash-completion looks."},
     {"newsgraph completion zsh > _newsgraph", "For zsh: put it in a folder of $fpath."},
     {"newsgraph completion fish > newsgraph.fish", "For fish: put it into ~/.config/fish/completions."}}};

}  // namespace

constinit const CommandEntry kCompletionCommand{
    "completion", "print the completions for a shell",
    "Prints a script that makes the shell complete verbs, options and their values.", kCompletionExamples,
    make<CompletionCommand>};

}  // namespace newsgraph::cli
