#include "support/resumable_output.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <optional>
#include <string_view>

#include "support/hash.h"
#include "support/input_file.h"
#include "support/output_file.h"

namespace newsgraph {
namespace {

constexpr std::string_view kFirstLine = "newsgraph progress 1 ";
constexpr auto kBetweenCheckpoints = std::chrono::seconds(1);

// A line of the record: "ITEMS BYTES CONTENT CHECK", numbers in hexadecimal; CHECK is a hash of what is
// before it, so that a line of which a part only reached the disk is no line.
struct Checkpoint {
  RunProgress progress;
  std::uint64_t bytes = 0;
};

std::string to_line(const Checkpoint& checkpoint) {
  const std::string line =
      hex(checkpoint.progress.items) + " " + hex(checkpoint.bytes) + " " + hex(checkpoint.progress.content);
  return line + " " + hex(hash64(line)) + "\n";
}

constexpr std::size_t kDigits = 16;
constexpr std::size_t kLine = 4 * (kDigits + 1);

std::uint64_t number_at(std::string_view line, std::size_t field) {
  std::uint64_t value = 0;
  const char* first = line.data() + field * (kDigits + 1);
  std::from_chars(first, first + kDigits, value, 16);
  return value;
}

std::optional<Checkpoint> parse_line(std::string_view line) {
  if (line.size() != kLine) return std::nullopt;
  Checkpoint checkpoint{{number_at(line, 0), number_at(line, 2)}, number_at(line, 1)};
  return to_line(checkpoint) == line ? std::optional(checkpoint) : std::nullopt;
}

std::string first_line(std::uint64_t job) {
  return std::string(kFirstLine) + hex(job) + "\n";
}

// Takes the lines off that are whole and whose bytes are in a partial file of this size; the last of them, or
// the beginning.
Checkpoint take_checkpoints(std::string_view& lines, std::uint64_t size) {
  Checkpoint last;
  while (lines.size() >= kLine) {
    const std::optional<Checkpoint> next = parse_line(lines.substr(0, kLine));
    if (!next || next->bytes > size) break;
    last = *next;
    lines.remove_prefix(kLine);
  }
  return last;
}

std::string read_whole(int fd, const std::string& name) {
  std::string text;
  char block[65536];
  for (;;) {
    const ssize_t taken = ::read(fd, block, sizeof block);
    if (taken < 0 && errno == EINTR) continue;
    if (taken < 0) throw Error("cannot be read: " + system_message(errno), name);
    if (taken == 0) return text;
    text.append(block, static_cast<std::size_t>(taken));
  }
}

FileDescriptor open_file(const std::string& name, mode_t mode) {
  FileDescriptor file(::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode));
  if (!file.open()) fail_output(name, "cannot be written", errno);
  return file;
}

void cut_to(const FileDescriptor& file, std::uint64_t size, const std::string& name) {
  const auto offset = static_cast<off_t>(size);
  if (::ftruncate(file.get(), offset) != 0 || ::lseek(file.get(), offset, SEEK_SET) != offset) {
    fail_output(name, "cannot be written", errno);
  }
}

std::uint64_t size_of(const FileDescriptor& file, const std::string& name) {
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) fail_output(name, "cannot be read", errno);
  return static_cast<std::uint64_t>(status.st_size);
}

void refuse(const std::string& path, const std::string& what) {
  throw UsageError(what, path, "Name a file for --resume, not compressed.");
}

// Rights of the file that is replaced, or what the umask leaves.
mode_t mode_for(const std::string& path) {
  struct stat old {};
  if (::stat(path.c_str(), &old) != 0) return 0666;
  if (S_ISDIR(old.st_mode)) throw Error("is a folder, not a file", path);
  if (!S_ISREG(old.st_mode)) refuse(path, "is no regular file");
  if (::access(path.c_str(), W_OK) != 0) fail_output(path, "cannot be written", errno);
  return old.st_mode & 0777;
}

}  // namespace

std::unique_ptr<ResumableOutput> ResumableOutput::open(const std::string& path, std::uint64_t job) {
  if (path == "-") refuse(path, "standard output cannot be gone on with");
  if (without_compression(path) != path) refuse(path, "a compressed file cannot be gone on with");
  std::unique_ptr<ResumableOutput> output(new ResumableOutput(follow_links(path)));
  const mode_t mode = mode_for(output->target_);
  output->record_ = open_file(progress_name(output->target_), 0666);
  if (::flock(output->record_.get(), LOCK_EX | LOCK_NB) != 0) {
    throw Error("another run is writing it", path, "Wait until it is done.");
  }
  output->partial_ = open_file(partial_name(output->target_), mode);
  output->take_up(job);
  return output;
}

void ResumableOutput::take_up(std::uint64_t job) {
  const std::string name = progress_name(target_);
  const std::string record = read_whole(record_.get(), name);
  const std::string start = first_line(job);
  if (record.size() < start.size()) return begin(job);  // not even begun
  if (!std::string_view(record).starts_with(start)) {
    throw UsageError(
        "belongs to a run with other inputs, options or another version", name,
        "Give what that run was given, or remove this file and " + partial_name(target_) + " to begin anew.");
  }
  std::string_view lines = std::string_view(record).substr(start.size());
  const Checkpoint last = take_checkpoints(lines, size_of(partial_, partial_name(target_)));
  done_ = last.progress;
  written_ = last.bytes;
  cut_to(partial_, written_, partial_name(target_));
  cut_to(record_, record.size() - lines.size(), name);
}

void ResumableOutput::begin(std::uint64_t job) {
  cut_to(partial_, 0, partial_name(target_));
  cut_to(record_, 0, progress_name(target_));
  write_all(record_.get(), first_line(job), progress_name(target_));
}

void ResumableOutput::put(std::string_view block) {
  write_all(partial_.get(), block, partial_name(target_));
  written_ += block.size();
}

void ResumableOutput::checkpoint(const RunProgress& progress) {
  if (Clock::now() < next_checkpoint_) return;
  flush();
  sync_file(partial_.get(), partial_name(target_));
  write_all(record_.get(), to_line({progress, written_}), progress_name(target_));
  next_checkpoint_ = Clock::now() + kBetweenCheckpoints;
}

void ResumableOutput::prepare() {
  flush();
  sync_file(partial_.get(), partial_name(target_));
  if (const int error = partial_.close()) fail_output(target_, "cannot be written", error);
}

void ResumableOutput::commit() {
  replace_file(partial_name(target_), target_);
  ::unlink(progress_name(target_).c_str());
}

}  // namespace newsgraph
