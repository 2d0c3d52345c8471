#include "cli/manual.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace newsgraph::cli {
namespace {

OptionEntry entry_of(const CLI::Option& option) {
  OptionEntry entry;
  if (option.get_positional()) {
    const bool many = option.get_items_expected_max() > 1;
    entry.value = option.get_name(true, false) + (many ? "..." : "");
  } else {
    if (!option.get_snames().empty()) entry.short_name = "-" + option.get_snames().front();
    if (!option.get_lnames().empty()) entry.long_name = "--" + option.get_lnames().front();
    entry.value = option.get_option_text();
  }
  entry.text = option.get_description();
  return entry;
}

void append_groups(const CLI::App& app, std::vector<OptionGroup>& groups) {
  for (const std::string& title : app.get_groups()) {
    if (title.empty()) continue;
    OptionGroup group{title, {}};
    const auto wanted = [&](const CLI::Option* option) {
      return option->get_group() == title && !option->get_positional();
    };
    for (const CLI::Option* option : app.get_options(wanted)) group.options.push_back(entry_of(*option));
    if (!group.options.empty()) groups.push_back(std::move(group));
  }
}

std::string usage_of(const std::string& name, const std::vector<CLI::Option const*>& positionals) {
  std::string usage = name + " [OPTION]...";
  for (const CLI::Option* option : positionals) {
    const std::string value = entry_of(*option).value;
    usage += option->get_required() ? " " + value : " [" + value + "]";
  }
  return usage;
}

std::vector<const CLI::Option*> positionals_of(const CLI::App& app) {
  return app.get_options([](const CLI::Option* option) { return option->get_positional(); });
}

}  // namespace

std::vector<std::string> OptionEntry::choices() const {
  if (value.find('|') == std::string::npos) return {};
  return CLI::detail::split(value, '|');
}

std::string OptionEntry::label() const {
  std::string label = short_name;
  if (!long_name.empty()) label += (label.empty() ? "" : ", ") + long_name;
  if (!value.empty()) label += (label.empty() ? "" : " ") + value;
  return label;
}

std::vector<OptionGroup> option_groups(const CLI::App& app) {
  std::vector<OptionGroup> groups;
  append_groups(app, groups);
  if (app.get_parent() != nullptr) append_groups(*app.get_parent(), groups);
  return groups;
}

std::vector<OptionEntry> arguments(const CLI::App& app) {
  std::vector<OptionEntry> entries;
  for (const CLI::Option* option : positionals_of(app)) entries.push_back(entry_of(*option));
  return entries;
}

Manual manual_of(const CLI::App& app, const CommandEntry& entry) {
  Manual manual;
  manual.name = "newsgraph " + std::string(entry.name);
  manual.summary = entry.summary;
  manual.description = entry.description;
  manual.usage = usage_of(manual.name, positionals_of(app));
  manual.examples = {entry.examples.begin(), entry.examples.end()};
  manual.arguments = arguments(app);
  manual.groups = option_groups(app);
  return manual;
}

}  // namespace newsgraph::cli
