// The one exception of the program. It is caught once, in cli/entry.cpp.
#pragma once

#include <stdexcept>
#include <string>

namespace newsgraph {

// What went wrong, where, and what the user can do about it. `where` is "file", "file:line" or
// "file: byte N", or empty; `remedy` is a whole sentence, or empty.
class Error : public std::runtime_error {
 public:
  Error(std::string what, std::string where = {}, std::string remedy = {});

  const std::string& where() const noexcept { return where_; }
  const std::string& remedy() const noexcept { return remedy_; }
  // "where: what. remedy", as it is shown to the user.
  std::string message() const;

 private:
  std::string where_;
  std::string remedy_;
};

// The command line, the configuration or a schema file is wrong: exit code 2.
class UsageError : public Error {
 public:
  using Error::Error;
};

}  // namespace newsgraph
