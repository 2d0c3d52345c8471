#include "decisions/decision_log.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "decisions/decision_json.h"
#include "support/error.h"
#include "support/output_file.h"

namespace newsgraph {
namespace {

// What a person typed last may lack its line end.
bool ends_within_line(int fd, const std::string& path) {
  struct stat status {};
  if (::fstat(fd, &status) != 0) fail_output(path, "cannot be read", errno);
  char last = '\n';
  if (status.st_size > 0 && ::pread(fd, &last, 1, status.st_size - 1) != 1)
    fail_output(path, "cannot be read", errno);
  return last != '\n';
}

}  // namespace

DecisionLog::DecisionLog(const std::string& path)
    : path_(path), file_(::open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0666)) {
  if (!file_.open()) fail_output(path, "cannot be appended to", errno);
  if (::flock(file_.get(), LOCK_EX | LOCK_NB) != 0) {
    throw Error("another program is appending to it", path, "Wait for it to end, or name another file.");
  }
  if (ends_within_line(file_.get(), path)) write_all(file_.get(), "\n", path);
}

void DecisionLog::append(const Decision& decision) {
  write_all(file_.get(), decision_to_json(decision) + "\n", path_);
  sync_file(file_.get(), path_);
}

}  // namespace newsgraph
