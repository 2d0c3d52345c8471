// What the outputs that are files have in common.
#pragma once

#include <string>
#include <string_view>

#include "support/file_descriptor.h"

namespace newsgraph {

// Throws ClosedPipe for EPIPE, else Error: "`what`: No space left on device".
[[noreturn]] void fail_output(const std::string& name, const std::string& what, int error);

// All of `bytes`. Throws as fail_output(); `name` is for messages.
void write_all(int fd, std::string_view bytes, const std::string& name);

// Everything is on the disk, as far as its file system can say. Throws Error.
void sync_file(int fd, const std::string& name);

// Renames, so that the new name survives a power cut. Throws Error; then nothing is renamed.
void replace_file(const std::string& from, const std::string& to);

// Where symbolic links lead to, also where nothing is there yet. Throws Error where they lead in a circle.
std::string follow_links(const std::string& path);

}  // namespace newsgraph
