#include "documents/html_blocks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "documents/lines.h"

namespace newsgraph {
namespace {

constexpr std::array kInline = std::to_array<std::string_view>(
    {"a",      "button", "abbr", "acronym", "b",    "bdi", "bdo",  "big", "cite", "code", "data",  "del",
     "dfn",    "em",     "font", "i",       "ins",  "kbd", "mark", "q",   "s",    "samp", "small", "span",
     "strike", "strong", "sub",  "sup",     "time", "tt",  "u",    "var", "wbr",  "ruby", "rt",    "rp"});

// A mark in the page, or a link to one, is no link: headings have them.
bool is_link(const xmlNode* node) {
  if (name_of(node) != "a") return false;
  const std::string target = attribute(node, "href");
  if (target.empty()) return attribute(node, "name").empty() && attribute(node, "id").empty();
  return target[0] != '#' || target.size() == 1;
}

class Builder {
 public:
  bool enter(const xmlNode* node) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) add_text(node);
    if (!is_element(node)) return false;
    if (name_of(node) == "br") {
      add_break();
    } else if (is_link(node)) {
      ++links_;
      ++link_count_;
    } else if (!is_inline(node)) {
      flush();
      elements_.push_back(node);
    }
    return true;
  }

  void leave(const xmlNode* node) {
    if (!is_element(node) || name_of(node) == "br") return;
    if (is_link(node)) {
      --links_;
    } else if (!is_inline(node)) {
      flush();
      elements_.pop_back();
    }
  }

  std::vector<HtmlBlock> take() {
    flush();
    return std::move(blocks_);
  }

 private:
  void add_text(const xmlNode* node) {
    const std::size_t before = line_.size();
    append_collapsed(line_, view_of(node->content));
    if (line_.size() > before + (line_.ends_with(' ') ? 1 : 0)) breaks_ = 0;
    if (links_ > 0) link_bytes_ += line_.size() - before;
  }

  // Two line breaks in a row make a paragraph, as old pages have them.
  void add_break() {
    if (++breaks_ == 2) return flush();
    append_collapsed(line_, " ");
  }

  void flush() {
    const std::string_view text = trimmed(line_);
    if (!text.empty() && !elements_.empty()) {
      blocks_.push_back({std::string(text), std::min(link_bytes_, text.size()), link_count_,
                         name_of(elements_.back()), elements_.back()});
    }
    line_.clear();
    link_bytes_ = 0;
    link_count_ = 0;
    breaks_ = 0;
  }

  std::vector<HtmlBlock> blocks_;
  std::vector<const xmlNode*> elements_;  // that are open and not inline
  std::string line_;
  std::size_t link_bytes_ = 0;
  std::size_t links_ = 0;       // that are open
  std::size_t link_count_ = 0;  // of the line
  std::size_t breaks_ = 0;
};

}  // namespace

bool is_inline(const xmlNode* node) {
  return std::find(kInline.begin(), kInline.end(), name_of(node)) != kInline.end();
}

std::vector<HtmlBlock> html_blocks(const xmlNode* root, const std::function<bool(const xmlNode*)>& left_out) {
  Builder builder;
  walk(
      root, [&](const xmlNode* node) { return !left_out(node) && builder.enter(node); },
      [&](const xmlNode* node) { builder.leave(node); });
  return builder.take();
}

}  // namespace newsgraph
