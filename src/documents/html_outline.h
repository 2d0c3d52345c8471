// A page as its elements and paragraphs, weighed: what is the article's, what is around it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "documents/html_blocks.h"
#include "documents/html_names.h"
#include "documents/html_page.h"

namespace newsgraph {

// Why an element may be none of the article's.
enum class Clutter : std::uint8_t {
  kNone,
  kWeak,      // a menu, a footer, a side bar, by element or name
  kStrong,    // about something else, by name or because it is hidden
  kComments,  // what readers wrote
};

// On a page that is a discussion what readers wrote is what it is about.
enum class PageKind { kArticle, kDiscussion };

struct PageElement {
  const xmlNode* node = nullptr;
  std::size_t parent = 0;       // of the root: itself
  std::size_t end = 0;          // the elements inside are those up to here
  std::size_t first_block = 0;  // the blocks inside
  std::size_t end_block = 0;
  Clutter clutter = Clutter::kNone;
  NameSigns signs;
  int mark = 0;          // how surely the page says that this is its article: 1 most, 4 least, 0 not at all
  bool in_body = false;  // inside an element that is marked as an article or its body
  bool out = false;      // clutter, or inside of it
};

struct PageBlock : HtmlBlock {
  std::size_t element = 0;  // number of the element that it stands in
  int heading = 0;          // 1 to 6, 0: no heading
  bool out = false;         // as its element's
  double link_share() const { return static_cast<double>(link_bytes) / static_cast<double>(text.size()); }
  // To be clicked rather than to be read. A sentence with many links, as encyclopedias have them, is not.
  bool is_clickable() const;
};

// How much is taken for clutter; each leaves out less than the one before.
enum class Strictness { kStrict, kLax, kEverything };

class PageOutline {
 public:
  // `title` as the page's metadata have it; where it stands in the page, there the article is.
  PageOutline(const xmlNode* root, const std::string& title, PageKind kind);

  // Says anew what is out.
  void judge(Strictness strictness);

  const std::vector<PageElement>& elements() const { return elements_; }
  const std::vector<PageBlock>& blocks() const { return blocks_; }

  // Bytes of prose inside an element that is not out.
  std::size_t prose(std::size_t element) const;
  bool inside(std::size_t element, std::size_t ancestor) const;
  // Number of the block that is the page's headline; blocks().size() where none is.
  std::size_t headline() const { return headline_; }

 private:
  void read_elements(const xmlNode* root, PageKind kind);
  void read_blocks(const xmlNode* root);
  void find_headline(const std::string& title);
  void find_comment_list();
  void find_boxes_of_fields();
  void sum_prose();
  bool acquitted(const PageElement& element, std::size_t total) const;
  bool follows_headline(const PageElement& element) const;

  std::vector<PageElement> elements_;
  std::vector<PageBlock> blocks_;
  std::vector<std::size_t> prose_before_;  // of the blocks before this one that are not out
  std::vector<std::size_t> all_before_;    // of all blocks before this one
  std::size_t headline_ = 0;
};

// A paragraph long enough, and with few enough links, to be read rather than clicked.
bool is_prose(const PageBlock& block);
bool ends_sentence(std::string_view text);

}  // namespace newsgraph
