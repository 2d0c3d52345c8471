// What the standard streams are connected to, and how text on them may look.
#pragma once

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
  // `text` in the style's colours, or unchanged where the stream takes no colour.
  std::string paint(Style style, std::string_view text) const;

 private:
  bool interactive_;
  bool colored_;
  int width_;
};

// The value of an environment variable, empty where it is not set.
std::string_view environment(const char* name);

}  // namespace newsgraph::cli
