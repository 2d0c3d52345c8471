// The registry of formats: one row a format. Help, documentation and the contract tests go through it.
#pragma once

#include <span>
#include <string_view>

#include "formats/base/format.h"

namespace newsgraph {

std::span<const Format> formats();
// Null where there is none.
const Format* find_format(std::string_view name);
const Format* format_of_file(std::string_view path);  // ignores a final .gz or .zst
const Format* recognize_format(std::string_view head);

// Throws Error where this build cannot write the format; for callers that want to know before they work.
void require_available(const Format& format);

// Writes one part. Throws Error where this build cannot, and UsageError for a flavor that the format does not
// have.
void write_part(const Format& format, const Part& part, const Graph& graph, Sink& sink,
                const ExportOptions& options, Losses& losses);

}  // namespace newsgraph
