#include "cli/common_options.h"

#include <algorithm>
#include <thread>

#include "cli/choice.h"

namespace newsgraph::cli {
namespace {

const Choices<When> kWhen{{"auto", When::automatic}, {"always", When::always}, {"never", When::never}};
const Choices<LogLevel> kLevels{{"debug", LogLevel::debug},
                                {"info", LogLevel::info},
                                {"warning", LogLevel::warning},
                                {"error", LogLevel::error}};
constexpr const char* kGroup = "Common options";
constexpr unsigned kMostJobs = 1024;

}  // namespace

void add_common_options(CLI::App& app, CommonOptions& options) {
  app.add_flag("-q,--quiet", options.quiet, "Show no progress and no summary, only warnings and errors")
      ->group(kGroup);
  add_choice(app, "--progress", options.progress, kWhen,
             "Show progress on standard error (auto: for long work on a terminal)")
      ->group(kGroup);
  app.add_option("-j,--jobs", options.jobs,
                 "Threads to work with (default: one a core); the output is the same for every N")
      ->option_text("N")
      ->check(CLI::Range(1u, kMostJobs))
      ->group(kGroup);
  add_choice(app, "--log-level", options.log_level, kLevels, "Least severe message to show (default: info)")
      ->group(kGroup);
  app.add_flag("--strict", options.strict, "Treat an input that cannot be read as an error, not as a warning")
      ->group(kGroup);
  add_choice(app, "--color", options.color, kWhen,
             "Colour the output (auto: on a terminal, unless NO_COLOR is set)")
      ->group(kGroup);
  app.add_option("--model", options.model, "Language model to use instead of the built-in one")
      ->option_text("FILE")
      ->group(kGroup);
  app.set_config(
         "--config", "",
         "Read options from this file: \"jobs = 2\", and below a line \"[export]\" the options of that verb")
      ->option_text("FILE")
      ->group(kGroup);
}

unsigned threads(const CommonOptions& options) {
  return options.jobs != 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace newsgraph::cli
