#include "documents/html_region.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

namespace newsgraph {
namespace {

constexpr std::size_t kShortArticle = 140;  // bytes; less text than this hardly is the article

// Share of the page's prose that a mark needs to be believed, by its rank.
constexpr std::array kShares = {0.0, 0.2, 0.3, 0.35, 0.4};

// "post-1234", "col-8"; "css-1x7w5e2" is a name that a program made.
bool numbers(std::string_view name) {
  const auto digit = name.find_first_of("0123456789");
  return digit != std::string_view::npos &&
         name.find_first_not_of("0123456789", digit) == std::string_view::npos;
}

// By which elements of one kind are told: name and classes, without those that number.
std::string signature(const PageElement& element) {
  std::string kind(name_of(element.node));
  const std::string names = attribute(element.node, "class");
  for (std::size_t at = 0; at < names.size();) {
    const auto end = std::min(names.find(' ', at), names.size());
    const std::string name = names.substr(at, end - at);
    if (!numbers(name)) kind += " " + name;
    at = end + 1;
  }
  return kind;
}

// The elements with this mark, none inside another.
std::vector<std::size_t> marked(const PageOutline& page, int mark) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < page.elements().size(); ++i) {
    const PageElement& element = page.elements()[i];
    if (element.mark != mark || element.out || page.prose(i) == 0) continue;
    if (found.empty() || !page.inside(i, found.back())) found.push_back(i);
  }
  return found;
}

std::size_t prose_of(const PageOutline& page, const std::vector<std::size_t>& elements) {
  std::size_t bytes = 0;
  for (const std::size_t element : elements) bytes += page.prose(element);
  return bytes;
}

// Of articles under headlines of their own, as pages that scroll without end have them, those under the
// page's.
std::vector<std::size_t> below_headline(const PageOutline& page, const std::vector<std::size_t>& elements) {
  if (page.headline() == page.blocks().size() || page.blocks()[page.headline()].heading != 1) return elements;
  std::vector<std::size_t> headlines_before(1, 0);
  for (const PageBlock& block : page.blocks()) {
    headlines_before.push_back(headlines_before.back() + (block.heading == 1 && !block.out ? 1 : 0));
  }
  std::vector<std::size_t> below;
  for (const std::size_t element : elements) {
    const std::size_t end = page.elements()[element].end_block;
    if (headlines_before[end] == headlines_before[page.headline() + 1]) below.push_back(element);
  }
  return prose_of(page, below) >= kShortArticle ? below : elements;
}

// One article, or all of its kind: the posts of a forum, the entries of a live blog.
std::vector<std::size_t> best_marked(const PageOutline& page, const std::vector<std::size_t>& candidates) {
  std::size_t best = candidates[0];
  for (const std::size_t element : candidates) {
    if (page.prose(element) > page.prose(best)) best = element;
  }
  const std::string kind = signature(page.elements()[best]);
  std::vector<std::size_t> alike;
  for (const std::size_t element : candidates) {
    if (signature(page.elements()[element]) == kind) alike.push_back(element);
  }
  alike = below_headline(page, alike);
  constexpr double kMostOfThem = 0.6;
  const bool one =
      static_cast<double>(page.prose(best)) >= kMostOfThem * static_cast<double>(prose_of(page, alike));
  return one ? std::vector<std::size_t>{best} : alike;
}

// An article around a part of it that is marked, too, where the part is the lesser one.
void widen_to_article(const PageOutline& page, std::vector<std::size_t>& elements) {
  const std::size_t held = prose_of(page, elements);
  for (std::size_t at = elements.front(); at != page.elements()[at].parent;) {
    at = page.elements()[at].parent;
    const PageElement& around = page.elements()[at];
    if (around.mark != 3 || around.out || page.prose(at) < 2 * held) continue;
    elements = {at};
    return;
  }
}

bool has_headline(const PageOutline& page, std::size_t element) {
  constexpr std::size_t kNear = 6;  // blocks
  const PageElement& at = page.elements()[element];
  return page.headline() < at.end_block && page.headline() + kNear >= at.first_block;
}

// Where each paragraph is marked, what they stand in holds the lists and tables between them, too.
void join_paragraphs(const PageOutline& page, std::vector<std::size_t>& elements) {
  if (elements.size() < 3) return;
  std::size_t blocks = 0;
  for (const std::size_t at : elements)
    blocks += page.elements()[at].end_block - page.elements()[at].first_block;
  if (2 * blocks > 3 * elements.size()) return;
  std::size_t around = elements.front();
  while (around != 0 && !page.inside(elements.back(), around)) around = page.elements()[around].parent;
  const std::size_t held = prose_of(page, elements);
  if (!page.elements()[around].out && 3 * page.prose(around) <= 4 * held) elements = {around};
}

double paragraph_score(const PageBlock& block) {
  auto commas = static_cast<double>(std::count(block.text.begin(), block.text.end(), ','));
  for (auto at = block.text.find("，"); at != std::string::npos; at = block.text.find("，", at + 1)) ++commas;
  const double length = std::min(static_cast<double>(block.text.size()) / 100, 3.0);
  return (1 + commas + length) * (1 - block.link_share());
}

bool holds_one_block(const PageElement& element) {
  return element.end_block - element.first_block == 1;
}

// What holds a paragraph together with others: what wraps one paragraph alone, or a list, holds none.
std::size_t container_of(const PageOutline& page, const PageBlock& block) {
  const auto parent = [&](std::size_t at) { return page.elements()[at].parent; };
  std::size_t at = block.element;
  const std::string_view name = block.name;
  // A <div> with several lines of bare text is its own container, and so is a cell of a table.
  if (name == "td" || name == "th" || (name != "p" && name != "li" && !holds_one_block(page.elements()[at])))
    return at;
  while (at != parent(at) && holds_one_block(page.elements()[parent(at)])) at = parent(at);
  at = parent(at);
  const std::string_view around = name_of(page.elements()[at].node);
  return around == "ul" || around == "ol" ? parent(at) : at;
}

// The element whose paragraphs score best: in full for their parent, half for the next one up.
std::size_t best_container(const PageOutline& page, std::size_t top) {
  std::vector<double> scores(page.elements().size(), 0);
  for (const PageBlock& block : page.blocks()) {
    if (block.out || !is_prose(block) || !page.inside(block.element, top)) continue;
    const std::size_t container = container_of(page, block);
    if (!page.inside(container, top)) continue;
    scores[container] += paragraph_score(block);
    const std::size_t above = page.elements()[container].parent;
    if (above != container && page.inside(above, top)) scores[above] += paragraph_score(block) / 2;
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  return *best > 0 ? static_cast<std::size_t>(best - scores.begin()) : top;
}

double link_share(const PageOutline& page, std::size_t of) {
  std::size_t bytes = 0;
  std::size_t links = 0;
  for (std::size_t i = page.elements()[of].first_block; i < page.elements()[of].end_block; ++i) {
    if (page.blocks()[i].out) continue;
    bytes += page.blocks()[i].text.size();
    links += page.blocks()[i].link_bytes;
  }
  return bytes == 0 ? 0 : static_cast<double>(links) / static_cast<double>(bytes);
}

std::size_t prose_blocks(const PageOutline& page, const PageElement& element) {
  std::size_t count = 0;
  for (std::size_t i = element.first_block; i < element.end_block; ++i) {
    count += !page.blocks()[i].out && is_prose(page.blocks()[i]) ? 1 : 0;
  }
  return count;
}

// Several lines that are nothing but links.
bool is_teaser_list(const PageOutline& page, const PageElement& element) {
  int lines = 0;
  for (std::size_t i = element.first_block; i < element.end_block; ++i) {
    lines += !page.blocks()[i].out && page.blocks()[i].link_share() > 0.8 ? 1 : 0;
  }
  return lines >= 3;
}

// Where something stands: in a region that the page marks, next to the best container, or farther away.
enum class Beside { kInside, kNear, kFar };

// Whether what stands beside the best container is more of the same.
bool is_alike(const PageOutline& page, std::size_t other, std::size_t best, std::size_t held, Beside beside) {
  const PageElement& element = page.elements()[other];
  if (element.out || page.prose(other) == 0) return false;
  const std::string kind = signature(element);
  const bool same = kind == signature(page.elements()[best]);
  if (same && kind.find(' ') != std::string::npos) return true;
  const double links = link_share(page, other);
  if (links >= (beside == Beside::kInside && !is_teaser_list(page, element) ? 0.35 : 0.2)) return false;
  if (beside == Beside::kInside) return true;
  constexpr std::size_t kParagraph = 80;
  // Columns of a layout differ by numbers only ("col-8", "col-4"): these are no names.
  if (same && attribute(element.node, "class").empty() && page.prose(other) >= kParagraph) return true;
  if (prose_blocks(page, element) > 1 && page.prose(other) * 5 >= held && held > 0) return true;
  // A single paragraph.
  if (beside != Beside::kNear) return false;
  if (element.end_block != element.first_block + 1) return false;
  const PageBlock& block = page.blocks()[element.first_block];
  return block.text.size() >= kParagraph && block.link_share() < 0.25 && ends_sentence(block.text);
}

std::vector<std::size_t> children_of(const PageOutline& page, std::size_t parent) {
  std::vector<std::size_t> children;
  for (std::size_t i = parent + 1; i < page.elements()[parent].end; i = page.elements()[i].end)
    children.push_back(i);
  return children;
}

// Climbs while what stands beside holds more of the article.
std::vector<std::size_t> with_alike(const PageOutline& page, std::size_t best, std::size_t top) {
  constexpr int kLevels = 8;
  std::vector<std::size_t> elements{best};
  std::size_t at = best;
  for (int level = 0; level < kLevels && at != top; ++level) {
    const std::size_t parent = page.elements()[at].parent;
    const std::size_t held = prose_of(page, elements);
    std::vector<std::size_t> wider;
    for (const std::size_t child : children_of(page, parent)) {
      if (child == at) {
        wider.insert(wider.end(), elements.begin(), elements.end());
      } else if (is_alike(page, child, at, held,
                          top > 0      ? Beside::kInside
                          : level == 0 ? Beside::kNear
                                       : Beside::kFar)) {
        wider.push_back(child);
      }
    }
    elements = std::move(wider);
    at = parent;
  }
  return elements;
}

// Below the headline a short article may stand among long ones about something else; but these are teasers,
// and not the text that belongs to the headline.
bool is_short_article(const PageOutline& page, const std::vector<std::size_t>& elements, double share) {
  constexpr double kBelowHeadline = 0.4;
  const auto held = static_cast<double>(prose_of(page, elements));
  if (!has_headline(page, elements[0]) || held < kBelowHeadline * share) return false;
  const std::size_t other = best_container(page, 0);
  const bool elsewhere =
      std::none_of(elements.begin(), elements.end(), [&](std::size_t at) { return page.inside(other, at); });
  return !elsewhere || link_share(page, other) >= 0.1 ||
         2 * static_cast<double>(page.prose(other)) < 3 * held;
}

// "content", "main": columns beside the article may be in it.
std::vector<std::size_t> narrowed(const PageOutline& page, std::size_t region) {
  std::vector<std::size_t> elements = with_alike(page, best_container(page, region), region);
  constexpr double kMost = 0.5;
  const bool most =
      static_cast<double>(prose_of(page, elements)) >= kMost * static_cast<double>(page.prose(region));
  return most ? elements : std::vector<std::size_t>{region};
}

}  // namespace

ArticleRegion find_article(const PageOutline& page) {
  const std::size_t total = page.prose(0);
  for (int mark = 1; mark < static_cast<int>(kShares.size()); ++mark) {
    const std::vector<std::size_t> candidates = marked(page, mark);
    if (candidates.empty()) continue;
    std::vector<std::size_t> elements = best_marked(page, candidates);
    const std::size_t held = prose_of(page, elements);
    const double share = kShares[static_cast<std::size_t>(mark)] * static_cast<double>(total);
    if (held < kShortArticle) continue;
    if (static_cast<double>(held) < share && !is_short_article(page, elements, share)) continue;
    join_paragraphs(page, elements);
    if (mark < 3) widen_to_article(page, elements);
    if (mark == 4 && elements.size() == 1) elements = narrowed(page, elements[0]);
    return {std::move(elements), true};
  }
  return {with_alike(page, best_container(page, 0), 0), false};
}

}  // namespace newsgraph
