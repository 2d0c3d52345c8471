// Long work that Ctrl-C ends.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace newsgraph::python {

// Set when nobody waits for the work any more.
using Cancelled = std::shared_ptr<std::atomic<bool>>;
// Thrown in the work, so that it ends.
struct Stopped {};

constexpr std::chrono::milliseconds kPoll{50};  // how often signals are looked at

// Threads whose work cannot be stopped at once, as one in the middle of a long article. They end by
// themselves.
class Leftover {
 public:
  static void take(std::thread&& thread, std::shared_ptr<const std::atomic<bool>> done);
  // Waits until all have ended or the time is over; says whether they have. Called when Python ends.
  static bool wait(std::chrono::steady_clock::time_point until);
};

// Runs `work` in a thread of its own and looks meanwhile whether Python was interrupted: then `cancelled` is
// set and the interruption comes out. `work` must own all that it touches. What it throws comes out. Call it
// without the GIL.
void run_interruptibly(const std::function<void()>& work, const Cancelled& cancelled);

// Takes the GIL, and throws nanobind::python_error where a signal's handler raised.
void check_signals();

}  // namespace newsgraph::python
