#include "documents/input_list.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "documents/registry.h"
#include "support/input_file.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

using FileId = std::pair<dev_t, ino_t>;

// Walks folders; remembers what was seen, so that links in a circle end.
class Lister {
 public:
  Lister(const ReadOptions& options, ReadReport& report) : options_(options), report_(report) {}

  void add_named(const std::string& path) {
    struct stat status {};
    if (path == "-" || ::stat(path.c_str(), &status) != 0) return add_file(path, true);
    if (S_ISDIR(status.st_mode)) {
      root_ = path.ends_with('/') ? path : path + '/';
      return add_folder(path);
    }
    // Pipes are named, too: <(…) of the shell. The same file twice is one.
    if (!S_ISREG(status.st_mode) || seen_.insert({status.st_dev, status.st_ino}).second) add_file(path, true);
  }

  std::vector<InputPath> take() { return std::move(files_); }

 private:
  void add_file(const std::string& path, bool named) {
    const bool inside = !named && path.starts_with(root_);
    const std::string within = inside ? path.substr(root_.size()) : fs::path(path).filename().string();
    files_.push_back({path, within, named});
  }

  void add_folder(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !seen_.insert({status.st_dev, status.st_ino}).second) return;
    std::error_code failure;
    std::vector<std::string> entries;
    for (fs::directory_iterator entry(path, failure), end; !failure && entry != end;
         entry.increment(failure)) {
      entries.push_back(entry->path().string());
    }
    if (failure) report_.skipped.push_back({path, "the folder cannot be read: " + failure.message()});
    std::sort(entries.begin(), entries.end());
    for (const std::string& entry : entries) add_entry(entry, entries);
  }

  void add_entry(const std::string& path, const std::vector<std::string>& siblings) {
    if (fs::path(path).filename().string().starts_with('.')) {
      ++report_.hidden;
      return;
    }
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return add_file(path, false);  // named when it cannot be opened
    if (S_ISDIR(status.st_mode)) {
      if (!belongs_to_page(path, siblings)) add_folder(path);
    } else if (!S_ISREG(status.st_mode)) {
      report_.skipped.push_back({path, "is not a regular file"});
    } else if (wanted(path) && seen_.insert({status.st_dev, status.st_ino}).second) {
      add_file(path, false);
    }
  }

  // Browsers save the pictures and frames of "page.html" in "page_files".
  bool belongs_to_page(const std::string& path, const std::vector<std::string>& siblings) {
    constexpr std::string_view kSuffix = "_files";
    if (!path.ends_with(kSuffix)) return false;
    const std::string page = path.substr(0, path.size() - kSuffix.size());
    const bool page_is_there = std::binary_search(siblings.begin(), siblings.end(), page + ".html") ||
                               std::binary_search(siblings.begin(), siblings.end(), page + ".htm");
    if (page_is_there) ++report_.ignored["_files"];
    return page_is_there;
  }

  bool wanted(const std::string& path) {
    if (options_.from.empty() && fs::path(path).filename() == "decisions.jsonl")
      return false;  // docs/decisions.md
    if (!options_.from.empty() || known_extension(path)) return true;
    const std::string extension = utf8::lower(fs::path(without_compression(path)).extension().string());
    ++report_.ignored[extension.empty() ? "(none)" : extension];
    return false;
  }

  const ReadOptions& options_;
  ReadReport& report_;
  std::string root_;  // the folder that was named, with a slash
  std::vector<InputPath> files_;
  std::set<FileId> seen_;
};

}  // namespace

std::vector<InputPath> list_inputs(const std::vector<std::string>& inputs, const ReadOptions& options,
                                   ReadReport& report) {
  Lister lister(options, report);
  for (const std::string& input : inputs) lister.add_named(input);
  std::vector<InputPath> files = lister.take();
  if (options.sort_inputs) {
    std::sort(files.begin(), files.end(),
              [](const InputPath& a, const InputPath& b) { return a.path < b.path; });
  }
  return files;
}

}  // namespace newsgraph
