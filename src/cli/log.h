// Messages to the person at the keyboard, on standard error.
#pragma once

#include <functional>
#include <mutex>
#include <string_view>

#include "cli/terminal.h"

namespace newsgraph::cli {

enum class LogLevel { debug, info, warning, error };

// One message a line: "newsgraph: warning: …". May be called from several threads.
class Log {
 public:
  Log(Terminal terminal, LogLevel least) : terminal_(terminal), least_(least) {}

  void debug(std::string_view message) { write(LogLevel::debug, message); }
  void info(std::string_view message) { write(LogLevel::info, message); }
  void warning(std::string_view message) { write(LogLevel::warning, message); }

  // Called before each message, to take away what else stands on the line; empty for none.
  void before_message(std::function<void()> clear) { clear_ = std::move(clear); }

 private:
  void write(LogLevel level, std::string_view message);

  Terminal terminal_;
  LogLevel least_;
  std::function<void()> clear_;
  std::mutex mutex_;
};

}  // namespace newsgraph::cli
