// Archives of files (ZIP, tar, 7z) and the compressions beside gzip and Zstandard, through libarchive: as a
// stream, but for 7z, whose list of files is at its end.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "support/source.h"

namespace newsgraph {

// Whether `start`, the first kilobytes, is such an archive.
bool looks_like_zip(std::string_view start);
bool looks_like_tar(std::string_view start);
bool looks_like_7z(std::string_view start);

// A file inside an archive.
struct ArchiveEntry {
  std::string path;      // valid UTF-8 without control characters, as the archive has it: "news/a.html"
  bool regular = false;  // no folder, link or device
  bool encrypted = false;
};

class Archive {
 public:
  // `input` outlives it; `name` is for messages. A 7z archive is first copied to a file that has no name, in
  // the folder for temporary files ($TMPDIR, or /tmp), where it is no longer than the limits of `input`
  // allow.
  Archive(Input& input, std::string name);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  // The next file; false at the end. Throws Error where the archive is damaged or ends early: nothing more of
  // it can be read.
  bool next(ArchiveEntry& entry);
  // Bytes of the current file, as Source has it. An Error is about this file only, if damaged() is false.
  std::size_t read(char* bytes, std::size_t size);
  bool damaged() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// xz and bzip2, by their first bytes; several streams in a row are one, as the command
// line tools have it. Throws Error where the data is damaged or ends early.
bool is_compressed(std::string_view start);
std::unique_ptr<Source> decompress_other(std::unique_ptr<Source> source, const std::string& name);

}  // namespace newsgraph
