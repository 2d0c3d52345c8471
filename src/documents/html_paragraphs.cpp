#include "documents/html_paragraphs.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "documents/date.h"
#include "documents/html_clutter.h"

namespace newsgraph {
namespace {

constexpr std::size_t kSentence = 25;  // bytes; shorter ones say little

bool is_list(const xmlNode* node) {
  const std::string_view name = name_of(node);
  return name == "ul" || name == "ol" || name == "dl" || name == "table";
}

bool is_item(const PageBlock& block) {
  constexpr std::array kItems =
      std::to_array<std::string_view>({"li", "dt", "dd", "td", "th", "caption", "summary"});
  return std::find(kItems.begin(), kItems.end(), block.name) != kItems.end();
}

bool is_paragraph(const PageBlock& block) {
  return block.name == "p" || block.name == "blockquote" || block.name == "pre";
}

class Filter {
 public:
  Filter(const PageOutline& page, const ArticleRegion& region, const std::string& title, LinkedText linked)
      : page_(page), title_(title), linked_(linked), kept_(page.blocks().size(), false) {
    for (const std::size_t part : region.elements) keep_inside(part);
    if (region.elements.size() > 1) keep_headings_between();
    keep_lead();
    drop_headline();
    if (linked_ == LinkedText::kLinks) drop_teasers();
    drop_sections();
    const std::vector<bool> in_region = kept_;
    for (std::size_t i = 0; i < kept_.size(); ++i) kept_[i] = kept_[i] && is_article_text(i);
    keep_strays(in_region);
    drop_bylines();
    drop_copies();
  }

  std::string joined() const {
    std::string text;
    std::vector<const PageBlock*> headings;  // kept back until text follows them
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (!kept_[i]) continue;
      const PageBlock& block = blocks()[i];
      if (block.heading > 0) {
        while (!headings.empty() && headings.back()->heading >= block.heading) headings.pop_back();
        headings.push_back(&block);
        continue;
      }
      headings.push_back(&block);
      for (const PageBlock* part : std::exchange(headings, {}))
        text += (text.empty() ? "" : "\n\n") + part->text;
    }
    return text;
  }

 private:
  const std::vector<PageBlock>& blocks() const { return page_.blocks(); }
  const PageElement& element(std::size_t i) const { return page_.elements()[i]; }

  void keep_inside(std::size_t region) {
    first_ = std::min(first_, element(region).first_block);
    for (std::size_t i = element(region).first_block; i < element(region).end_block; ++i)
      kept_[i] = !blocks()[i].out;
  }

  // Of an article in parts, each marked, the headings may stand outside of them.
  void keep_headings_between() {
    const std::size_t last =
        static_cast<std::size_t>(std::find(kept_.rbegin(), kept_.rend(), true).base() - kept_.begin());
    constexpr std::size_t kBefore = 4;
    for (std::size_t i = first_ > kBefore ? first_ - kBefore : 0; i < last; ++i) {
      const PageBlock& block = blocks()[i];
      if (!block.out && block.link_bytes == 0 &&
          (block.heading > 1 || block.name == "pre" || block.name == "blockquote"))
        kept_[i] = true;
    }
  }

  bool has_sign(const PageBlock& block, bool NameSigns::*sign) const {
    constexpr int kNear = 3;
    std::size_t at = block.element;
    for (int i = 0; i < kNear && at != element(at).parent; ++i, at = element(at).parent) {
      if (element(at).signs.*sign) return true;
    }
    return false;
  }

  // What stands between the headline and the region: the first sentences, set apart.
  void keep_lead() {
    constexpr std::size_t kMostBlocks = 12;
    constexpr std::size_t kLongest = 600;
    if (page_.headline() >= first_ || first_ - page_.headline() > kMostBlocks) return;
    for (std::size_t i = page_.headline() + 1; i < first_; ++i) {
      const PageBlock& block = blocks()[i];
      const bool named = has_sign(block, &NameSigns::lead);
      if (block.out || block.link_share() > 0.3 || block.text.size() > kLongest) continue;
      constexpr std::size_t kPlainLead = 60;
      if (named || (block.text.size() >= kPlainLead && ends_sentence(block.text))) kept_[i] = true;
    }
  }

  // The document has it as its title.
  void drop_headline() {
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (!kept_[i]) continue;
      const bool title = !title_.empty() && blocks()[i].text.starts_with(title_) &&
                         blocks()[i].text.size() < title_.size() + 40;
      if (title || (blocks()[i].heading == 1 && !seen_h1_)) {
        seen_h1_ |= blocks()[i].heading == 1;
        kept_[i] = false;
      }
    }
    if (page_.headline() < kept_.size()) kept_[page_.headline()] = false;
  }

  std::size_t kept_prose(std::size_t from, std::size_t to) const {
    std::size_t bytes = 0;
    for (std::size_t i = from; i < to; ++i)
      bytes += kept_[i] && is_prose(blocks()[i]) ? blocks()[i].text.size() : 0;
    return bytes;
  }

  // Headings that are links, with the words below them, where these are the lesser part of the region.
  void drop_teasers() {
    std::vector<bool> teasers(kept_.size(), false);
    std::size_t teaser_bytes = 0;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      constexpr double kAllLink = 0.8;
      if (!kept_[i] || blocks()[i].heading == 0 || blocks()[i].link_share() < kAllLink || heads_text(i))
        continue;
      const PageElement& item = teaser_around(i);
      for (std::size_t k = item.first_block; k < item.end_block; ++k) {
        if (!kept_[k] || teasers[k]) continue;
        teasers[k] = true;
        teaser_bytes += is_prose(blocks()[k]) ? blocks()[k].text.size() : 0;
      }
    }
    listing_ = 2 * teaser_bytes > kept_prose(0, kept_.size());
    if (listing_) return;
    for (std::size_t i = 0; i < kept_.size(); ++i) kept_[i] = kept_[i] && !teasers[i];
  }

  // The largest element around a linked heading that holds no other heading and little prose.
  const PageElement& teaser_around(std::size_t block) const {
    constexpr std::size_t kLongest = 300;
    std::size_t item = blocks()[block].element;
    for (std::size_t at = element(item).parent; at != element(at).parent; at = element(at).parent) {
      if (page_.prose(at) > kLongest || holds_other_heading(element(at), block)) break;
      item = at;
    }
    return element(item);
  }

  // A heading that is a link, to what it is about, with a long paragraph below it.
  bool heads_text(std::size_t i) const {
    constexpr std::size_t kLong = 150;
    if (blocks()[i].heading == 0 || i + 1 >= kept_.size() || !kept_[i + 1]) return false;
    const PageBlock& next = blocks()[i + 1];
    return next.text.size() >= kLong && next.link_share() < 0.3;
  }

  bool holds_other_heading(const PageElement& around, std::size_t block) const {
    for (std::size_t i = around.first_block; i < around.end_block; ++i) {
      if (i != block && blocks()[i].heading > 0) return true;
    }
    return false;
  }

  // What a heading says is not the article: to the end of the box that it opens, else to the next heading, or
  // the next paragraph where the article may go on.
  void drop_sections() {
    const std::size_t all = kept_prose(0, kept_.size());
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (!kept_[i]) continue;
      const HeadingSense sense = sense_of(i);
      if (sense == HeadingSense::kText) continue;
      const std::size_t end = section_end(i, sense);
      // Most of what is there is no aside.
      if (!is_comments(i) && 2 * kept_prose(i, end) > all) continue;
      for (std::size_t k = i; k < end; ++k) kept_[k] = false;
    }
  }

  bool is_comments(std::size_t i) const {
    return blocks()[i].text.find("omment") != std::string::npos ||
           blocks()[i].text.find("eply") != std::string::npos ||
           blocks()[i].text.find("eaders") != std::string::npos;
  }

  HeadingSense sense_of(std::size_t i) const {
    const PageBlock& block = blocks()[i];
    constexpr std::size_t kHeading = 60;
    if (is_item(block)) return HeadingSense::kText;
    const bool like_heading = block.heading > 0 ||
                              (block.text.size() < kHeading && !ends_sentence(block.text)) ||
                              (block.text.size() < kHeading && block.text.ends_with(':'));
    return like_heading ? heading_sense(block.text) : HeadingSense::kText;
  }

  std::size_t section_end(std::size_t i, HeadingSense sense) const {
    // The box: the largest element that begins with the heading.
    std::size_t box = blocks()[i].element;
    while (element(box).parent != box && element(element(box).parent).first_block == i &&
           element(element(box).parent).end_block < kept_.size()) {
      box = element(box).parent;
    }
    if (element(box).end_block > i + 1) return element(box).end_block;
    std::size_t end = i + 1;
    for (; end < kept_.size(); ++end) {
      const PageBlock& block = blocks()[end];
      const int level = blocks()[i].heading;
      if (block.heading > 0 && (level == 0 || block.heading <= level) && block.link_share() < 0.5) break;
      constexpr std::size_t kGoesOn = 80;
      const bool text = is_paragraph(block) && block.text.size() >= kGoesOn && block.link_share() < 0.3;
      if (sense == HeadingSense::kInset && text && ends_sentence(block.text)) break;
    }
    return end;
  }

  // Of a list or table: whether it is there to be clicked.
  bool is_link_list(std::size_t list) {
    const auto known = link_lists_.find(list);
    if (known != link_lists_.end()) return known->second;
    std::size_t bytes = 0;
    std::size_t links = 0;
    std::size_t items = 0;
    for (std::size_t i = element(list).first_block; i < element(list).end_block; ++i) {
      if (blocks()[i].out) continue;
      bytes += blocks()[i].text.size();
      links += blocks()[i].link_bytes;
      ++items;
    }
    constexpr std::size_t kLongItem = 150;
    const double share = bytes == 0 ? 0 : static_cast<double>(links) / static_cast<double>(bytes);
    const bool long_items = items > 0 && bytes / items >= kLongItem;
    return link_lists_[list] = share > (long_items ? 0.85 : 0.6);
  }

  // Number of the outermost list or table around a block inside the region; 0 where there is none.
  std::size_t list_around(std::size_t block) {
    std::size_t list = 0;
    constexpr int kLevels = 40;
    std::size_t at = blocks()[block].element;
    for (int i = 0; i < kLevels && at != element(at).parent; ++i, at = element(at).parent) {
      if (!is_list(element(at).node)) continue;
      if (holds_paragraphs(at)) break;
      list = at;
    }
    return list;
  }

  // A table that lays out the page.
  bool holds_paragraphs(std::size_t list) {
    constexpr std::size_t kLong = 400;
    const auto [known, is_new] = laid_out_.try_emplace(list, false);
    if (!is_new) return known->second;
    for (std::size_t i = element(list).first_block; i < element(list).end_block; ++i) {
      if (blocks()[i].text.size() >= kLong && blocks()[i].link_share() < 0.3) return known->second = true;
      if (i + 1 < element(list).end_block && share_cell(i, i + 1)) return known->second = true;
    }
    return false;
  }

  // Two paragraphs in one cell.
  bool share_cell(std::size_t one, std::size_t other) const {
    constexpr std::size_t kParagraph = 80;
    for (const std::size_t i : {one, other}) {
      if (blocks()[i].text.size() < kParagraph || blocks()[i].link_share() > 0.3) return false;
    }
    const auto cell = [&](std::size_t i) {
      const std::size_t at = blocks()[i].element;
      return blocks()[i].name == "p" ? element(at).parent : at;
    };
    return cell(one) == cell(other) && name_of(element(cell(one)).node) == "td";
  }

  bool is_article_text(std::size_t i) {
    const PageBlock& block = blocks()[i];
    if (block.name == "pre") return true;
    if (block.heading > 0 && repeated(block.text)) return false;
    if (is_boilerplate(block.text) || (block.heading == 0 && alone_in_row(i) && is_moment(block.text)))
      return false;
    if (block.heading == 0 && !is_item(block) && is_clutter_phrase(block.text)) return false;
    if (block.heading == 0 && block.name != "td" && block.name != "th" && is_button_text(block.text))
      return false;
    constexpr std::size_t kLongDetail = 300;
    if (block.heading == 0 && block.text.size() < kLongDetail && has_detail(block)) return false;
    if (linked_ == LinkedText::kLinks && (is_item(block) || block.name == "p")) {
      if (const std::size_t list = list_around(i)) return !is_link_list(list);
    }
    constexpr std::size_t kLong = 300;
    if (linked_ == LinkedText::kText || (block.heading > 0 && (listing_ || heads_text(i))))
      return block.heading > 0 || block.text.size() >= kSentence;
    if (block.text.size() >= kLong ? block.link_share() > 0.8 : block.is_clickable()) return false;
    if (block.heading > 0 || is_item(block) || is_paragraph(block)) return true;
    // Text that stands in a <div> of its own.
    constexpr std::size_t kLongLine = 80;
    return block.text.size() >= (ends_sentence(block.text) ? kSentence : kLongLine);
  }

  // "01-03-2024, 09:10 PM": when something was posted.
  static bool is_moment(const std::string& text) {
    constexpr std::size_t kLongest = 40;
    return text.size() <= kLongest && text.find(':') != std::string::npos &&
           normalize_date(text).size() == 10;
  }

  // Not a cell beside others, of a table that tells when something was.
  bool alone_in_row(std::size_t i) const {
    if (!is_item(blocks()[i])) return true;
    const PageElement& row = element(element(blocks()[i].element).parent);
    return blocks()[i].name == "td" && row.end_block - row.first_block == 1;
  }

  bool has_detail(const PageBlock& block) const {
    std::size_t at = block.element;
    constexpr int kNear = 2;
    for (int i = 0; i < kNear && at != element(at).parent; ++i, at = element(at).parent) {
      if (element(at).mark > 0) return false;
      if (element(at).signs.detail && !element(at).signs.lead) return true;
    }
    return false;
  }

  // Short lines in <div>s belong to the article where they stand between its paragraphs: headings, mostly.
  void keep_strays(const std::vector<bool>& region) {
    constexpr std::size_t kLongest = 100;
    for (std::size_t i = 1; i + 1 < kept_.size(); ++i) {
      const PageBlock& block = blocks()[i];
      if (kept_[i] || !region[i] || block.text.size() > kLongest || block.link_bytes > 0) continue;
      if (!kept_[i - 1] || !kept_[i + 1] || !is_prose(blocks()[i - 1]) || !is_prose(blocks()[i + 1]))
        continue;
      const std::size_t parent = element(block.element).parent;
      const bool among = element(blocks()[i - 1].element).parent == parent &&
                         element(blocks()[i + 1].element).parent == parent;
      kept_[i] = among && !is_clutter_phrase(block.text) && !has_detail(block);
    }
  }

  // "Member", below each name of a forum.
  bool repeated(const std::string& heading) {
    if (heading_counts_.empty()) {
      for (const PageBlock& block : blocks()) heading_counts_[block.text] += block.heading > 0 ? 1 : 0;
    }
    return heading_counts_[heading] >= 3;
  }

  // Above the first paragraph.
  void drop_bylines() {
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (!kept_[i]) continue;
      const PageBlock& block = blocks()[i];
      if (is_byline_phrase(block.text)) {
        kept_[i] = false;
      } else if (block.heading == 0 && block.text.size() >= 80) {
        break;
      }
    }
  }

  // Pages for all kinds of screens hold paragraphs twice.
  void drop_copies() {
    constexpr std::size_t kTelling = 60;
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (!kept_[i] || blocks()[i].text.size() < kTelling || is_item(blocks()[i])) continue;
      kept_[i] = seen.insert(blocks()[i].text).second;
    }
  }

  const PageOutline& page_;
  const std::string& title_;
  const LinkedText linked_;
  std::vector<bool> kept_;
  std::size_t first_ = static_cast<std::size_t>(-1);
  bool seen_h1_ = false;
  bool listing_ = false;  // the page lists articles, and that is what it is for
  std::unordered_map<std::string, int> heading_counts_;
  std::unordered_map<std::size_t, bool> link_lists_;
  std::unordered_map<std::size_t, bool> laid_out_;
};

}  // namespace

std::string article_paragraphs(const PageOutline& page, const ArticleRegion& region, const std::string& title,
                               LinkedText linked) {
  return Filter(page, region, title, linked).joined();
}

}  // namespace newsgraph
