#include "documents/html_main_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "documents/html_blocks.h"
#include "documents/html_clutter.h"
#include "documents/html_text.h"

namespace newsgraph {
namespace {

constexpr std::size_t kShortParagraph = 25;  // bytes; shorter ones do not score
constexpr std::size_t kShortArticle = 140;   // less text than this hardly is the article
constexpr double kMostLinks = 0.5;           // share of a paragraph's text

using Blocks = std::vector<HtmlBlock>;

double link_density(const HtmlBlock& block) {
  return static_cast<double>(block.link_bytes) / static_cast<double>(block.text.size());
}

bool is_heading(const HtmlBlock& block) {
  return block.element.size() == 2 && block.element[0] == 'h';
}

bool is_prose(const HtmlBlock& block) {
  return !is_heading(block) && block.text.size() >= kShortParagraph && link_density(block) <= kMostLinks;
}

std::size_t prose_bytes(const Blocks& blocks) {
  std::size_t bytes = 0;
  for (const HtmlBlock& block : blocks) bytes += is_prose(block) ? block.text.size() : 0;
  return bytes;
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view end : {".", "!", "?", "…", "”", "\"", "’", "'", ":", ")", "。"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

// Readability's score of one paragraph.
double paragraph_score(const HtmlBlock& block) {
  const auto commas = static_cast<double>(std::count(block.text.begin(), block.text.end(), ','));
  const double length = std::min(static_cast<double>(block.text.size()) / 100, 3.0);
  return (1 + commas + length) * (1 - link_density(block));
}

// The element whose paragraphs score best: in full for their parent, half for the next one up.
const xmlNode* best_container(const Blocks& blocks) {
  std::vector<std::pair<const xmlNode*, double>> scores;  // in document order, which decides ties
  std::unordered_map<const xmlNode*, std::size_t> places;
  const auto add = [&](const xmlNode* node, double score) {
    if (!node || !is_element(node)) return;
    const auto [place, added] = places.try_emplace(node, scores.size());
    if (added) scores.emplace_back(node, name_weight(node));
    scores[place->second].second += score;
  };
  for (const HtmlBlock& block : blocks) {
    if (!is_prose(block)) continue;
    // A <div> with bare text is its own container.
    const xmlNode* parent = block.element == "p" || block.element == "li" ? block.node->parent : block.node;
    add(parent, paragraph_score(block));
    if (parent) add(parent->parent, paragraph_score(block) / 2);
  }
  const auto best = std::max_element(scores.begin(), scores.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == scores.end() ? nullptr : best->first;
}

// 0: not marked as the article; else the stronger the mark, the less.
int mark_of(const xmlNode* node) {
  if (!is_element(node)) return 0;
  if (attribute(node, "itemprop").find("articleBody") != std::string::npos) return 1;
  if (name_of(node) == "article") return 2;
  return name_of(node) == "main" || attribute(node, "role") == "main" ? 3 : 0;
}

// The regions that the page marks, the strongest mark first.
std::vector<const xmlNode*> marked_regions(const xmlNode* root) {
  std::vector<std::pair<int, const xmlNode*>> marked;
  walk(
      root,
      [&](const xmlNode* node) {
        if (const int mark = mark_of(node)) marked.emplace_back(mark, node);
        return !is_never_text(node);
      },
      [](const xmlNode*) {});
  std::stable_sort(marked.begin(), marked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const xmlNode*> regions;
  // Lists of articles mark hundreds; an article is among the first.
  constexpr std::size_t kMost = 50;
  for (const auto& [mark, node] : marked) {
    if (regions.size() < kMost) regions.push_back(node);
  }
  return regions;
}

bool left_out(const xmlNode* node) {
  return is_never_text(node) || is_named_clutter(node);
}

// The marked region that holds most of the page's prose, else the best container's, else everything.
Blocks choose_blocks(const xmlNode* root) {
  const Blocks all = html_blocks(root, left_out);
  const std::size_t enough = std::max(kShortArticle, prose_bytes(all) / 3);
  for (const xmlNode* region : marked_regions(root)) {
    Blocks blocks = html_blocks(region, left_out);
    if (prose_bytes(blocks) >= enough) return blocks;
  }
  if (const xmlNode* container = best_container(all)) {
    Blocks blocks = html_blocks(container, left_out);
    if (prose_bytes(blocks) >= kShortArticle) return blocks;
  }
  return prose_bytes(all) >= kShortArticle ? all : html_blocks(root, is_never_text);
}

bool is_article_text(const HtmlBlock& block, const std::string& title) {
  if (block.text == title || link_density(block) > kMostLinks || is_clutter_phrase(block.text)) return false;
  if (is_heading(block) || block.element == "p" || block.element == "blockquote" || block.element == "pre")
    return true;
  return block.text.size() >= kShortParagraph && ends_sentence(block.text);
}

std::string join(const Blocks& blocks, const std::string& title) {
  std::string text;
  std::string heading;  // kept back until text follows it
  for (const HtmlBlock& block : blocks) {
    if (!is_article_text(block, title)) continue;
    if (is_heading(block)) {
      heading = block.text;
      continue;
    }
    for (const std::string& part : {std::exchange(heading, {}), block.text}) {
      if (!part.empty()) text += (text.empty() ? "" : "\n\n") + part;
    }
  }
  return text;
}

}  // namespace

std::string html_main_text(const HtmlPage& page, const std::string& title) {
  return page.root() ? join(choose_blocks(page.root()), title) : "";
}

std::string html_fragment_text(std::string_view html) {
  const HtmlPage page(html);
  if (!page.root()) return {};
  std::string text;
  for (const HtmlBlock& block : html_blocks(page.root(), is_never_text)) {
    text += (text.empty() ? "" : "\n\n") + block.text;
  }
  return text;
}

}  // namespace newsgraph
