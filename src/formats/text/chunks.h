// A long list, formatted in parts by several threads and written in order.
#pragma once

#include <cstddef>
#include <functional>

#include "formats/text/escape.h"
#include "formats/text/text_buffer.h"

namespace newsgraph {

// Appends the items number `begin` to `end` - 1 to the text. Called from several threads at once.
using FormatItems =
    std::function<void(std::size_t begin, std::size_t end, TextBuffer& out, LossCounts& counts)>;

// Formats `count` items with at most `jobs` threads and writes them; the bytes do not depend on `jobs`. A
// thread that has formatted a part waits for its turn and writes it while the others go on, so that only
// one part a thread is in memory. The first exception that formatting or writing throws ends the rest and
// comes out of here.
void write_in_chunks(std::size_t count, unsigned jobs, Sink& sink, LossCounts& counts,
                     const FormatItems& format);

}  // namespace newsgraph
