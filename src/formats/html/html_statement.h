// A statement as the page reads it.
#pragma once

#include <cstdint>
#include <vector>

#include "formats/text/json_writer.h"
#include "graph/view.h"

namespace newsgraph {

// As write_statement() does, but for the document, which is a number, and with "marks": where arguments and
// trigger stand in "text", [begin, end, role] in UTF-16 units, as JavaScript counts.
void write_page_statement(JsonWriter& json, const StatementView& statement, std::uint32_t document);

// Places of the `most` statements of highest confidence, in their order.
std::vector<std::size_t> best_statements(const EdgeView& edge, std::size_t most);

// UTF-16 units of the text, where a broken sequence is one U+FFFD.
std::size_t utf16_length(std::string_view text);

}  // namespace newsgraph
