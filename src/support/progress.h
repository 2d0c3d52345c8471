// A bar on stderr for long work: share done, documents, MB/s, time left.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

namespace newsgraph {

enum class ProgressMode { kAuto, kAlways, kNever };  // kAuto: where stderr is a terminal

// Throws UsageError where `name` is not auto, always or never.
ProgressMode parse_progress_mode(const std::string& name);

struct ProgressState {
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;
  std::uint64_t total_bytes = 0;  // 0: unknown
  double seconds = 0;
};

// The bar's text, without control characters.
std::string format_progress(const ProgressState& state);

// Thread-safe. Draws at most ten times a second, and nothing in the first half second.
class Progress {
 public:
  Progress(ProgressMode mode, std::uint64_t total_bytes);
  ~Progress();  // removes the bar
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void add_document();
  // Where open_input() counts; read from the disk so far.
  std::atomic<std::uint64_t>& bytes() { return bytes_; }
  // Removes the bar, for example before a message; the next add_document() draws it again.
  void clear();

 private:
  void draw(double seconds);

  const bool shown_;
  const std::uint64_t total_bytes_;
  const std::chrono::steady_clock::time_point start_;
  std::atomic<std::uint64_t> documents_{0};
  std::atomic<std::uint64_t> bytes_{0};
  std::atomic<std::int64_t> next_draw_;  // milliseconds since start_
  std::mutex drawing_;
  bool drawn_ = false;
};

}  // namespace newsgraph
