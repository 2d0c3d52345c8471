// A file descriptor that closes itself.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace newsgraph {

class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int fd) : fd_(fd) {}
  ~FileDescriptor();
  FileDescriptor(FileDescriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }

  int get() const { return fd_; }
  bool open() const { return fd_ >= 0; }
  // 0, or the error number. Not open afterwards.
  int close();

 private:
  int fd_ = -1;
};

// "No such file or directory", for an error number.
std::string system_message(int error);

}  // namespace newsgraph
