// Articles to claims on several threads, in order, for callers that take the results one by one.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "documents/reader.h"
#include "library/article_reader.h"
#include "python/claim_block.h"
#include "python/interruptible.h"

namespace newsgraph::python {

// Threads that read articles for any number of channels. They are started when there is work, and each keeps
// its analyzer.
class WorkerPool {
 public:
  WorkerPool(std::shared_ptr<const api::Tools> tools, unsigned threads, std::size_t largest);
  // What is not begun is dropped.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  unsigned threads() const { return most_; }
  // Ends the threads of all pools, after which nothing can be read; says whether they have ended within the
  // time. Called when Python ends.
  static bool close_all(std::chrono::steady_clock::time_point until);

 private:
  friend class Channel;
  struct Results;
  struct Task {
    std::shared_ptr<Results> results;
    std::uint64_t index;
    api::Article article;
  };
  struct State;
  void push(Task&& task);
  static void close(State& state);

  std::shared_ptr<State> state_;
  unsigned most_;
  std::vector<std::thread> running_;
  std::vector<std::shared_ptr<std::atomic<bool>>> done_;
};

// Articles of one caller: what is pushed comes out of pop() in the same order. For one thread.
class Channel {
 public:
  explicit Channel(std::shared_ptr<WorkerPool> pool);
  ~Channel();
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  // Does not wait. Callers keep under_way() small, for memory.
  void push(api::Article&& article);
  std::size_t under_way() const { return static_cast<std::size_t>(pushed_ - popped_); }
  // The next one, or null where it is not done within that time.
  BlockPointer pop(std::chrono::milliseconds time);

 private:
  std::shared_ptr<WorkerPool> pool_;
  std::shared_ptr<WorkerPool::Results> results_;
  std::uint64_t pushed_ = 0;
  std::uint64_t popped_ = 0;
};

// Something that is read in a thread of its own; what was read waits until somebody takes it.
template <typename Item>
class Background {
 public:
  // Hands on one; waits while many are waiting. Throws Stopped where nobody wants more.
  using Give = std::function<void(Item&&)>;
  using Work = std::function<ReadReport(const Give&)>;

  explicit Background(Work work) : state_(std::make_shared<State>()) {
    thread_ = std::thread([state = state_, work = std::move(work)] { state->run(work); });
  }
  ~Background() {
    state_->cancel();
    Leftover::take(std::move(thread_), state_->done);
  }
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  enum class Got { item, nothing, end };
  Got pop(Item& item, std::chrono::milliseconds time) { return state_->pop(item, time); }
  // After the end.
  const ReadReport& report() const { return state_->report; }

 private:
  static constexpr std::size_t kMostWaiting = 256;

  struct State {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Item> waiting;
    bool cancelled = false;
    bool ended = false;
    std::exception_ptr failure;
    ReadReport report;
    std::shared_ptr<std::atomic<bool>> done = std::make_shared<std::atomic<bool>>(false);

    void run(const Work& work) {
      ReadReport made;
      std::exception_ptr thrown;
      try {
        made = work([this](Item&& item) { give(std::move(item)); });
      } catch (...) {
        thrown = std::current_exception();
      }
      const std::lock_guard lock(mutex);
      report = std::move(made);
      failure = thrown;
      ended = true;
      *done = true;
      changed.notify_all();
    }
    void give(Item&& item) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [this] { return cancelled || waiting.size() < kMostWaiting; });
      if (cancelled) throw Stopped();
      waiting.push_back(std::move(item));
      changed.notify_all();
    }
    void cancel() {
      const std::lock_guard lock(mutex);
      cancelled = true;
      changed.notify_all();
    }
    Got pop(Item& item, std::chrono::milliseconds time) {
      std::unique_lock lock(mutex);
      if (!changed.wait_for(lock, time, [this] { return ended || !waiting.empty(); })) return Got::nothing;
      if (waiting.empty()) {
        if (failure) std::rethrow_exception(failure);
        return Got::end;
      }
      item = std::move(waiting.front());
      waiting.pop_front();
      changed.notify_all();
      return Got::item;
    }
  };

  std::shared_ptr<State> state_;
  std::thread thread_;
};

using ClaimStream = Background<BlockPointer>;
using DocumentStream = Background<Document>;

// The claims of inputs of any kind but graphs: a block a document, or some hundred rows of tables.
std::unique_ptr<ClaimStream> read_claims(std::shared_ptr<const api::Tools> tools,
                                         std::vector<std::string> inputs, ReadOptions options, unsigned jobs);
// The articles of inputs, without looking for claims.
std::unique_ptr<DocumentStream> read_documents(std::vector<std::string> inputs, ReadOptions options);
// The articles of one input that is in memory; `name` tells its kind, like a file's.
std::vector<Document> documents_in(std::string_view bytes, const std::string& name,
                                   const ReadOptions& options, ReadReport& report);

}  // namespace newsgraph::python
