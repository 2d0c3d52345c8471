#include "cli/program.h"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/commands.h"
#include "cli/config_error.h"
#include "cli/context.h"
#include "cli/version.h"
#include "support/error.h"
#include "support/nearest_word.h"

namespace newsgraph::cli {
namespace {

constexpr std::string_view kSummary = "knowledge graphs from news: who owns, bans and denounces whom";
constexpr std::string_view kDescription =
    "Reads news articles, finds the people, organisations, places and products in them and the claims that "
    "the "
    "articles make about them (who owns, bans or denounces whom), and writes them as a graph in which every "
    "edge "
    "carries the sentences that say so.\n\n"
    "\"newsgraph VERB --help\" explains a verb.";

std::vector<Example> overview_examples() {
  return {{"newsgraph export news/ -o graph.graphml -o graph.json",
           "From a folder of articles to two graph files."},
          {"newsgraph explain graph.json --object TikTok",
           "The sentences behind the edges that point at TikTok."},
          {"newsgraph stats graph.json", "What is in the graph."}};
}

// The word that the command line has where a verb should be: the first that is no option.
std::string unknown_verb(const CLI::App& app) {
  for (const std::string& word : app.remaining()) {
    if (!word.empty() && word.front() != '-') return word;
  }
  return {};
}

std::vector<std::string> known_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const OptionGroup& group : option_groups(app)) {
    for (const OptionEntry& option : group.options) names.push_back(option.long_name);
  }
  return names;
}

std::string see_help(const std::string& verb) {
  return "See \"newsgraph " + verb + (verb.empty() ? "" : " ") + "--help\".";
}

// The first word left over that looks like an option is none of the program's or of `app`'s.
void refuse_unknown_option(const CLI::App& program, const CLI::App& app, const std::string& verb) {
  for (const std::string& word : program.remaining()) {
    if (word.size() < 2 || word.front() != '-') continue;
    const std::string option = word.substr(0, word.find('='));
    std::error_code failure;
    const bool file = std::filesystem::exists(word, failure);
    throw UsageError("there is no option \"" + option + "\"", "",
                     file ? "For the file of this name write ./" + word + "."
                          : suggestion(option, known_options(app), see_help(verb)));
  }
}

// The parser's words for what is wrong with a value, in plainer ones.
std::string plain(const CLI::ParseError& error) {
  std::string said = error.what();
  const std::string name = said.substr(0, said.find(": "));
  const std::string conversion = "Could not convert: ";
  if (said.find(": At Most 1 required") != std::string::npos) return name + ": is given more than once";
  if (said.ends_with(" missing") && said.find(" required ") != std::string::npos)
    return name + ": its value is missing";
  const std::size_t equals = said.find(" = ");
  if (said.starts_with(conversion) && equals != std::string::npos)
    return said.substr(conversion.size(), equals - conversion.size()) + ": \"" + said.substr(equals + 3) +
           "\" is no whole number from 0 on";
  return said;
}

// What a variable of the shell that is not set leaves behind. Taken for an option that is not given, it would
// leave out the decisions, or a date.
void refuse_empty_values(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    if (!option->nonpositional() || option->check_lname("output")) continue;  // outputs have their own words
    for (const std::string& value : option->results())
      if (value.empty())
        throw UsageError("the value is empty", option->get_name(), "Give one, or leave the option out.");
  }
}

}  // namespace

Program::Program() : app_(std::make_unique<CLI::App>(std::string(kDescription), "newsgraph")) {
  app_->require_subcommand(0, 1);
  app_->allow_config_extras(false);
  app_->set_help_flag("-h,--help", "Show this help")->group("Common options");
  app_->add_flag("--version", version_, "Show the version, the language model and the licences")
      ->configurable(false)
      ->group("Common options");
  add_common_options(*app_, common_);
  app_->formatter_fn([this](const CLI::App*, const std::string&, CLI::AppFormatMode) {
    return help_text(overview(), Terminal(1, When::never).width());
  });
  for (const CommandEntry* entry : commands()) add(*entry);
}

Program::~Program() = default;

void Program::add(const CommandEntry& entry) {
  CLI::App* sub = app_->add_subcommand(std::string(entry.name), std::string(entry.summary));
  sub->fallthrough();
  sub->set_help_flag("-h,--help", "Show this help")->group("");
  verbs_.push_back({&entry, entry.make(), sub});
  verbs_.back().command->setup(*sub);
  sub->formatter_fn([sub, &entry](const CLI::App*, const std::string&, CLI::AppFormatMode) {
    return help_text(manual_of(*sub, entry), Terminal(1, When::never).width());
  });
}

Manual Program::overview() const {
  Manual manual;
  manual.name = "newsgraph";
  manual.summary = kSummary;
  manual.description = kDescription;
  manual.usage = "newsgraph VERB [OPTION]... [INPUT]...";
  manual.examples = overview_examples();
  manual.groups = option_groups(*app_);
  for (const Verb& verb : verbs_) {
    if (!verb.entry->hidden) manual.verbs.emplace_back(verb.entry->name, verb.entry->summary);
  }
  return manual;
}

std::vector<Manual> Program::manuals() const {
  std::vector<Manual> manuals{overview()};
  for (const Verb& verb : verbs_) {
    if (!verb.entry->hidden) manuals.push_back(manual_of(*verb.app, *verb.entry));
  }
  return manuals;
}

const Program::Verb* Program::parse(int argc, const char* const* argv) {
  try {
    app_->parse(argc, argv);
  } catch (const CLI::ExtrasError& error) {
    const auto chosen = app_->get_subcommands();
    const CLI::App& app = chosen.empty() ? *app_ : *chosen.front();
    if (const std::string verb = unknown_verb(*app_); chosen.empty() && !verb.empty()) {
      if (verb == "merge" || verb == "convert" || verb == "import")
        throw UsageError("there is no verb \"" + verb + "\"", "",
                         "\"newsgraph export\" merges and converts.");
      std::vector<std::string> names;
      names.reserve(verbs_.size());
      for (const Verb& known : verbs_) names.emplace_back(known.entry->name);
      throw UsageError("there is no verb \"" + verb + "\"", "",
                       suggestion(verb, names, "See \"newsgraph --help\"."));
    }
    refuse_unknown_option(*app_, app, chosen.empty() ? "" : app.get_name());
    throw UsageError(error.what(), "", see_help(chosen.empty() ? "" : app.get_name()));
  } catch (const CLI::RequiredError&) {
    const auto chosen = app_->get_subcommands();
    if (!chosen.empty()) refuse_unknown_option(*app_, *chosen.front(), chosen.front()->get_name());
    throw;
  }
  const auto chosen = app_->get_subcommands();
  refuse_empty_values(*app_);
  if (!chosen.empty()) refuse_empty_values(*chosen.front());
  for (const Verb& verb : verbs_) {
    if (!chosen.empty() && chosen.front() == verb.app) return &verb;
  }
  return nullptr;
}

ExitCode Program::run(int argc, const char* const* argv) {
  const Verb* verb = nullptr;
  try {
    verb = parse(argc, argv);
  } catch (const CLI::Success& request) {
    const auto chosen = app_->get_subcommands();
    Context context(common_);
    context.print(chosen.empty() ? app_->help() : chosen.front()->help());
    context.finish();
    return ExitCode::done;
  } catch (const CLI::ConfigError& error) {
    const std::string said = error.what();
    const std::string begin = "INI was not able to parse ";
    if (said.starts_with(begin))
      refuse_config(*app_, app_->get_config_ptr()->as<std::string>(), said.substr(begin.size()));
    throw UsageError("the configuration file is not right: " + said, "--config");
  } catch (const CLI::FileError& error) {
    throw UsageError(error.what());
  } catch (const CLI::ParseError& error) {
    const auto chosen = app_->get_subcommands();
    throw UsageError(plain(error), "", see_help(chosen.empty() ? "" : chosen.front()->get_name()));
  }
  Context context(common_);
  if (version_) {
    context.print(version_text(context));
  } else if (verb == nullptr) {
    throw UsageError("no verb is given", "", "See \"newsgraph --help\".");
  }
  const ExitCode code = version_ ? ExitCode::done : verb->command->run(context);
  context.finish();
  return code;
}

}  // namespace newsgraph::cli
