#include "python/interruptible.h"

#include <nanobind/nanobind.h>

#include <condition_variable>
#include <exception>
#include <mutex>
#include <utility>

namespace newsgraph::python {
namespace {

struct Waiting {
  std::thread thread;
  std::shared_ptr<const std::atomic<bool>> done;
};
std::mutex leftover_mutex;
// Never destroyed: what is dropped while Python ends comes after wait().
std::vector<Waiting>& leftover() {
  static auto* const threads = new std::vector<Waiting>();  // NOLINT
  return *threads;
}

struct Run {
  std::mutex mutex;
  std::condition_variable changed;
  std::exception_ptr failure;
  std::shared_ptr<std::atomic<bool>> done = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace

void Leftover::take(std::thread&& thread, std::shared_ptr<const std::atomic<bool>> done) {
  const std::lock_guard lock(leftover_mutex);
  std::erase_if(leftover(), [](Waiting& waiting) {
    if (!*waiting.done) return false;
    waiting.thread.join();
    return true;
  });
  leftover().push_back({std::move(thread), std::move(done)});
}

bool Leftover::wait(std::chrono::steady_clock::time_point until) {
  const std::lock_guard lock(leftover_mutex);
  for (Waiting& waiting : leftover()) {
    while (!*waiting.done) {
      if (std::chrono::steady_clock::now() >= until) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
  for (Waiting& waiting : leftover()) waiting.thread.join();
  leftover().clear();
  return true;
}

void check_signals() {
  const nanobind::gil_scoped_acquire gil;
  if (PyErr_CheckSignals() != 0) throw nanobind::python_error();
}

void run_interruptibly(const std::function<void()>& work, const Cancelled& cancelled) {
  const auto run = std::make_shared<Run>();
  std::thread thread([run, work] {
    std::exception_ptr failure;
    try {
      work();
    } catch (...) {
      failure = std::current_exception();
    }
    const std::lock_guard lock(run->mutex);
    run->failure = failure;
    *run->done = true;
    run->changed.notify_all();
  });
  try {
    std::unique_lock lock(run->mutex);
    while (!run->changed.wait_for(lock, kPoll, [&] { return run->done->load(); })) {
      lock.unlock();
      check_signals();
      lock.lock();
    }
  } catch (...) {
    *cancelled = true;
    Leftover::take(std::move(thread), run->done);
    throw;
  }
  thread.join();
  if (run->failure) std::rethrow_exception(run->failure);
}

}  // namespace newsgraph::python
