#include "support/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "support/output.h"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDiskFull = "Free some space, or write elsewhere.";

// So that a new name survives a power cut. The file is complete either way, hence no error.
void sync_folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  const FileDescriptor opened(
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.open()) ::fsync(opened.get());
}

}  // namespace

void fail_output(const std::string& name, const std::string& what, int error) {
  if (error == EPIPE) throw ClosedPipe("the reader closed the pipe", name);
  throw Error(what + ": " + system_message(error), name, error == ENOSPC || error == EDQUOT ? kDiskFull : "");
}

void write_all(int fd, std::string_view bytes, const std::string& name) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_output(name, "cannot be written", errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void sync_file(int fd, const std::string& name) {
  if (::fsync(fd) != 0 && errno != EINVAL) fail_output(name, "cannot be written", errno);
}

void replace_file(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) fail_output(to, "cannot be replaced", errno);
  sync_folder_of(to);
}

std::string follow_links(const std::string& path) {
  constexpr int kMostLinks = 40;  // as many as Linux follows
  fs::path target = path;
  std::error_code failure;
  for (int i = 0; fs::is_symlink(target, failure); ++i) {
    const fs::path next = fs::read_symlink(target, failure);
    if (failure || i == kMostLinks) {
      fail_output(path, "cannot be written", failure ? failure.value() : ELOOP);
    }
    target = next.is_absolute() ? next : target.parent_path() / next;
  }
  return target.string();
}

}  // namespace newsgraph
