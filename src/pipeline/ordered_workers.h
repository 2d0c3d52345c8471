// Work that runs on several threads and comes out in the order in which it went in.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "support/error.h"

namespace newsgraph {

// Hands `In` values to threads and their `Out` values to one receiver, in order, one at a time. At most a
// fixed number of values are under way, so memory stays constant however fast they are pushed. With one
// thread everything runs in the caller's.
//
// The first exception that work or receiver throws ends the rest and comes out of push() or finish().
template <typename In, typename Out>
class OrderedWorkers {
 public:
  using Work = std::function<Out(In&&)>;
  using Receiver = std::function<void(Out&&)>;

  // `make_work` is called once in each thread, so that each has tools of its own.
  OrderedWorkers(unsigned threads, const std::function<Work()>& make_work, Receiver receive)
      : receive_(std::move(receive)), capacity_(threads * kValuesPerThread) {
    if (threads <= 1) {
      inline_work_ = make_work();
      return;
    }
    try {
      for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this, make_work] { run(make_work); });
    } catch (const std::system_error& failure) {
      stop();
      throw Error("no thread can be started: " + failure.code().message(), "", "Use fewer --jobs.");
    } catch (...) {
      stop();
      throw;
    }
  }

  OrderedWorkers(const OrderedWorkers&) = delete;
  OrderedWorkers& operator=(const OrderedWorkers&) = delete;

  // Without finish(): drops what is not done.
  ~OrderedWorkers() { stop(); }

  // Waits while too many values are under way.
  void push(In&& value) {
    if (inline_work_) return run_inline(std::move(value));
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return failure_ || pushed_ - received_ < capacity_; });
    if (failure_) std::rethrow_exception(failure_);
    waiting_.emplace_back(pushed_++, std::move(value));
    changed_.notify_all();
  }

  // Waits until all is received.
  void finish() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return failure_ || pushed_ == received_; });
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void stop() {
    {
      const std::lock_guard lock(mutex_);
      waiting_.clear();
      closed_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  // A failure is kept, so that finish() reports it even where somebody caught it on the way.
  void run_inline(In&& value) {
    if (failure_) std::rethrow_exception(failure_);
    try {
      receive_((*inline_work_)(std::move(value)));
    } catch (...) {
      failure_ = std::current_exception();
      throw;
    }
  }

  static constexpr std::uint64_t kValuesPerThread = 16;

  void run(const std::function<Work()>& make_work) {
    try {
      const Work work = make_work();
      while (std::optional<std::pair<std::uint64_t, In>> next = take()) {
        put(next->first, work(std::move(next->second)));
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      waiting_.clear();
      closed_ = true;
    }
    changed_.notify_all();
  }

  std::optional<std::pair<std::uint64_t, In>> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return std::nullopt;
    std::optional<std::pair<std::uint64_t, In>> next(std::move(waiting_.front()));
    waiting_.pop_front();
    return next;
  }

  // The thread that completes the next value in line hands on all that are complete.
  void put(std::uint64_t index, Out&& result) {
    std::unique_lock lock(mutex_);
    done_.emplace(index, std::move(result));
    if (receiving_) return;
    receiving_ = true;
    while (!done_.empty() && done_.begin()->first == received_ && !failure_) {
      auto node = done_.extract(done_.begin());
      lock.unlock();
      receive_(std::move(node.mapped()));
      lock.lock();
      ++received_;
      changed_.notify_all();
    }
    receiving_ = false;
  }

  Receiver receive_;
  std::uint64_t capacity_;
  std::optional<Work> inline_work_;
  std::vector<std::thread> threads_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::pair<std::uint64_t, In>> waiting_;
  std::map<std::uint64_t, Out> done_;
  std::uint64_t pushed_ = 0;
  std::uint64_t received_ = 0;
  bool receiving_ = false;
  bool closed_ = false;
  std::exception_ptr failure_;
};

}  // namespace newsgraph
