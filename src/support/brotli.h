// Brotli, as servers send pages, through its library; where newsgraph was built without it, with an error
// that says so.
#pragma once

#include <memory>
#include <string>

#include "support/source.h"

namespace newsgraph {

// Throws Error, here or while reading, where the data is damaged, ends early or has something behind it.
// `name` is for messages.
std::unique_ptr<Source> decompress_brotli(std::unique_ptr<Source> source, const std::string& name);

}  // namespace newsgraph
