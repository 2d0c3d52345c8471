#include "cli/review_screen.h"

#define NCURSES_NOMACROS  // functions, which C++ can name
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "cli/text_table.h"
#include "support/error.h"
#include "support/utf8.h"

namespace newsgraph::cli {
namespace {

constexpr std::size_t kMostChoices = 8;  // that a question shows
constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};

volatile sig_atomic_t caught_signal = 0;
extern "C" void note_signal(int signal) {
  caught_signal = signal;
}

struct CloseFile {
  void operator()(FILE* file) const { ::fclose(file); }
};
using File = std::unique_ptr<FILE, CloseFile>;

// Where keys come from if standard input is something else; null where it is the terminal, or there is none.
File open_keys() {
  return File(::isatty(STDIN_FILENO) == 1 ? nullptr : ::fopen("/dev/tty", "re"));
}

// ncurses writes UTF-8 only where the locale has it.
void use_utf8() {
  ::setlocale(LC_CTYPE, "");
  if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0) ::setlocale(LC_CTYPE, "C.UTF-8");
}

short color_of(Style style) {
  switch (style) {
    case Style::name:
      return COLOR_CYAN;
    case Style::relation:
      return COLOR_GREEN;
    case Style::trigger:
    case Style::warning:
      return COLOR_YELLOW;
    case Style::error:
      return COLOR_RED;
    default:
      return -1;
  }
}

// Also without colours the parts of a sentence can be told apart.
attr_t attributes_of(Style style, bool colored) {
  switch (style) {
    case Style::name:
      return colored ? A_BOLD : A_BOLD | A_UNDERLINE;
    case Style::relation:
      return colored ? A_BOLD : A_UNDERLINE;
    case Style::trigger:
      return colored ? A_BOLD : A_REVERSE;
    case Style::heading:
      return A_BOLD;
    case Style::faint:
      return A_DIM;
    default:
      return A_NORMAL;
  }
}

std::wstring wide(const std::string& text) {
  std::wstring result;
  for (const utf8::Decoded& each : utf8::code_points(text)) result += static_cast<wchar_t>(each.code_point);
  return result;
}

Key special_key(wint_t code) {
  switch (code) {
    case KEY_ENTER:
      return kKeyEnter;
    case KEY_BACKSPACE:
    case KEY_DC:
      return kKeyBackspace;
    case KEY_LEFT:
      return kKeyLeft;
    case KEY_RIGHT:
      return kKeyRight;
    case KEY_UP:
      return kKeyUp;
    case KEY_DOWN:
      return kKeyDown;
    case KEY_RESIZE:
      return kKeyResize;
    default:
      return kKeyOther;
  }
}

Key plain_key(wint_t code) {
  switch (code) {
    case L'\r':
    case L'\n':
      return kKeyEnter;
    case 27:
      return kKeyEscape;
    case 8:
    case 127:
      return kKeyBackspace;
    case L'\t':
      return kKeyTab;
    case 3:
      return kKeyInterrupt;
    default:
      return code < 32 ? kKeyOther : static_cast<Key>(code);
  }
}

void drop_last(std::string& text) {
  while (!text.empty() && utf8::is_continuation(text.back())) text.pop_back();
  if (!text.empty()) text.pop_back();
}

}  // namespace

void require_terminal() {
  const bool keys = ::isatty(STDIN_FILENO) == 1 || open_keys() != nullptr;
  if (keys && ::isatty(STDOUT_FILENO) == 1) return;
  throw UsageError("a review needs a terminal", "standard output",
                   "Run it in one, use --list, or decide in the page: newsgraph view INPUT.");
}

struct ReviewScreen::Curses {
  File keys;
  SCREEN* screen = nullptr;
  bool colored = false;
  std::array<struct sigaction, kSignals.size()> old{};
};

ReviewScreen::ReviewScreen(bool colored) : curses_(std::make_unique<Curses>()) {
  curses_->keys = open_keys();
  FILE* const keys = curses_->keys ? curses_->keys.get() : stdin;
  use_utf8();
  curses_->screen = ::newterm(nullptr, stdout, keys);
  if (curses_->screen == nullptr) {
    throw UsageError("the terminal is of a kind that is not known", "TERM",
                     "Set TERM, for example to xterm-256color.");
  }
  ::raw();
  ::noecho();
  ::nonl();
  ::keypad(stdscr, TRUE);
  ::set_escdelay(25);
  ::curs_set(0);
  curses_->colored = colored && ::has_colors() && ::start_color() == OK && ::use_default_colors() == OK;
  if (curses_->colored)
    for (int style = 0; style <= static_cast<int>(Style::error); ++style)
      ::init_pair(static_cast<short>(style + 1), color_of(static_cast<Style>(style)), -1);
  // The terminal is put right before a signal ends the program.
  caught_signal = 0;
  struct sigaction action {};
  action.sa_handler = note_signal;
  for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &action, &curses_->old[i]);
}

ReviewScreen::~ReviewScreen() {
  ::endwin();
  ::delscreen(curses_->screen);
  for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &curses_->old[i], nullptr);
}

std::size_t ReviewScreen::width() const {
  return static_cast<std::size_t>(std::max(COLS - 2, 8));
}

int ReviewScreen::signal() const {
  return caught_signal;
}

void ReviewScreen::show(const std::string& top, const std::vector<Line>& lines,
                        const std::vector<Line>& bottom) {
  top_ = top;
  lines_ = lines;
  bottom_ = bottom;
  draw();
}

void ReviewScreen::draw() {
  ::werase(stdscr);
  ::wattrset(stdscr, A_REVERSE);
  ::wmove(stdscr, 0, 0);
  for (int column = 0; column < COLS; ++column) ::waddch(stdscr, 0x20);
  const std::wstring top = wide(fit(screen_text(top_), width()));
  ::mvwaddnwstr(stdscr, 0, 1, top.c_str(), static_cast<int>(top.size()));
  ::wattrset(stdscr, A_NORMAL);
  const int last = LINES - static_cast<int>(bottom_.size()) - 1;
  int row = 2;
  for (const Line& line : lines_) {
    if (row >= last) break;
    draw_line(row++, line);
  }
  draw_bottom(bottom_);
  ::wrefresh(stdscr);
}

void ReviewScreen::draw_line(int row, const Line& line) {
  if (row < 0 || row >= LINES) return;
  ::wmove(stdscr, row, 1);
  for (const Piece& piece : line) {
    const std::wstring text = wide(piece.text);
    ::wattrset(stdscr, static_cast<int>(attributes_of(piece.style, curses_->colored)));
    if (curses_->colored && color_of(piece.style) >= 0)
      ::wattron(stdscr, COLOR_PAIR(static_cast<int>(piece.style) + 1));
    ::waddnwstr(stdscr, text.c_str(), static_cast<int>(text.size()));
  }
  ::wattrset(stdscr, A_NORMAL);
}

void ReviewScreen::draw_bottom(const std::vector<Line>& bottom) {
  int row = LINES - static_cast<int>(bottom.size());
  for (const Line& line : bottom) {
    if (row >= 1) {
      ::wmove(stdscr, row, 0);
      ::wclrtoeol(stdscr);
      draw_line(row, line);
    }
    ++row;
  }
}

Key ReviewScreen::key() {
  while (true) {
    wint_t code = 0;
    const int kind = ::wget_wch(stdscr, &code);
    if (caught_signal != 0) return kKeyInterrupt;
    if (kind == ERR) return kKeyInterrupt;  // the terminal is gone
    const Key key = kind == KEY_CODE_YES ? special_key(code) : plain_key(code);
    if (key != kKeyResize) return key;
    draw();
    return key;
  }
}

std::optional<std::string> ReviewScreen::ask(const std::string& question, const Complete& complete) {
  std::string text;
  std::string typed;      // what the completions were made from
  std::size_t taken = 0;  // how many of them Tab has taken
  while (true) {
    const std::vector<std::string> offers = complete(typed);
    std::vector<Line> bottom;
    for (std::size_t i = 0; i < std::min(offers.size(), kMostChoices); ++i)
      bottom.push_back({{"  " + fit(screen_text(offers[i]), width() - 2),
                         taken == i + 1 ? Style::heading : Style::faint}});
    bottom.push_back(
        {{question + " ", Style::heading}, {screen_text(text), Style::plain}, {"_", Style::faint}});
    bottom.push_back({{"Enter takes it, Tab completes, Esc leaves", Style::faint}});
    draw();
    draw_bottom(bottom);
    ::wrefresh(stdscr);
    const Key pressed = key();
    if (pressed == kKeyInterrupt || pressed == kKeyEscape) return std::nullopt;
    if (pressed == kKeyEnter) return text.empty() ? std::nullopt : std::optional(text);
    if ((pressed == kKeyTab || pressed == kKeyDown) && !offers.empty()) {
      taken = taken % std::min(offers.size(), kMostChoices) + 1;
      text = offers[taken - 1];
      continue;
    }
    if (pressed == kKeyBackspace) drop_last(text);
    if (pressed < 0x110000) utf8::append(text, pressed);
    typed = text;
    taken = 0;
  }
}

std::optional<std::size_t> ReviewScreen::choose(const std::string& question,
                                                const std::vector<std::string>& choices) {
  std::size_t at = 0;
  while (true) {
    const std::size_t shown = std::min<std::size_t>(choices.size(), std::max(LINES - 6, 1));
    const std::size_t first = at < shown ? 0 : at - shown + 1;
    std::vector<Line> bottom{{{question, Style::heading}}};
    for (std::size_t i = first; i < first + shown; ++i) {
      const std::string number = i < 9 ? std::to_string(i + 1) + "  " : "   ";
      bottom.push_back(
          {{number + fit(screen_text(choices[i]), width() - 4), i == at ? Style::heading : Style::plain}});
    }
    bottom.push_back({{"number, or arrows and Enter; Esc leaves", Style::faint}});
    draw();
    draw_bottom(bottom);
    ::wrefresh(stdscr);
    const Key pressed = key();
    if (pressed == kKeyInterrupt || pressed == kKeyEscape || choices.empty()) return std::nullopt;
    if (pressed == kKeyEnter) return at;
    if (pressed == kKeyDown) at = (at + 1) % choices.size();
    if (pressed == kKeyUp) at = (at + choices.size() - 1) % choices.size();
    if (pressed >= U'1' && pressed <= U'9' && pressed - U'1' < choices.size()) return pressed - U'1';
  }
}

}  // namespace newsgraph::cli
