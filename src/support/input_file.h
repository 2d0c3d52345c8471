// Opens inputs: files and standard input, decompressed on the way.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include "support/limits.h"
#include "support/source.h"

namespace newsgraph {

// Opens a file, or standard input where `path` is "-". Gzip, Zstandard, xz and bzip2 are recognised by
// their first bytes and decompressed; a name that ends as theirs do over other bytes is an error. Counts the
// bytes read from the disk, before decompression, in `raw_bytes` where it is given. Throws Error where the
// path is no readable file or is neither a regular file nor a pipe given by name.
std::unique_ptr<Input> open_input(const std::string& path, const Limits& limits = {},
                                  std::atomic<std::uint64_t>* raw_bytes = nullptr);

// The same over bytes from elsewhere, which messages call `name`.
std::unique_ptr<Input> open_source(std::unique_ptr<Source> source, const std::string& name,
                                   const Limits& limits = {});

// Whole, decompressed. Throws Error where it is more than limits.document_bytes.
std::string read_file(const std::string& path, const Limits& limits = {});

// The name without ".gz", ".zst", ".xz" or ".bz2".
std::string without_compression(const std::string& path);

// Size on disk; 0 where that is not known.
std::uint64_t file_size(const std::string& path) noexcept;

}  // namespace newsgraph
