// What every verb runs with: the streams, the messages and the common options.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "cli/common_options.h"
#include "cli/exit_code.h"
#include "cli/log.h"
#include "cli/terminal.h"
#include "support/output.h"

namespace newsgraph {
class Model;
}

namespace newsgraph::cli {

class Context {
 public:
  explicit Context(const CommonOptions& options);

  const CommonOptions& options() const { return options_; }
  const Terminal& screen() const { return screen_; }  // standard output
  Log& log() { return log_; }
  bool shows_progress() const;

  // To standard output. Throws Error, ClosedPipe.
  void print(std::string_view text) { out().write(text); }
  Sink& out();
  // The same for data, which holds texts as they are: on a terminal nothing of them acts.
  void print_data(std::string_view text) { data().write(text); }
  Sink& data();
  // Hands on to the reader what was printed so far.
  void flush();
  // Writes the rest and closes, so that no failure goes unnoticed.
  void finish();

  // An input that cannot be used: a warning, and the exit code says so. Throws under --strict.
  // May be called from several threads.
  void skip(const std::string& where, const std::string& reason);
  // Done, or partial where an input was skipped.
  ExitCode exit_code() const { return skipped_ == 0 ? ExitCode::done : ExitCode::partial; }

  // The language model: the user's, or the built-in one.
  std::shared_ptr<const Model> model() const;

 private:
  CommonOptions options_;
  std::unique_ptr<Output> out_;
  std::unique_ptr<Output> data_;
  Terminal screen_;
  Terminal error_screen_;
  Log log_;
  std::atomic<std::uint64_t> skipped_ = 0;
};

}  // namespace newsgraph::cli
