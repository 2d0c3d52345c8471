#include "documents/html_left_out.h"

#include <string>
#include <unordered_set>

#include "documents/html_blocks.h"
#include "documents/html_clutter.h"
#include "documents/html_names.h"
#include "documents/lines.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::size_t kShown = 200;  // bytes of a paragraph

bool is_code(const xmlNode* node) {
  if (!is_element(node)) return node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE;
  const std::string_view name = name_of(node);
  return name == "script" || name == "style" || name == "template" || name == "head";
}

std::string shown(const xmlNode* node) {
  const std::string element = "in <" + std::string(name_of(node)) + ">";
  for (const char* name : {"id", "class", "role"}) {
    const std::string value = attribute(node, name);
    if (!value.empty())
      return element + " with " + name + "=\"" + std::string(utf8::truncate(value, 80)) + "\"";
  }
  return element;
}

// The element around it that says that it is no text, else only that it is not of the article.
std::string reason_of(const HtmlBlock& block) {
  for (const xmlNode* node = block.node; node && is_element(node); node = node->parent) {
    if (is_never_text(node) || is_unseen(node) || is_chrome(node) || name_signs(node).clutter())
      return shown(node);
  }
  if (is_clutter_phrase(block.text)) return "a phrase of the page, not of the article";
  if (block.link_bytes * 2 > block.text.size()) return "mostly links";
  return "outside of the article: " + shown(block.node);
}

std::unordered_set<std::string_view> paragraphs_of(std::string_view text) {
  std::unordered_set<std::string_view> paragraphs;
  while (!text.empty()) paragraphs.insert(trimmed(take_line(text)));
  return paragraphs;
}

}  // namespace

std::vector<LeftOut> html_left_out(const HtmlPage& page, std::string_view title, std::string_view text) {
  if (!page.root()) return {};
  auto had = paragraphs_of(text);
  had.insert(title);
  std::vector<LeftOut> left_out;
  for (const HtmlBlock& block : html_blocks(page.root(), is_code)) {
    if (had.contains(block.text)) continue;
    left_out.push_back({std::string(utf8::truncate(block.text, kShown)), reason_of(block)});
  }
  return left_out;
}

}  // namespace newsgraph
