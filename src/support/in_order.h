// Work in parts that runs on several threads while what comes of it is used in order.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>

namespace newsgraph {

// Hands out the numbers of parts, and lets each part's result be used when it is its turn.
class Turns {
 public:
  explicit Turns(std::size_t parts) : parts_(parts) {}

  // A part that nobody has taken yet; nothing where all are taken or something has failed.
  std::optional<std::size_t> next();
  // Waits until all parts before are used, then calls `use()`, which never runs twice at once. False, and
  // nothing called, where another thread has failed.
  template <typename Use>
  bool in_turn(std::size_t part, const Use& use) {
    if (!wait_for(part)) return false;
    use();
    end_turn();
    return true;
  }

  // Ends all waiting; the first failure is kept.
  void fail(std::exception_ptr failure) noexcept;
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  bool wait_for(std::size_t part);
  void end_turn();

  const std::size_t parts_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t used_ = 0;
  std::exception_ptr failure_;
};

// Calls `work(turns)` on at most `jobs` threads, of which the caller's is one; each goes on until next() has
// nothing more. The first exception ends the rest and comes out of here.
void work_in_order(std::size_t parts, unsigned jobs, const std::function<void(Turns&)>& work);

}  // namespace newsgraph
