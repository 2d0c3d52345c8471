// Outputs that appear whole or not at all.
//
// A file is written beside its target under a temporary name and renamed over it when it is complete; until
// then the old file stays as it was. It is synced to the disk before it is renamed, and its folder after, so
// that no power cut leaves half a file under its name, or takes away what a run has finished. The temporary
// file goes when the Output is destroyed uncommitted and when the program is interrupted
// (support/interrupt.h). A target that is a
// symbolic link stays one: the file that it points to is replaced. Permissions are the old file's, or follow
// the umask. A target that is no regular file (/dev/stdout, a named pipe) and "-" (standard output) are
// written directly.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "support/error.h"
#include "support/sink.h"

namespace newsgraph {

// The reader of a pipe went away: end quietly, as `| head` expects.
class ClosedPipe : public Error {
 public:
  using Error::Error;
};

class Output : public Sink {
 public:
  // Everything is written and on the disk, but not yet under its name.
  // Throws Error.
  virtual void prepare() = 0;
  // Gives the file its name, closes. Throws Error; then the old file is still there.
  virtual void commit() = 0;
  // Both; for several outputs prepare all before committing the first.
  void finish() {
    prepare();
    commit();
  }
};

// Opens `path` for writing; "-" is standard output. A name that ends in .gz or .zst is compressed, without
// names and dates inside: same bytes in, same bytes out. Throws Error where the target is a directory or
// cannot be written. `jobs` threads may compress; the bytes do not depend on how many.
std::unique_ptr<Output> open_output(const std::string& path, unsigned jobs = 1);

// Whether both paths name one existing file, whatever links lead to it.
bool same_file(const std::string& a, const std::string& b) noexcept;

// Throws UsageError where `output` is one of the files in `inputs`.
void refuse_overwriting(const std::string& output, const std::vector<std::string>& inputs);

}  // namespace newsgraph
