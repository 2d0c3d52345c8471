#include "support/file_descriptor.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace newsgraph {

FileDescriptor::~FileDescriptor() {
  close();
}

int FileDescriptor::close() {
  if (fd_ < 0) return 0;
  // The descriptor is gone even where close() fails; trying again could close somebody else's.
  return ::close(std::exchange(fd_, -1)) == 0 ? 0 : errno;
}

std::string system_message(int error) {
  return std::generic_category().message(error);
}

}  // namespace newsgraph
