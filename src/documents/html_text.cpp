#include "documents/html_text.h"

#include <utility>

#include "documents/html_blocks.h"
#include "documents/html_clutter.h"
#include "documents/html_outline.h"
#include "documents/html_paragraphs.h"
#include "documents/html_region.h"

namespace newsgraph {
namespace {

constexpr std::size_t kEnough = 1000;  // bytes of text: more cannot be what stands below an article
constexpr std::size_t kThin = 250;     // bytes: less may be too little
constexpr std::size_t kNothing = 80;   // bytes: less is none

struct Attempt {
  std::string text;
  bool marked = false;
};

Attempt attempt(PageOutline& page, Strictness strictness, const std::string& title) {
  page.judge(strictness);
  const ArticleRegion region = find_article(page);
  return {article_paragraphs(page, region, title), region.marked};
}

// Where a page lists what stands elsewhere: all that it marks at all.
ArticleRegion listed_region(const PageOutline& page) {
  for (std::size_t i = 0; i < page.elements().size(); ++i) {
    const PageElement& element = page.elements()[i];
    const bool most = 2 * (element.end_block - element.first_block) > page.blocks().size();
    if (element.mark > 2 && !element.out && element.end_block > element.first_block && most)
      return {{i}, true};
  }
  return {{0}, false};
}

// A little text, from a place that the page does not mark, may be what stands below an article.
bool is_better(const Attempt& other, const Attempt& than) {
  if (than.text.size() < kThin) return other.text.size() > 2 * than.text.size();
  return !than.marked && than.text.size() < kEnough && other.text.size() > 3 * than.text.size();
}

}  // namespace

std::string html_main_text(const HtmlPage& html, const std::string& title, PageKind kind) {
  if (!html.root()) return {};
  PageOutline page(html.root(), title, kind);
  if (page.elements().empty()) return {};
  Attempt best = attempt(page, Strictness::kStrict, title);
  if (best.text.size() < kEnough && !(best.marked && best.text.size() >= kThin)) {
    Attempt lax = attempt(page, Strictness::kLax, title);
    if (is_better(lax, best)) best = std::move(lax);
  }
  if (best.text.size() < kNothing) {
    page.judge(Strictness::kStrict);
    std::string listed = article_paragraphs(page, listed_region(page), title, LinkedText::kText);
    if (listed.size() > 3 * best.text.size()) best.text = std::move(listed);
  }
  if (best.text.size() < kNothing) {
    Attempt everything = attempt(page, Strictness::kEverything, title);
    if (everything.text.size() > 2 * best.text.size()) best = std::move(everything);
  }
  return best.text;
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
