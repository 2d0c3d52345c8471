// Runs targets over kept inputs, without a fuzzer: `replay --list`, or `replay TARGET FILE-OR-FOLDER...`.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "targets.h"

namespace {

namespace fs = std::filesystem;
using newsgraph::fuzz::Target;

std::vector<fs::path> files_of(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(path)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// False where it was refused.
bool replay(const Target& target, const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  file.exceptions(std::ios::badbit);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  std::cout << path.filename().string() << std::endl;  // seen before a crash
  return newsgraph::fuzz::run(target, bytes);
}

// False for a folder of which every input is refused: what lies behind the first check is not tried then.
bool replay_all(const Target& target, const fs::path& path) {
  const std::vector<fs::path> files = files_of(path);
  const auto taken = std::ranges::count_if(files, [&](const fs::path& file) { return replay(target, file); });
  std::cout << files.size() << " inputs, " << taken << " of them taken\n";
  return taken > 0 || !fs::is_directory(path);
}

int list() {
  for (const Target& target : newsgraph::fuzz::targets()) std::cout << target.name << '\n';
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments == std::vector<std::string>{"--list"}) return list();
  const Target* target = arguments.size() < 2 ? nullptr : newsgraph::fuzz::find_target(arguments[0]);
  if (target == nullptr) {
    std::cerr << "usage: replay --list | replay TARGET FILE-OR-FOLDER...\n";
    return 2;
  }
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    if (!replay_all(*target, arguments[i])) return 1;
  }
  return 0;
}
