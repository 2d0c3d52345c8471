#include "python/reading.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "documents/readers.h"
#include "pipeline/pipeline.h"
#include "support/error.h"
#include "support/input_file.h"
#include "support/source.h"

namespace newsgraph::python {

struct WorkerPool::Results {
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::uint64_t, BlockPointer> done;
};

struct WorkerPool::State {
  std::shared_ptr<const api::Tools> tools;
  std::size_t largest;
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<Task> tasks;
  std::size_t idle = 0;
  std::size_t running = 0;
  bool closed = false;

  void run() {
    work();
    const std::lock_guard lock(mutex);
    --running;
    changed.notify_all();
  }

 private:
  void work() {
    std::optional<api::ArticleReader> reader;
    while (std::optional<Task> task = take()) {
      const BlockPointer block = read(reader, task->article);
      const std::lock_guard lock(task->results->mutex);
      task->results->done.emplace(task->index, block);
      task->results->changed.notify_all();
    }
  }

  std::optional<Task> take() {
    std::unique_lock lock(mutex);
    ++idle;
    changed.wait(lock, [this] { return closed || !tasks.empty(); });
    --idle;
    if (tasks.empty()) return std::nullopt;
    Task task = std::move(tasks.front());
    tasks.pop_front();
    return task;
  }

  // What is wrong with one article is its result, so that the others go on.
  BlockPointer read(std::optional<api::ArticleReader>& reader, const api::Article& article) const {
    auto block = std::make_shared<ClaimBlock>();
    try {
      if (!reader) reader.emplace(tools);
      if (article.text.size() > largest)
        throw Error("the article is larger than " + format_size(largest), "",
                    "A larger max_document_size reads it.");
      fill(*block, *reader, article);
    } catch (const Error& error) {
      block->error = error.message();
    } catch (const std::exception& error) {
      block->error = error.what();
    }
    return block;
  }

  static void fill(ClaimBlock& block, api::ArticleReader& reader, const api::Article& article) {
    if (!reader.tools()->decisions().empty()) block.decided = reader.tools();
    const Document document = api::document_of(article);
    block.document = document.id;
    block.whole = true;
    if (document.text.empty()) return;
    api::ArticleReader::Found found = reader.read(document);
    block.claims = std::move(found.claims);
    block.entities = std::move(found.entities);
    block.places = places_in(document.text, block.claims);
  }
};

namespace {

std::mutex pools_mutex;
std::vector<std::weak_ptr<void>>& pools() {
  static auto* const all = new std::vector<std::weak_ptr<void>>();  // NOLINT
  return *all;
}

}  // namespace

WorkerPool::WorkerPool(std::shared_ptr<const api::Tools> tools, unsigned threads, std::size_t largest)
    : state_(std::make_shared<State>()), most_(threads) {
  state_->tools = std::move(tools);
  state_->largest = largest;
  const std::lock_guard lock(pools_mutex);
  std::erase_if(pools(), [](const auto& pool) { return pool.expired(); });
  pools().push_back(state_);
}

void WorkerPool::close(State& state) {
  {
    const std::lock_guard lock(state.mutex);
    state.closed = true;
    state.tasks.clear();
  }
  state.changed.notify_all();
}

bool WorkerPool::close_all(std::chrono::steady_clock::time_point until) {
  const std::lock_guard all(pools_mutex);
  for (const auto& pool : pools()) {
    const auto state = std::static_pointer_cast<State>(pool.lock());
    if (!state) continue;
    close(*state);
    std::unique_lock lock(state->mutex);
    if (!state->changed.wait_until(lock, until, [&] { return state->running == 0; })) return false;
  }
  return true;
}

WorkerPool::~WorkerPool() {
  close(*state_);
  for (std::size_t i = 0; i < running_.size(); ++i) Leftover::take(std::move(running_[i]), done_[i]);
}

void WorkerPool::push(Task&& task) {
  bool more = false;
  {
    const std::lock_guard lock(state_->mutex);
    state_->tasks.push_back(std::move(task));
    more = state_->tasks.size() > state_->idle && running_.size() < most_;
    if (more) ++state_->running;
  }
  state_->changed.notify_one();
  if (!more) return;
  done_.push_back(std::make_shared<std::atomic<bool>>(false));
  running_.emplace_back([state = state_, done = done_.back()] {
    state->run();
    *done = true;
  });
}

Channel::Channel(std::shared_ptr<WorkerPool> pool)
    : pool_(std::move(pool)), results_(std::make_shared<WorkerPool::Results>()) {}

// What nobody will take is not read.
Channel::~Channel() {
  const std::lock_guard lock(pool_->state_->mutex);
  std::erase_if(pool_->state_->tasks,
                [this](const WorkerPool::Task& task) { return task.results == results_; });
}

void Channel::push(api::Article&& article) {
  pool_->push({results_, pushed_++, std::move(article)});
}

BlockPointer Channel::pop(std::chrono::milliseconds time) {
  std::unique_lock lock(results_->mutex);
  auto& done = results_->done;
  const auto ready = [&] { return !done.empty() && done.begin()->first == popped_; };
  if (!results_->changed.wait_for(lock, time, ready)) return nullptr;
  ++popped_;
  return done.extract(done.begin()).mapped();
}

namespace {

constexpr std::size_t kClaimsOfBlock = 256;

// Collects what the pipeline hands on and gives it away document by document.
class Collector {
 public:
  Collector(const ClaimStream::Give& give, std::shared_ptr<const api::Tools> decided)
      : give_(give), decided_(std::move(decided)) {}

  PipelineHandlers handlers() {
    PipelineHandlers handlers;
    handlers.on_claim = [this](Claim&& claim) { block_->claims.push_back(std::move(claim)); };
    handlers.on_entities = [this](const std::vector<Entity>& entities) {
      std::copy(entities.begin(), entities.end(), std::back_inserter(block_->entities));
      if (block_->claims.size() >= kClaimsOfBlock) flush();
    };
    handlers.on_document = [this] { flush(); };
    return handlers;
  }
  void flush() {
    const std::shared_ptr<ClaimBlock> block = std::exchange(block_, std::make_shared<ClaimBlock>());
    block->whole = true;
    block->decided = decided_;
    if (!block->claims.empty()) block->document = block->claims.front().document.id;
    give_(block);
  }
  void finish() {
    if (!block_->claims.empty()) flush();
  }

 private:
  const ClaimStream::Give& give_;
  std::shared_ptr<const api::Tools> decided_;
  std::shared_ptr<ClaimBlock> block_ = std::make_shared<ClaimBlock>();
};

}  // namespace

std::unique_ptr<ClaimStream> read_claims(std::shared_ptr<const api::Tools> tools,
                                         std::vector<std::string> inputs, ReadOptions options,
                                         unsigned jobs) {
  return std::make_unique<ClaimStream>([=](const ClaimStream::Give& give) {
    const std::shared_ptr<const api::Tools> use = api::tools_for(tools, inputs);
    Collector collector(give, use->decisions().empty() ? nullptr : use);
    ReadReport report = run_pipeline(inputs, options, use->pipeline(jobs), collector.handlers());
    collector.finish();
    tools->decisions().take_marks(use->decisions());
    return report;
  });
}

std::unique_ptr<DocumentStream> read_documents(std::vector<std::string> inputs, ReadOptions options) {
  return std::make_unique<DocumentStream>([=](const DocumentStream::Give& give) {
    ReadHandlers handlers;
    handlers.on_document = [&](Document&& document) { give(std::move(document)); };
    handlers.on_relation = [](const RelationRow&) {};
    return read_inputs(inputs, options, handlers);
  });
}

std::vector<Document> documents_in(std::string_view bytes, const std::string& name,
                                   const ReadOptions& options, ReadReport& report) {
  std::vector<Document> documents;
  ReadHandlers handlers;
  handlers.on_document = [&](Document&& document) { documents.push_back(std::move(document)); };
  handlers.on_relation = [](const RelationRow&) {};
  ReadContext context(options, handlers, report);
  const auto input =
      open_source(std::make_unique<MemorySource>(bytes), name.empty() ? "<bytes>" : name, options.limits);
  read_input(*input, name, context);
  return documents;
}

}  // namespace newsgraph::python
