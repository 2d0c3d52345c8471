// Appends decisions to a file, each line at once and on the disk before it counts: a program that is killed
// between two keys has lost nothing.
#pragma once

#include <string>

#include "decisions/decision.h"
#include "support/file_descriptor.h"

namespace newsgraph {

class DecisionLog {
 public:
  // Opens the file, which is made where it is missing. Throws Error where it cannot be appended to, or
  // another program is appending to it.
  explicit DecisionLog(const std::string& path);

  // Throws Error where the line could not be written.
  void append(const Decision& decision);

 private:
  std::string path_;
  FileDescriptor file_;
};

}  // namespace newsgraph
