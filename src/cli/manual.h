// What a command line takes, as plain values. Help texts, man pages and shell completions are all
// made from this, so they cannot disagree with what the parser accepts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace newsgraph::cli {

struct OptionEntry {
  std::string short_name;  // "-o", or empty
  std::string long_name;   // "--output", or empty for an argument without dashes
  std::string value;       // "FILE", "auto|always|never"; empty for a switch
  std::string text;
  // The words of a value that is one of a few; empty for a free value.
  std::vector<std::string> choices() const;
  // "-o, --output FILE"
  std::string label() const;
};

struct OptionGroup {
  std::string title;
  std::vector<OptionEntry> options;
};

struct Manual {
  std::string name;  // "newsgraph export"
  std::string summary;
  std::string description;  // paragraphs
  std::string usage;        // "newsgraph export [OPTION]... INPUT..."
  std::vector<Example> examples;
  std::vector<OptionEntry> arguments;
  std::vector<OptionGroup> groups;
  std::vector<std::pair<std::string, std::string>> verbs;  // for the program itself: name, summary
};

// The options of `app`, and after them those of its parent.
std::vector<OptionGroup> option_groups(const CLI::App& app);
std::vector<OptionEntry> arguments(const CLI::App& app);
Manual manual_of(const CLI::App& app, const CommandEntry& entry);

// What --help prints, `width` columns wide.
std::string help_text(const Manual& manual, int width);
// A man page in the man(7) macros, section 1.
std::string man_page(const Manual& manual, std::string_view version);

// Completions for the shells. `manuals` as Program::manuals() gives them: the program first, then its verbs.
std::string bash_completion(const std::vector<Manual>& manuals);
std::string zsh_completion(const std::vector<Manual>& manuals);
std::string fish_completion(const std::vector<Manual>& manuals);

}  // namespace newsgraph::cli
