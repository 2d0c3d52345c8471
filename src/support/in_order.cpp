#include "support/in_order.h"

#include <algorithm>
#include <system_error>
#include <thread>
#include <vector>

namespace newsgraph {

std::optional<std::size_t> Turns::next() {
  const std::size_t part = next_++;
  if (part >= parts_) return std::nullopt;
  return part;
}

bool Turns::wait_for(std::size_t part) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || used_ == part; });
  return !failure_;
}

void Turns::end_turn() {
  const std::lock_guard lock(mutex_);
  ++used_;
  changed_.notify_all();
}

void Turns::fail(std::exception_ptr failure) noexcept {
  const std::lock_guard lock(mutex_);
  if (!failure_) failure_ = std::move(failure);
  next_ = parts_;
  changed_.notify_all();
}

void work_in_order(std::size_t parts, unsigned jobs, const std::function<void(Turns&)>& work) {
  Turns turns(parts);
  const auto run = [&]() noexcept {
    try {
      work(turns);
    } catch (...) {
      turns.fail(std::current_exception());
    }
  };
  std::vector<std::thread> others;
  try {
    for (std::size_t i = 1; i < std::min<std::size_t>(jobs, parts); ++i) others.emplace_back(run);
  } catch (const std::system_error&) {
    // No more threads are to be had: those that there are do the work.
  }
  run();
  for (std::thread& thread : others) thread.join();
  turns.rethrow();
}

}  // namespace newsgraph
