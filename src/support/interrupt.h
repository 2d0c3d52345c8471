// What happens on SIGINT, SIGTERM and SIGHUP: temporary files go, and the program ends by that signal.
#pragma once

#include <string>

namespace newsgraph {

// Installs the handlers and ignores SIGPIPE, so that a closed pipe is an error of write(). Call once in main.
void handle_interrupts();

// Removes the file at `path` should the program be interrupted while this exists, and when it is destroyed,
// unless release() was called. Not copyable; thread-safe. Throws Error where over 256 exist at a time.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& path);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  // The file has got its final name.
  void release() noexcept;

 private:
  int slot_;
};

}  // namespace newsgraph
