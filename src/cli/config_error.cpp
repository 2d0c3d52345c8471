#include "cli/config_error.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <string_view>
#include <vector>

#include "cli/manual.h"
#include "support/error.h"
#include "support/nearest_word.h"

namespace newsgraph::cli {
namespace {

struct Place {
  std::string section;
  std::string key;
};

// "[exprot]" is found where the key is empty.
std::string where(const std::string& file, const Place& place) {
  std::ifstream input(file);
  std::string line;
  std::string section;
  for (std::size_t number = 1; std::getline(input, line); ++number) {
    std::string key = CLI::detail::trim(line);
    const bool heading = key.size() > 2 && key.front() == '[' && key.back() == ']';
    if (heading) section = key.substr(1, key.size() - 2);
    key = heading ? "" : CLI::detail::trim_copy(key.substr(0, key.find('=')));
    if (section == place.section && key == place.key && (heading || !key.empty()))
      return file + ":" + std::to_string(number);
  }
  return file;
}

std::vector<const CLI::App*> verbs(const CLI::App& program) {
  return program.get_subcommands([](const CLI::App*) { return true; });
}

[[noreturn]] void refuse_section(const CLI::App& program, const std::string& file,
                                 const std::string& section) {
  std::vector<std::string> names;
  for (const CLI::App* verb : verbs(program)) names.push_back(verb->get_name());
  throw UsageError("there is no verb \"" + section + "\"", where(file, {section, ""}),
                   suggestion(section, names, "See \"newsgraph --help\"."));
}

std::vector<std::string> options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const OptionGroup& group : option_groups(app))
    for (const OptionEntry& option : group.options)
      if (option.long_name.size() > 2) names.push_back(option.long_name.substr(2));
  return names;
}

}  // namespace

void refuse_config(const CLI::App& program, const std::string& file, const std::string& name) {
  const std::size_t dot = name.find('.');
  const Place place{dot == std::string::npos ? "" : name.substr(0, dot),
                    dot == std::string::npos ? name : name.substr(dot + 1)};
  const CLI::App* app = place.section.empty() ? &program : nullptr;
  for (const CLI::App* verb : verbs(program))
    if (verb->get_name() == place.section) app = verb;
  if (app == nullptr) refuse_section(program, file, place.section);
  const std::string help = place.section.empty() ? "--help" : place.section + " --help";
  throw UsageError("there is no option \"" + place.key + "\"", where(file, place),
                   suggestion(place.key, options(*app), "See \"newsgraph " + help + "\"."));
}

}  // namespace newsgraph::cli
