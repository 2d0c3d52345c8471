// A page cut into the paragraphs that a reader sees.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/html_page.h"

namespace newsgraph {

struct HtmlBlock {
  std::string text;               // one line
  std::size_t link_bytes = 0;     // of the text, inside links
  std::size_t links = 0;          // of which there are so many
  std::string_view name;          // "p", "h2", "li", "div"; what the text stands in
  const xmlNode* node = nullptr;  // that element
};

// The paragraphs inside `root` in document order, without what `left_out` says.
std::vector<HtmlBlock> html_blocks(const xmlNode* root, const std::function<bool(const xmlNode*)>& left_out);

// Elements that do not interrupt a line of text.
bool is_inline(const xmlNode* node);

}  // namespace newsgraph
