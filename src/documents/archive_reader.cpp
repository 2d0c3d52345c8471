// ZIP, tar and 7z: what is in them is read like the files of a folder, in the order of the archive.
#include <filesystem>
#include <set>
#include <string>

#include "documents/archive_source.h"
#include "documents/binary.h"
#include "documents/readers.h"
#include "documents/registry.h"
#include "support/archive.h"
#include "support/error.h"
#include "support/input_file.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

// Hidden files and folders, and what macOS puts beside each file.
bool is_hidden(const fs::path& path) {
  for (const fs::path& part : path) {
    const std::string name = part.string();
    if ((name.starts_with('.') && name != "." && name != "..") || name == "__MACOSX") return true;
  }
  return false;
}

class ArchiveReader {
 public:
  ArchiveReader(Input& input, ReadContext& context)
      : input_(input), context_(context), archive_(input, input.name()) {}

  void read() {
    ArchiveEntry entry;
    while (next(entry)) {
      ++count_;
      if (wanted(entry)) read_entry(entry);
      if (context_.exhausted()) context_.charge(0, input_.name());
    }
    if (count_ == 0) throw Error("is an empty archive", input_.name());
  }

 private:
  // What had been read before the damage stays.
  bool next(ArchiveEntry& entry) {
    if (archive_.damaged()) throw Error("the rest of the archive cannot be read", input_.name());
    return archive_.next(entry);
  }

  bool wanted(const ArchiveEntry& entry) {
    if (!entry.regular) return false;
    ReadReport& report = context_.report();
    if (is_hidden(entry.path)) {
      ++report.hidden;
      return false;
    }
    if (belongs_to_page(entry.path)) {
      ++report.ignored["_files"];
      return false;
    }
    if (!context_.from().empty() || known_extension(entry.path)) return true;
    const std::string extension = utf8::lower(fs::path(without_compression(entry.path)).extension().string());
    ++report.ignored[extension.empty() ? "(none)" : extension];
    return false;
  }

  // Browsers save the pictures and frames of "page.html" in "page_files".
  bool belongs_to_page(const std::string& path) {
    constexpr std::size_t kMostPages = 100'000;  // remembered
    const std::string folder = fs::path(path).parent_path().string();
    if (folder.ends_with("_files") && pages_.contains(folder.substr(0, folder.size() - 6))) return true;
    const std::string extension = utf8::lower(fs::path(path).extension().string());
    if ((extension == ".html" || extension == ".htm") && pages_.size() < kMostPages) {
      pages_.insert(path.substr(0, path.size() - extension.size()));
    }
    return false;
  }

  void read_entry(const ArchiveEntry& entry) {
    const std::string name = input_.name() + "/" + entry.path;
    if (entry.encrypted) {
      return context_.skip(input_.name(), name, "is encrypted. Unpack the archive with its password first");
    }
    try {
      const auto file = open_entry(archive_, name, context_);
      context_.read_nested(*file, entry.path, input_.name());
    } catch (const Error& error) {
      if (error.where() != name) throw;
      context_.skip(input_.name(), name, reason_of(error));
    }
  }

  Input& input_;
  ReadContext& context_;
  Archive archive_;
  std::set<std::string> pages_;
  std::size_t count_ = 0;
};

}  // namespace

void read_archive(Input& input, ReadContext& context) {
  constexpr std::size_t kStart = 4096;
  if (looks_like_workbook(input.peek(kStart)) || input.name().ends_with(".ods"))
    return read_workbook(input, context);
  ArchiveReader(input, context).read();
}

bool looks_like_archive(std::string_view start) {
  return (looks_like_zip(start) && foreign_office(start).empty()) || looks_like_tar(start) ||
         looks_like_7z(start);
}

}  // namespace newsgraph
