#include "cli/command_completion.h"

#include <CLI/CLI.hpp>

#include "cli/choice.h"
#include "cli/context.h"
#include "cli/manual.h"
#include "cli/program.h"

namespace newsgraph::cli {

std::string_view CompletionCommand::description() const {
  return "Prints a script that makes the shell complete verbs, options and their values.";
}

std::vector<Example> CompletionCommand::examples() const {
  return {
      {"newsgraph completion bash > newsgraph.bash",
       "For bash: source it, or put it where bash-completion looks."},
      {"newsgraph completion zsh > _newsgraph", "For zsh: put it in a folder of $fpath."},
      {"newsgraph completion fish > newsgraph.fish", "For fish: put it into ~/.config/fish/completions."}};
}

void CompletionCommand::setup(CLI::App& app) {
  app.add_option("SHELL", shell_, "bash, zsh or fish")
      ->required()
      ->check(one_of("SHELL", {"bash", "zsh", "fish"}));
}

ExitCode CompletionCommand::run(Context& context) {
  const std::vector<Manual> manuals = Program().manuals();
  context.print(shell_ == "bash"  ? bash_completion(manuals)
                : shell_ == "zsh" ? zsh_completion(manuals)
                                  : fish_completion(manuals));
  return ExitCode::done;
}

}  // namespace newsgraph::cli
