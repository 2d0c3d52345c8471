#include "support/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <utility>

#include "support/compress.h"
#include "support/file_descriptor.h"
#include "support/hash.h"
#include "support/interrupt.h"
#include "support/output_file.h"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

void close_checked(FileDescriptor& file, const std::string& name) {
  if (const int error = file.close()) fail_output(name, "cannot be written", error);
}

// Standard output, a device or a named pipe: no temporary file.
class DirectOutput final : public Output {
 public:
  DirectOutput(FileDescriptor file, std::string name) : file_(std::move(file)), name_(std::move(name)) {}

  void prepare() override { flush(); }
  void commit() override { close_checked(file_, name_); }

 private:
  void put(std::string_view block) override { write_all(file_.get(), block, name_); }
  FileDescriptor file_;
  std::string name_;
};

// A regular file, under a temporary name until it is complete.
class FileOutput final : public Output {
 public:
  FileOutput(FileDescriptor file, std::unique_ptr<TemporaryFile> guard, std::string temporary,
             std::string target)
      : file_(std::move(file)),
        guard_(std::move(guard)),
        temporary_(std::move(temporary)),
        target_(std::move(target)) {}

  void prepare() override {
    flush();
    sync_file(file_.get(), target_);
    close_checked(file_, target_);
  }

  void commit() override {
    replace_file(temporary_, target_);
    guard_->release();
  }

 private:
  void put(std::string_view block) override { write_all(file_.get(), block, target_); }

  FileDescriptor file_;
  std::unique_ptr<TemporaryFile> guard_;
  std::string temporary_;
  std::string target_;
};

// Compresses on the way to another output.
class CompressedOutput final : public Output {
 public:
  CompressedOutput(std::unique_ptr<Compressor> compressor, std::unique_ptr<Output> output)
      : compressor_(std::move(compressor)), output_(std::move(output)) {}

  void prepare() override {
    flush();
    compressor_->end(ready_);
    hand_on();
    output_->prepare();
  }
  void commit() override { output_->commit(); }

 private:
  void put(std::string_view block) override {
    compressor_->add(block, ready_);
    hand_on();
  }
  void hand_on() {
    output_->write(ready_);
    ready_.clear();
  }

  std::unique_ptr<Compressor> compressor_;
  std::unique_ptr<Output> output_;
  std::string ready_;
};

std::string temporary_name(const std::string& target) {
  static std::atomic<unsigned> count{0};
  const fs::path path(target);
  constexpr std::size_t kMostName = 200;  // leaves room for what is added, of the 255 bytes of most systems
  const std::string number = hex(hash_fields({std::to_string(::getpid()), std::to_string(count++), target}));
  return (path.parent_path() / ("." + path.filename().string().substr(0, kMostName) + "." + number + ".tmp"))
      .string();
}

std::unique_ptr<Output> open_temporary(const std::string& target, const struct stat* old) {
  constexpr int kTries = 16;
  for (int i = 0; i < kTries; ++i) {
    const std::string name = temporary_name(target);
    auto guard = std::make_unique<TemporaryFile>(name);
    FileDescriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    const int error = errno;
    if (!file.open()) guard->release();  // not ours
    if (!file.open() && error == EEXIST) continue;
    if (!file.open()) fail_output(target, "cannot be written", error);
    if (old && ::fchmod(file.get(), old->st_mode & 07777) != 0)
      fail_output(target, "cannot be written", errno);
    return std::make_unique<FileOutput>(std::move(file), std::move(guard), name, target);
  }
  throw Error("no temporary file can be made beside it", target);
}

std::unique_ptr<Output> open_direct(FileDescriptor file, const std::string& name) {
  if (!file.open()) fail_output(name, "cannot be written", errno);
  return std::make_unique<DirectOutput>(std::move(file), name);
}

std::unique_ptr<Output> open_plain(const std::string& path) {
  if (path == "-") return open_direct(FileDescriptor(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0)), "<stdout>");
  struct stat old {};
  // A pipe may go by a link that leads to no name: /dev/stdout.
  const bool other = ::stat(path.c_str(), &old) == 0 && !S_ISREG(old.st_mode);
  const std::string target = other ? path : follow_links(path);
  if (::stat(target.c_str(), &old) != 0) return open_temporary(target, nullptr);
  if (S_ISDIR(old.st_mode)) throw Error("is a folder, not a file", path);
  if (::access(target.c_str(), W_OK) != 0) fail_output(path, "cannot be written", errno);
  if (S_ISREG(old.st_mode)) return open_temporary(target, &old);
  return open_direct(FileDescriptor(::open(target.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY)), path);
}

}  // namespace

std::unique_ptr<Output> open_output(const std::string& path, unsigned jobs) {
  auto compressor = make_compressor(path, jobs);
  auto output = open_plain(path);
  if (!compressor) return output;
  return std::make_unique<CompressedOutput>(std::move(compressor), std::move(output));
}

bool same_file(const std::string& a, const std::string& b) noexcept {
  struct stat first {};
  struct stat second {};
  return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

void refuse_overwriting(const std::string& output, const std::vector<std::string>& inputs) {
  struct stat status {};
  if (output == "-" || ::stat(output.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return;
  for (const std::string& input : inputs) {
    if (input != "-" && same_file(output, input)) {
      throw UsageError("the output is one of the inputs", output, "Choose another name for the output.");
    }
  }
}

}  // namespace newsgraph
