#include "cli/browser.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

namespace newsgraph::cli {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end != 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::vector<std::string> with_path(std::vector<std::string> command, const std::string& path) {
  bool placed = false;
  for (std::string& word : command) {
    const std::size_t at = word.find("%s");
    if (at == std::string::npos) continue;
    word.replace(at, 2, path);
    placed = true;
  }
  if (!placed) command.push_back(path);
  return command;
}

bool run(std::vector<std::string> command) {
  std::vector<char*> words;
  words.reserve(command.size() + 1);
  for (std::string& word : command) words.push_back(word.data());
  words.push_back(nullptr);
  pid_t child = 0;
  if (posix_spawnp(&child, words.front(), nullptr, nullptr, words.data(), environ) != 0) return false;
  int status = 0;
  while (waitpid(child, &status, 0) == -1)
    if (errno != EINTR) return false;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

std::vector<std::vector<std::string>> browser_commands(std::string_view browser, const std::string& path) {
  std::vector<std::vector<std::string>> commands;
  for (const std::string& entry : split(browser, ':'))
    if (std::vector<std::string> words = split(entry, ' '); !words.empty())
      commands.push_back(with_path(std::move(words), path));
  commands.push_back({"xdg-open", path});
  return commands;
}

bool open_in_browser(const std::string& path) {
  const char* browser = std::getenv("BROWSER");
  const auto commands = browser_commands(browser == nullptr ? "" : browser, path);
  return std::any_of(commands.begin(), commands.end(), run);
}

}  // namespace newsgraph::cli
