// Readers of articles and relation tables.
#pragma once

#include <string_view>

#include "documents/registry.h"

namespace newsgraph::fuzz {

// Reads `bytes` as this kind and checks what is handed on.
void read_articles(const ReaderRow& row, std::string_view bytes);
// Reads them as the program reads an input whose name does not tell: decompressed, decoded, recognised.
void run_input(std::string_view bytes);

}  // namespace newsgraph::fuzz
