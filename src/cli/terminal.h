// What the standard streams are connected to, and how text on them may look.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsgraph::cli {

enum class When { automatic, always, never };

// The looks that the output uses; what each one means is decided here and nowhere else.
enum class Style { plain, heading, name, relation, trigger, faint, warning, error };

// One standard stream as a screen.
class Terminal {
 public:
  // `descriptor` is 1 for standard output, 2 for standard error.
  Terminal(int descriptor, When color);

  bool interactive() const { return interactive_; }
  bool colored() const { return colored_; }
  // Columns to fill: those of the terminal, of COLUMNS, or 80.
  int width() const { return width_; }
  // How long a line of a table may be: the same, but as long as it is where nobody says how wide the screen
  // is, as in a file or a pipe: what is cut there is lost.
  std::size_t table_width() const { return sized_ ? static_cast<std::size_t>(width_) : kUnlimited; }
  // `text` in the style's colours, or unchanged where the stream takes no colour.
  std::string paint(Style style, std::string_view text) const;

 private:
  static constexpr std::size_t kUnlimited = 1'000'000;

  bool interactive_;
  bool colored_;
  int width_;
  bool sized_;  // somebody says how wide it is
};

// The value of an environment variable, empty where it is not set.
std::string_view environment(const char* name);

}  // namespace newsgraph::cli
