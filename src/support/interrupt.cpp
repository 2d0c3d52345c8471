#include "support/interrupt.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <deque>
#include <mutex>

#include "support/error.h"

namespace newsgraph {
namespace {

// Paths of the temporary files that exist. The signal handler may look at any time and in any thread, so each
// slot is one lock-free pointer, and no path is freed before the program ends.
std::array<std::atomic<const char*>, 256> slots;
static_assert(std::atomic<const char*>::is_always_lock_free);

const char* keep(const std::string& path) {
  static std::mutex keeping;
  static std::deque<std::string> kept;
  const std::lock_guard lock(keeping);
  return kept.emplace_back(path).c_str();
}

void remove_and_end(int signal) {
  for (auto& slot : slots) {
    if (const char* path = slot.load()) ::unlink(path);
  }
  // Ends as if there had been no handler, so that the caller sees the signal.
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

}  // namespace

void handle_interrupts() {
  struct sigaction action {};
  action.sa_handler = remove_and_end;
  sigfillset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction old {};
    ::sigaction(signal, nullptr, &old);
    // What nohup and the shell's background jobs ignore stays ignored.
    if (old.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);
  }
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow any more is an error like a full disk
}

TemporaryFile::TemporaryFile(const std::string& path) : slot_(-1) {
  const char* kept = keep(path);
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const char* none = nullptr;
    if (!slots[i].compare_exchange_strong(none, kept)) continue;
    slot_ = static_cast<int>(i);
    return;
  }
  throw Error("too many outputs are open at a time", path);
}

TemporaryFile::~TemporaryFile() {
  if (slot_ < 0) return;
  if (const char* path = slots[static_cast<std::size_t>(slot_)].load()) ::unlink(path);
  release();
}

void TemporaryFile::release() noexcept {
  if (slot_ < 0) return;
  slots[static_cast<std::size_t>(slot_)].store(nullptr);
  slot_ = -1;
}

}  // namespace newsgraph
