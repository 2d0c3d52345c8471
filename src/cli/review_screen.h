// The terminal of a review: lines, keys and questions, through ncurses. The terminal is as it was when this
// is destroyed.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/review_text.h"

namespace newsgraph::cli {

// A character, or one of these.
using Key = char32_t;
inline constexpr Key kKeyEnter = 0x110001;
inline constexpr Key kKeyEscape = 0x110002;
inline constexpr Key kKeyBackspace = 0x110003;
inline constexpr Key kKeyLeft = 0x110004;
inline constexpr Key kKeyRight = 0x110005;
inline constexpr Key kKeyUp = 0x110006;
inline constexpr Key kKeyDown = 0x110007;
inline constexpr Key kKeyTab = 0x110008;
inline constexpr Key kKeyResize = 0x110009;
inline constexpr Key kKeyOther = 0x11000A;
inline constexpr Key kKeyInterrupt = 0x11000B;  // Ctrl-C, or a signal that wants the program to end

// Throws UsageError where there is no terminal to show anything on and to take keys from.
void require_terminal();

class ReviewScreen {
 public:
  // Keys come from standard input, or from the terminal where that is something else. Throws UsageError where
  // there is no terminal.
  explicit ReviewScreen(bool colored);
  ~ReviewScreen();
  ReviewScreen(const ReviewScreen&) = delete;
  ReviewScreen& operator=(const ReviewScreen&) = delete;

  std::size_t width() const;
  // A line on top, lines below it, and what stands at the bottom; what does not fit is left out.
  void show(const std::string& top, const std::vector<Line>& lines, const std::vector<Line>& bottom);
  // Waits for a key.
  Key key();
  // The signal that ended key(); 0 for none.
  int signal() const;

  // Asks for a text below what is shown; `complete` gives what it may become, Tab takes the next of them.
  // Nothing where the answer is Escape.
  using Complete = std::function<std::vector<std::string>(const std::string&)>;
  std::optional<std::string> ask(const std::string& question, const Complete& complete);
  // Asks for one of the choices, by number or, where there are more than nine, by arrows.
  std::optional<std::size_t> choose(const std::string& question, const std::vector<std::string>& choices);

 private:
  struct Curses;
  void draw_line(int row, const Line& line);
  void draw();
  void draw_bottom(const std::vector<Line>& bottom);

  std::unique_ptr<Curses> curses_;
  std::string top_;
  std::vector<Line> lines_;
  std::vector<Line> bottom_;
};

}  // namespace newsgraph::cli
