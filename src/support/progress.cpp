#include "support/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "support/error.h"

namespace newsgraph {
namespace {

constexpr std::int64_t kFirstDraw = 500;  // milliseconds
constexpr std::int64_t kDrawEvery = 100;
constexpr int kBarWidth = 20;

bool is_shown(ProgressMode mode) {
  return mode == ProgressMode::kAlways || (mode == ProgressMode::kAuto && ::isatty(STDERR_FILENO) == 1);
}

// With one digit behind the point, without the locale's.
std::string one_digit(double value) {
  const auto tenths = static_cast<std::uint64_t>(std::llround(value * 10));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string format_duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  const auto two = [](std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  if (whole < 3600) return std::to_string(whole / 60) + ":" + two(whole % 60);
  return std::to_string(whole / 3600) + ":" + two(whole / 60 % 60) + ":" + two(whole % 60);
}

std::string format_bar(double share) {
  const int full = static_cast<int>(share * kBarWidth);
  return "[" + std::string(static_cast<std::size_t>(full), '#') +
         std::string(static_cast<std::size_t>(kBarWidth - full), '.') + "] " +
         std::to_string(static_cast<int>(share * 100)) + "%  ";
}

}  // namespace

ProgressMode parse_progress_mode(const std::string& name) {
  if (name == "auto") return ProgressMode::kAuto;
  if (name == "always") return ProgressMode::kAlways;
  if (name == "never") return ProgressMode::kNever;
  throw UsageError("'" + name + "' is no way to show progress", "--progress",
                   "Choose auto, always or never.");
}

std::string format_progress(const ProgressState& state) {
  const double speed = state.seconds > 0 ? static_cast<double>(state.bytes) / state.seconds : 0;
  std::string text;
  if (state.total_bytes > 0) {
    text +=
        format_bar(std::min(1.0, static_cast<double>(state.bytes) / static_cast<double>(state.total_bytes)));
  }
  text += std::to_string(state.documents) + (state.documents == 1 ? " document  " : " documents  ");
  text += one_digit(speed / 1e6) + " MB/s";
  if (state.total_bytes >= state.bytes && state.total_bytes > 0 && speed > 0) {
    text += "  " + format_duration(static_cast<double>(state.total_bytes - state.bytes) / speed) + " left";
  }
  return text;
}

Progress::Progress(ProgressMode mode, std::uint64_t total_bytes)
    : shown_(is_shown(mode)),
      total_bytes_(total_bytes),
      start_(std::chrono::steady_clock::now()),
      next_draw_(kFirstDraw) {}

Progress::~Progress() {
  clear();
}

void Progress::add_document() {
  documents_.fetch_add(1, std::memory_order_relaxed);
  if (!shown_) return;
  const auto passed = std::chrono::steady_clock::now() - start_;
  const std::int64_t now = std::chrono::duration_cast<std::chrono::milliseconds>(passed).count();
  std::int64_t due = next_draw_.load(std::memory_order_relaxed);
  if (now < due || !next_draw_.compare_exchange_strong(due, now + kDrawEvery)) return;
  draw(std::chrono::duration<double>(passed).count());
}

void Progress::draw(double seconds) {
  const std::lock_guard lock(drawing_);
  const std::string text = format_progress({documents_, bytes_, total_bytes_, seconds});
  std::fprintf(stderr, "\r\x1b[K%s", text.c_str());
  drawn_ = true;
}

void Progress::clear() {
  const std::lock_guard lock(drawing_);
  if (drawn_) std::fputs("\r\x1b[K", stderr);
  drawn_ = false;
}

}  // namespace newsgraph
