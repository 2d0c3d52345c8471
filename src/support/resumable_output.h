// An output that an interrupted run leaves behind in a state from which another run goes on.
//
// It grows as `FILE.partial`. Beside it, `FILE.progress` says up to which byte it holds whole items of the
// input, and which: a line for each checkpoint, written when the bytes before it are on the disk. finish()
// gives the file its name and removes the record.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "support/file_descriptor.h"
#include "support/output.h"

namespace newsgraph {

// How far a run has come: this many items of the input, and a hash of them.
struct RunProgress {
  std::uint64_t items = 0;
  std::uint64_t content = 0;

  friend bool operator==(const RunProgress&, const RunProgress&) = default;
};

class ResumableOutput final : public Output {
 public:
  // Goes on where an earlier run of the same `job` stopped, or begins. `job` is a hash of everything that the
  // bytes depend on but the content of the inputs. Throws UsageError where `path` cannot be gone on with:
  // standard output, a device, compressed; or where what lies there is of another job. Throws Error where
  // another run is writing it.
  static std::unique_ptr<ResumableOutput> open(const std::string& path, std::uint64_t job);

  // What is done; nothing at the beginning.
  const RunProgress& done() const { return done_; }
  // All that was written so far belongs to the items up to `progress`. Records it, but at most once a second,
  // for it waits for the disk.
  void checkpoint(const RunProgress& progress);

  void prepare() override;
  void commit() override;

  // Names of the two files.
  static std::string partial_name(const std::string& path) { return path + ".partial"; }
  static std::string progress_name(const std::string& path) { return path + ".progress"; }

 private:
  using Clock = std::chrono::steady_clock;

  explicit ResumableOutput(std::string target) : target_(std::move(target)) {}
  void take_up(std::uint64_t job);
  void begin(std::uint64_t job);
  void put(std::string_view block) override;

  std::string target_;
  FileDescriptor partial_;
  FileDescriptor record_;
  RunProgress done_;
  std::uint64_t written_ = 0;  // bytes of the partial file
  Clock::time_point next_checkpoint_ = Clock::time_point::min();
};

}  // namespace newsgraph
