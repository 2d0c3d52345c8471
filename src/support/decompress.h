// Decompression, block by block.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "support/source.h"

namespace newsgraph {

// The first two read several members or frames one after the other, as the command line tools do, and throw
// Error where the data is damaged or ends early. `name` is for messages.
std::unique_ptr<Source> decompress_gzip(std::unique_ptr<Source> source, const std::string& name);
std::unique_ptr<Source> decompress_zstd(std::unique_ptr<Source> source, const std::string& name);

// The "deflate" of HTTP: with zlib's header, or, as some servers send it, without. `bytes` outlive the
// source.
std::unique_ptr<Source> decompress_deflate(std::string_view bytes, const std::string& name);

// Brotli, as servers send pages; in a build without its library an Error that says so. Throws Error, here or
// while reading, where the data is damaged, ends early or has something behind it.
std::unique_ptr<Source> decompress_brotli(std::unique_ptr<Source> source, const std::string& name);

}  // namespace newsgraph
