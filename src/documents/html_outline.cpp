#include "documents/html_outline.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "documents/html_clutter.h"
#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::size_t kShortParagraph = 25;  // bytes; shorter ones are no prose

// schema.org's words, as microdata or as sites use them in attributes of their own.
bool is_marked_body(const xmlNode* node) {
  constexpr std::array kAttributes = std::to_array<std::string_view>(
      {"itemprop", "property", "name", "data-testid", "data-qa", "data-component"});
  for (const xmlAttr* own = node->properties; own; own = own->next) {
    const std::string_view name = view_of(own->name);
    if (std::find(kAttributes.begin(), kAttributes.end(), name) == kAttributes.end()) continue;
    const std::string value = attribute_value(own);
    if (value.find("articleBody") != std::string::npos || value == "article-body") return true;
  }
  return false;
}

// "article", "main", "articleBody": what the page itself says.
int mark_of(const xmlNode* node, const NameSigns& signs) {
  if (is_marked_body(node)) return 1;
  if (signs.clutter()) return 0;
  if (signs.body) return 2;
  if (name_of(node) == "article" || attribute(node, "role") == "article") return 3;
  if (name_of(node) == "main" || attribute(node, "role") == "main" || signs.region) return 4;
  return 0;
}

Clutter clutter_of(const xmlNode* node, const NameSigns& signs) {
  const std::string_view name = name_of(node);
  if (name == "html" || name == "body" || is_marked_body(node)) return Clutter::kNone;
  if (signs.comments) return Clutter::kComments;
  if (is_unseen(node)) return Clutter::kStrong;
  if (name == "article" || name == "main") return signs.foreign ? Clutter::kWeak : Clutter::kNone;
  if (signs.foreign) return Clutter::kStrong;
  return signs.chrome || (is_chrome(node) && !is_notice(node)) ? Clutter::kWeak : Clutter::kNone;
}

int heading_level(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

// Letters and digits in lower case: titles differ in blanks, quotes and dashes.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : utf8::fold(text)) {
    if (!is_ascii(c) || is_ascii_lower(c) || is_ascii_digit(c)) letters += c;
  }
  return letters;
}

bool same_title(const std::string& heading, const std::string& title) {
  constexpr std::size_t kTelling = 12;
  if (heading.empty() || title.empty()) return false;
  if (heading == title) return true;
  if (std::min(heading.size(), title.size()) < kTelling) return false;
  return heading.starts_with(title) || title.starts_with(heading);
}

// An article, or its body.
bool is_body(int mark) {
  return mark >= 1 && mark <= 3;
}

void widen(PageElement& element, std::size_t first, std::size_t end) {
  element.first_block = std::min(element.first_block, first);
  element.end_block = std::max(element.end_block, end);
}

}  // namespace

bool PageBlock::is_clickable() const {
  constexpr double kMostLinks = 0.5;  // share of a paragraph's text
  constexpr double kMostOfMany = 0.8;
  constexpr std::size_t kLong = 80;
  const bool linked_sentence =
      links >= 3 && text.size() >= kLong && link_share() <= kMostOfMany && ends_sentence(text);
  return link_share() > kMostLinks && !linked_sentence;
}

bool is_prose(const PageBlock& block) {
  return block.heading == 0 && block.text.size() >= kShortParagraph && !block.is_clickable();
}

bool ends_sentence(std::string_view text) {
  constexpr std::array kEnds =
      std::to_array<std::string_view>({".", "!",  "?",  "…",  "”",  "\"", "’",  "'",  ":", ")", ";",
                                       "»", "。", "！", "？", "」", "』", "：", "）", "।", "؟"});
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return text.ends_with(end); });
}

PageOutline::PageOutline(const xmlNode* root, const std::string& title, PageKind kind) {
  read_elements(root, kind);
  read_blocks(root);
  find_headline(title);
  all_before_.assign(1, 0);
  for (const PageBlock& block : blocks_) {
    all_before_.push_back(all_before_.back() + (is_prose(block) ? block.text.size() : 0));
  }
  if (kind == PageKind::kArticle) find_comment_list();
  find_boxes_of_fields();
  judge(Strictness::kStrict);
}

// What readers wrote, whatever it is called: below each of several posts the same links to answer or report
// it. A page of questions has its answers so, too.
void PageOutline::find_comment_list() {
  constexpr std::size_t kFew = 3;
  constexpr std::size_t kArticle = 300;  // bytes of prose that are left
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t tools = 0;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    if (!is_comment_tools(blocks_[i].text)) continue;
    if (tools++ == 0) first = i;
    last = i;
  }
  if (tools < kFew || (headline_ < blocks_.size() && blocks_[headline_].text.ends_with('?'))) return;
  std::size_t around = blocks_[first].element;
  while (around != 0 && !inside(blocks_[last].element, around)) around = elements_[around].parent;
  PageElement& list = elements_[around];
  const bool headline = headline_ >= list.first_block && headline_ < list.end_block;
  const std::size_t held = all_before_[list.end_block] - all_before_[list.first_block];
  if (!headline && held + kArticle <= all_before_.back()) list.clutter = Clutter::kComments;
}

// "Sign up for our letter" with a field for the address: what is asked for stands beside the form.
void PageOutline::find_boxes_of_fields() {
  constexpr std::size_t kMostBytes = 400;
  constexpr std::size_t kMostBlocks = 4;
  for (std::size_t i = 1; i < elements_.size(); ++i) {
    if (name_of(elements_[i].node) != "form") continue;
    PageElement& box = elements_[elements_[i].parent];
    const std::string_view name = name_of(box.node);
    if (box.mark > 0 || box.end_block <= box.first_block || name == "body" || name == "td") continue;
    if (box.end_block - box.first_block > kMostBlocks || box.clutter != Clutter::kNone) continue;
    std::size_t bytes = 0;
    for (std::size_t k = box.first_block; k < box.end_block; ++k) bytes += blocks_[k].text.size();
    if (bytes <= kMostBytes) box.clutter = Clutter::kWeak;
  }
}

void PageOutline::read_elements(const xmlNode* root, PageKind kind) {
  std::vector<std::size_t> open;
  walk(
      root,
      [&](const xmlNode* node) {
        if (!is_element(node) || is_never_text(node)) return false;
        PageElement element;
        element.node = node;
        element.parent = open.empty() ? 0 : open.back();
        element.signs = name_signs(node);
        if (kind == PageKind::kDiscussion) element.signs.comments = false;
        element.mark = mark_of(node, element.signs);
        element.clutter = clutter_of(node, element.signs);
        // What the article itself hides is folded up: answers, the second half.
        element.in_body =
            !open.empty() && (elements_[open.back()].in_body || is_body(elements_[open.back()].mark));
        if (element.in_body && element.clutter == Clutter::kStrong && !element.signs.foreign)
          element.clutter = Clutter::kNone;
        open.push_back(elements_.size());
        elements_.push_back(element);
        return true;
      },
      [&](const xmlNode*) {
        elements_[open.back()].end = elements_.size();
        open.pop_back();
      });
}

void PageOutline::read_blocks(const xmlNode* root) {
  std::unordered_map<const xmlNode*, std::size_t> numbers;
  numbers.reserve(elements_.size());
  for (std::size_t i = 0; i < elements_.size(); ++i) numbers.emplace(elements_[i].node, i);
  const auto left_out = [&](const xmlNode* node) {
    if (!is_element(node)) return is_never_text(node);
    const auto number = numbers.find(node);
    // Inside a line of text it is a button or a note.
    return number == numbers.end() || (is_inline(node) && elements_[number->second].signs.clutter()) ||
           is_note_mark(node);
  };
  for (HtmlBlock& found : html_blocks(root, left_out)) {
    PageBlock block;
    static_cast<HtmlBlock&>(block) = std::move(found);
    block.element = numbers.at(block.node);
    block.heading = heading_level(block.name);
    blocks_.push_back(std::move(block));
  }
  for (PageElement& element : elements_) element.first_block = blocks_.size();
  for (std::size_t i = 0; i < blocks_.size(); ++i) widen(elements_[blocks_[i].element], i, i + 1);
  for (std::size_t i = elements_.size(); i-- > 1;) {
    if (elements_[i].end_block > 0)
      widen(elements_[elements_[i].parent], elements_[i].first_block, elements_[i].end_block);
  }
}

void PageOutline::find_headline(const std::string& title) {
  headline_ = blocks_.size();
  const std::string wanted = letters_of(title);
  std::size_t only = blocks_.size();
  std::size_t count = 0;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    if (blocks_[i].heading == 0) continue;
    if (same_title(letters_of(blocks_[i].text), wanted)) {
      // The same words may link to the article elsewhere.
      if (headline_ == blocks_.size() || blocks_[i].heading < blocks_[headline_].heading) headline_ = i;
    }
    if (blocks_[i].heading == 1 && count++ == 0) only = i;
  }
  if (headline_ == blocks_.size() && count == 1) headline_ = only;
}

std::size_t PageOutline::prose(std::size_t element) const {
  const PageElement& inside = elements_[element];
  return inside.end_block > inside.first_block
             ? prose_before_[inside.end_block] - prose_before_[inside.first_block]
             : 0;
}

bool PageOutline::inside(std::size_t element, std::size_t ancestor) const {
  return element >= ancestor && element < elements_[ancestor].end;
}

void PageOutline::sum_prose() {
  prose_before_.assign(1, 0);
  for (PageBlock& block : blocks_) {
    block.out = elements_[block.element].out;
    prose_before_.push_back(prose_before_.back() + (is_prose(block) && !block.out ? block.text.size() : 0));
  }
}

// What holds the headline, or most of the page, is not what its name says: "article-with-sidebar", a page
// that is one form.
bool PageOutline::acquitted(const PageElement& element, std::size_t total) const {
  if (element.end_block <= element.first_block) return false;
  const std::size_t held = all_before_[element.end_block] - all_before_[element.first_block];
  const bool headline = headline_ >= element.first_block && headline_ < element.end_block;
  if (headline && (element.clutter == Clutter::kWeak || held * 5 >= total)) return true;
  if (element.clutter == Clutter::kWeak) return held * 2 >= total;
  return held * 2 >= all_before_.back() && follows_headline(element);
}

// With no prose between them.
bool PageOutline::follows_headline(const PageElement& element) const {
  constexpr std::size_t kNear = 6;       // blocks
  constexpr std::size_t kSentence = 80;  // bytes
  const std::size_t first = element.first_block;
  return headline_ < first && first - headline_ <= kNear &&
         all_before_[first] - all_before_[headline_ + 1] < kSentence;
}

void PageOutline::judge(Strictness strictness) {
  std::size_t foreign = 0;
  // The page's prose without what is surely about something else.
  std::size_t skip_to = 0;
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    const PageElement& element = elements_[i];
    if (i < skip_to || (element.clutter != Clutter::kStrong && element.clutter != Clutter::kComments))
      continue;
    const bool headline = headline_ >= element.first_block && headline_ < element.end_block;
    if (headline || element.end_block <= element.first_block) continue;
    foreign += all_before_[element.end_block] - all_before_[element.first_block];
    skip_to = element.end;
  }
  const std::size_t total = all_before_.back() - foreign;
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    PageElement& element = elements_[i];
    bool out = element.clutter != Clutter::kNone;
    if (strictness == Strictness::kEverything) out = false;
    if (strictness == Strictness::kLax && element.clutter == Clutter::kWeak)
      out = is_navigation(element.node);
    out = out && !acquitted(element, total);
    element.out = out || (i > 0 && elements_[element.parent].out);
  }
  sum_prose();
}

}  // namespace newsgraph
