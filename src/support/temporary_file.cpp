#include "support/temporary_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <vector>

#include "support/error.h"

namespace newsgraph {
namespace {

std::string temporary_folder() {
  const char* const folder = std::getenv("TMPDIR");
  return folder != nullptr && *folder != '\0' ? folder : "/tmp";
}

[[noreturn]] void fail(const std::string& folder, const std::string& name) {
  throw Error("cannot be copied to " + folder + " for reading: " + system_message(errno), name,
              "Unpack it first, or name a folder with more room in TMPDIR.");
}

FileDescriptor nameless_file(const std::string& folder, const std::string& name) {
  std::string path = folder + "/newsgraph-XXXXXX";
  FileDescriptor file(::mkostemp(path.data(), O_CLOEXEC));
  if (!file.open()) fail(folder, name);
  ::unlink(path.c_str());
  return file;
}

}  // namespace

FileDescriptor copy_to_temporary_file(Source& source, const std::string& name) {
  const std::string folder = temporary_folder();
  FileDescriptor file = nameless_file(folder, name);
  std::vector<char> block(std::size_t{1} << 16);
  for (std::size_t size; (size = source.read(block.data(), block.size())) > 0;) {
    for (std::size_t done = 0; done < size;) {
      const ssize_t written = ::write(file.get(), block.data() + done, size - done);
      if (written < 0 && errno != EINTR) fail(folder, name);
      if (written > 0) done += static_cast<std::size_t>(written);
    }
  }
  if (::lseek(file.get(), 0, SEEK_SET) != 0) fail(folder, name);
  return file;
}

}  // namespace newsgraph
