#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "support/input_file.h"
#include "support/interrupt.h"
#include "support/output.h"
#include "support/temporary_folder.h"

using namespace newsgraph;
namespace fs = std::filesystem;

namespace {

void write_file(const std::string& path, std::string_view text) {
  const auto output = open_output(path);
  output->write(text);
  output->finish();
}

std::string failure_of(const std::string& path, std::string_view text = "text") {
  try {
    write_file(path, text);
  } catch (const Error& error) {
    return error.message();
  }
  return "";
}

mode_t mode_of(const std::string& path) {
  struct stat status {};
  ::stat(path.c_str(), &status);
  return status.st_mode & 07777;
}

// Runs in a child process; returns its wait status.
template <typename Function>
int in_child(Function function) {
  const pid_t child = ::fork();
  if (child == 0) {
    function();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

}  // namespace

TEST_CASE("compressed bytes do not depend on the number of threads") {
  const TemporaryFolder folder;
  std::string text;  // several of the parts that threads compress
  for (std::uint64_t i = 0; text.size() < (std::size_t{24} << 20); ++i)
    text += "line " + std::to_string(i * i % 1'000'003) + "\n";
  const std::string extension = GENERATE(as<std::string>(), ".zst", ".gz");
  std::vector<std::string> files;
  for (const unsigned jobs : {1U, 2U, 5U}) {
    const std::string path = folder.path(std::to_string(jobs) + extension);
    const auto output = open_output(path, jobs);
    for (std::size_t at = 0; at < text.size(); at += 1'000'003 * jobs)
      output->write(std::string_view(text).substr(at, 1'000'003 * jobs));
    output->finish();
    files.push_back(content_of(path));
    CHECK(open_input(path)->read_all(text.size()) == text);
  }
  CHECK(files[0].size() < text.size() / 2);
  CHECK(files[1] == files[0]);
  CHECK(files[2] == files[0]);
}

TEST_CASE("the old file stays until the new one is complete") {
  const TemporaryFolder folder;
  const std::string path = folder.write("out", "old");
  {
    const auto output = open_output(path);
    output->write(std::string(1'000'000, 'x'));
    output->prepare();
    CHECK(content_of(path) == "old");
    output->commit();
  }
  CHECK(content_of(path) == std::string(1'000'000, 'x'));
  CHECK(folder.files() == 1);
}

TEST_CASE("an output that is given up leaves nothing") {
  const TemporaryFolder folder;
  const std::string path = folder.write("out", "old");
  {
    const auto output = open_output(path);
    output->write(std::string(1'000'000, 'x'));
    CHECK(folder.files() == 2);
  }
  CHECK(content_of(path) == "old");
  CHECK(folder.files() == 1);
}

TEST_CASE("permissions are the old file's, or follow the umask") {
  const TemporaryFolder folder;
  const std::string old = folder.write("old", "old");
  ::chmod(old.c_str(), 0640);
  write_file(old, "new");
  CHECK(mode_of(old) == 0640);
  const mode_t before = ::umask(027);
  write_file(folder.path("fresh"), "new");
  ::umask(before);
  CHECK(mode_of(folder.path("fresh")) == 0640);
}

TEST_CASE("a link stays a link") {
  const TemporaryFolder folder;
  folder.write("data/target", "old");
  fs::create_symlink("data/target", folder.path("link"));
  write_file(folder.path("link"), "new");
  CHECK(fs::is_symlink(folder.path("link")));
  CHECK(content_of(folder.path("data/target")) == "new");
  fs::create_symlink("data/absent", folder.path("dangling"));
  write_file(folder.path("dangling"), "made");
  CHECK(content_of(folder.path("data/absent")) == "made");
}

TEST_CASE("the name decides on compression; the bytes are the same every time") {
  const TemporaryFolder folder;
  const std::string text(300'000, 'x');
  for (const char* name : {"a.gz", "a.zst"}) {
    write_file(folder.path(name), text);
    const std::string first = content_of(folder.path(name));
    CHECK(first.size() < 10'000);
    CHECK(read_file(folder.path(name)) == text);
    write_file(folder.path(name), text);
    CHECK(content_of(folder.path(name)) == first);
  }
  const std::string gzip = content_of(folder.path("a.gz"));
  CHECK(gzip.substr(3, 5) == std::string(5, '\0'));  // no flags, no time
}

TEST_CASE("what cannot be written is an error, and nothing stays behind") {
  const TemporaryFolder folder;
  CHECK(failure_of(folder.path()).find("is a folder") != std::string::npos);
  CHECK(failure_of(folder.path("no/such/folder/out")).find("No such file") != std::string::npos);
  CHECK(failure_of("/dev/full", std::string(1'000'000, 'x')).find("No space left") != std::string::npos);
  CHECK(failure_of("/dev/full", "little").find("No space left") != std::string::npos);
  if (::geteuid() != 0) {
    const std::string path = folder.write("locked", "old");
    ::chmod(path.c_str(), 0444);
    CHECK(failure_of(path).find("Permission denied") != std::string::npos);
    CHECK(content_of(path) == "old");
  }
  fs::create_symlink("loop", folder.path("loop"));
  CHECK(failure_of(folder.path("loop")) != "");
}

TEST_CASE("a file that grows over its limit leaves the old one") {
  const TemporaryFolder folder;
  const std::string path = folder.write("out", "old");
  const int status = in_child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit { 100'000, 100'000 };
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::_exit(failure_of(path, std::string(1'000'000, 'x')).find("File too large") != std::string::npos ? 7
                                                                                                      : 8);
  });
  CHECK(WEXITSTATUS(status) == 7);
  CHECK(content_of(path) == "old");
  CHECK(folder.files() == 1);
}

TEST_CASE("a closed pipe is told from other errors") {
  int ends[2] = {-1, -1};
  REQUIRE(::pipe(ends) == 0);
  ::close(ends[0]);
  const int status = in_child([&] {
    handle_interrupts();
    ::dup2(ends[1], STDOUT_FILENO);
    try {
      write_file("-", std::string(1'000'000, 'x'));
    } catch (const ClosedPipe&) {
      ::_exit(7);
    } catch (const Error&) {
      ::_exit(8);
    }
  });
  ::close(ends[1]);
  CHECK(WEXITSTATUS(status) == 7);
}

TEST_CASE("an interrupt removes the temporary file and ends by its signal") {
  const TemporaryFolder folder;
  const std::string path = folder.write("out", "old");
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const int status = in_child([&] {
      ::signal(signal, SIG_DFL);
      handle_interrupts();
      const auto output = open_output(path);
      output->write(std::string(1'000'000, 'x'));
      ::raise(signal);
    });
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == signal);
    CHECK(folder.files() == 1);
    CHECK(content_of(path) == "old");
  }
}

TEST_CASE("what is ignored from outside stays ignored") {
  const int status = in_child([] {
    ::signal(SIGINT, SIG_IGN);
    handle_interrupts();
    ::raise(SIGINT);
    ::_exit(7);
  });
  CHECK(WEXITSTATUS(status) == 7);
}

TEST_CASE("an input is never overwritten, whatever links lead to it") {
  const TemporaryFolder folder;
  const std::string path = folder.write("in", "text");
  fs::create_symlink("in", folder.path("link"));
  fs::create_hard_link(path, folder.path("hard"));
  CHECK_THROWS_AS(refuse_overwriting(path, {"-", path}), UsageError);
  CHECK_THROWS_AS(refuse_overwriting(folder.path("link"), {path}), UsageError);
  CHECK_THROWS_AS(refuse_overwriting(folder.path("hard"), {path}), UsageError);
  CHECK_NOTHROW(refuse_overwriting(folder.path("other"), {path}));
  CHECK_NOTHROW(refuse_overwriting("-", {"-", path}));
  CHECK_NOTHROW(refuse_overwriting("/dev/null", {"/dev/null"}));
}

TEST_CASE("a sink in memory keeps what is written, large and small") {
  StringSink sink;
  std::string expected;
  for (int i = 0; i < 20'000; ++i) {
    sink.write("line ");
    sink.write('\n');
    expected += "line \n";
  }
  sink.write(std::string(100'000, 'x'));
  CHECK(sink.text() == expected + std::string(100'000, 'x'));
}
