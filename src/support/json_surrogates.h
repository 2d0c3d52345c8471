// Half characters in JSON: programs that cut texts by UTF-16 units write "\ud83d" without its second half,
// which the grammar of JSON allows and no Unicode text can hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "support/source.h"

namespace newsgraph {

// Turns each \uD800 … \uDFFF that is not half of a pair into \uFFFD, which is as long, and adds to `mended`
// how many there were. Returns how many bytes are settled: all where the text ends here, else those before an
// escape or pair that the bytes break off in, which have to come again with what follows.
std::size_t mend_surrogates(std::span<char> json, bool ends_here, std::uint64_t& mended);

// Reads `json` so; `mended` must outlive the source.
std::unique_ptr<Source> mend_surrogates(std::unique_ptr<Source> json, std::uint64_t& mended);

}  // namespace newsgraph
