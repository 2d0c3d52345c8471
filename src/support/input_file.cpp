#include "support/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <utility>

#include "support/archive.h"
#include "support/decompress.h"
#include "support/error.h"
#include "support/file_descriptor.h"

namespace newsgraph {
namespace {

class FileSource final : public Source {
 public:
  FileSource(FileDescriptor file, std::string name, std::atomic<std::uint64_t>* counter)
      : file_(std::move(file)), name_(std::move(name)), counter_(counter) {}

  std::size_t read(char* bytes, std::size_t size) override {
    ssize_t taken = -1;
    do {
      taken = ::read(file_.get(), bytes, size);
    } while (taken < 0 && errno == EINTR);
    if (taken < 0) throw Error("cannot be read: " + system_message(errno), name_);
    if (counter_) counter_->fetch_add(static_cast<std::uint64_t>(taken), std::memory_order_relaxed);
    return static_cast<std::size_t>(taken);
  }

 private:
  FileDescriptor file_;
  std::string name_;
  std::atomic<std::uint64_t>* counter_;
};

class Limited final : public Source {
 public:
  Limited(std::unique_ptr<Source> source, std::string name, std::uint64_t limit)
      : source_(std::move(source)), name_(std::move(name)), limit_(limit) {}

  std::size_t read(char* bytes, std::size_t size) override {
    const std::size_t taken = source_->read(bytes, size);
    total_ += taken;
    if (total_ > limit_) {
      throw Error("more than " + format_size(limit_), name_, "Raise the limit with --max-input-size.");
    }
    return taken;
  }

 private:
  std::unique_ptr<Source> source_;
  std::string name_;
  std::uint64_t limit_;
  std::uint64_t total_ = 0;
};

bool is_address(std::string_view path) {
  return path.starts_with("http://") || path.starts_with("https://") || path.starts_with("ftp://");
}

FileDescriptor open_readable(const std::string& path) {
  FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (!file.open() && is_address(path)) {
    throw Error("is an address, and nothing is fetched from the network", path,
                "Save the page first, for example with: curl -L -o page.html ADDRESS");
  }
  if (!file.open()) throw Error("cannot be opened: " + system_message(errno), path);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) throw Error("cannot be read: " + system_message(errno), path);
  if (S_ISDIR(status.st_mode)) throw Error("is a folder, not a file", path);
  return file;
}

FileDescriptor duplicate_stdin() {
  FileDescriptor file(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0));
  if (!file.open()) throw Error("cannot be read: " + system_message(errno), "<stdin>");
  return file;
}

constexpr std::string_view kGzipMagic("\x1f\x8b", 2);
constexpr std::string_view kZstdMagic("\x28\xb5\x2f\xfd", 4);

void decompress(Input& input) {
  const std::string_view start = input.peek(16);
  const bool empty = start.empty();
  const std::string& name = input.name();
  if (start.starts_with(kGzipMagic)) {
    input.filter([&](std::unique_ptr<Source> rest) { return decompress_gzip(std::move(rest), name); });
  } else if (start.starts_with(kZstdMagic)) {
    input.filter([&](std::unique_ptr<Source> rest) { return decompress_zstd(std::move(rest), name); });
  } else if (is_compressed(start)) {
    input.filter([&](std::unique_ptr<Source> rest) { return decompress_other(std::move(rest), name); });
  } else if (!empty && without_compression(name) != name) {
    throw Error("is not compressed as its name says", name, "Rename it.");
  }
}

}  // namespace

std::unique_ptr<Input> open_input(const std::string& path, const Limits& limits,
                                  std::atomic<std::uint64_t>* raw_bytes) {
  const bool standard = path == "-";
  const std::string name = standard ? "<stdin>" : path;
  auto file =
      std::make_unique<FileSource>(standard ? duplicate_stdin() : open_readable(path), name, raw_bytes);
  return open_source(std::move(file), name, limits);
}

std::unique_ptr<Input> open_source(std::unique_ptr<Source> source, const std::string& name,
                                   const Limits& limits) {
  auto input = std::make_unique<Input>(name, std::move(source));
  decompress(*input);
  input->filter([&](std::unique_ptr<Source> rest) {
    return std::make_unique<Limited>(std::move(rest), name, limits.input_bytes);
  });
  return input;
}

std::string read_file(const std::string& path, const Limits& limits) {
  return open_input(path, limits)->read_all(limits.document_bytes);
}

std::string without_compression(const std::string& path) {
  for (const std::string_view suffix : {".gz", ".zst", ".xz", ".bz2"}) {
    if (path.size() > suffix.size() && path.ends_with(suffix))
      return path.substr(0, path.size() - suffix.size());
  }
  return path;
}

std::uint64_t file_size(const std::string& path) noexcept {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  return static_cast<std::uint64_t>(status.st_size);
}

}  // namespace newsgraph
