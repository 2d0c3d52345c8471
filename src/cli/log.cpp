#include "cli/log.h"

#include <cstdio>
#include <string>

#include "cli/text_table.h"

namespace newsgraph::cli {
namespace {

std::string prefix(const Terminal& terminal, LogLevel level) {
  switch (level) {
    case LogLevel::debug:
      return terminal.paint(Style::faint, "debug: ");
    case LogLevel::info:
      return {};
    case LogLevel::warning:
      return terminal.paint(Style::warning, "warning: ");
    case LogLevel::error:
      return terminal.paint(Style::error, "error: ");
  }
  return {};
}

}  // namespace

void Log::write(LogLevel level, std::string_view message) {
  if (level < least_) return;
  const std::string line = "newsgraph: " + prefix(terminal_, level) + printable(message) + "\n";
  const std::lock_guard lock(mutex_);
  if (clear_) clear_();
  // Standard error may be closed or full; there is nobody left to tell.
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace newsgraph::cli
