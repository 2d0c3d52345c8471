#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

namespace newsgraph::cli {
namespace {

constexpr int kDefaultWidth = 80;
constexpr int kLeastWidth = 40;

int positive_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() && value > 0 ? value : 0;
}

// Nothing where nobody says.
std::optional<int> find_width(int descriptor, bool interactive) {
  if (const int columns = positive_number(environment("COLUMNS"))) return std::max(columns, kLeastWidth);
  winsize size{};
  if (interactive && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return std::max<int>(size.ws_col, kLeastWidth);
  }
  return std::nullopt;
}

// https://no-color.org: set and not empty means no colour.
bool wants_color(When color, bool interactive) {
  if (color != When::automatic) return color == When::always;
  return interactive && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

const char* escape(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::heading:
      return "\x1b[1m";
    case Style::name:
      return "\x1b[1;36m";
    case Style::relation:
      return "\x1b[1;35m";
    case Style::trigger:
      return "\x1b[1;33m";
    case Style::faint:
      return "\x1b[2m";
    case Style::warning:
      return "\x1b[33m";
    case Style::error:
      return "\x1b[1;31m";
  }
  return "";
}

}  // namespace

Terminal::Terminal(int descriptor, When color)
    : interactive_(::isatty(descriptor) == 1),
      colored_(wants_color(color, interactive_)),
      width_(kDefaultWidth),
      sized_(false) {
  if (const std::optional<int> width = find_width(descriptor, interactive_)) {
    width_ = *width;
    sized_ = true;
  }
}

std::string Terminal::paint(Style style, std::string_view text) const {
  if (!colored_ || style == Style::plain || text.empty()) return std::string(text);
  return escape(style) + std::string(text) + "\x1b[0m";
}

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

}  // namespace newsgraph::cli
