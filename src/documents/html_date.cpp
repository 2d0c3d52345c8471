#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "documents/date.h"
#include "documents/html_metadata.h"
#include "documents/html_outline.h"
#include "documents/lines.h"
#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

// Letters of class, id and itemprop in lower case, others as blanks.
std::string names_of(const xmlNode* node) {
  std::string names = " " + attribute(node, "class") + " " + attribute(node, "id") + " " +
                      attribute(node, "itemprop") + " " + attribute(node, "property") + " ";
  std::string words;
  for (const char c : names) {
    const bool upper = is_ascii_upper(c);
    if (upper && !words.empty() && is_ascii_lower(words.back())) words += ' ';
    const char lower = upper ? static_cast<char>(c | 0x20) : c;
    const bool letter = is_ascii_lower(lower);
    if (letter || words.empty() || words.back() != ' ') words += letter ? lower : ' ';
  }
  return words;
}

bool has_any(const std::string& names, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return names.find(" " + std::string(word) + " ") != std::string::npos;
  });
}

// What scripts read.
std::string published_attribute(const xmlNode* node) {
  for (const char* name :
       {"data-published", "data-publish-date", "data-published-at", "data-pubdate", "data-date-published"}) {
    if (std::string value = attribute(node, name); !value.empty()) return value;
  }
  return {};
}

// Says when the page was changed; its text may say when it was published as well.
constexpr int kOfChange = 4;

// How well an element says that it holds the day of publication; 0 where it does not.
int rank_of(const xmlNode* node) {
  const std::string_view name = name_of(node);
  const std::string names = names_of(node);
  if (!published_attribute(node).empty()) return 6;
  if (has_any(names, {"modified", "updated", "update", "lastmod", "birthday", "event"}))
    return has_any(names, {"birthday", "event"}) ? 0 : kOfChange;
  if (has_any(names, {"date published", "publish date", "published date", "pub date", "date publish",
                      "datepublished"}))
    return 8;
  if (has_any(names, {"published", "pubdate", "publication", "publish", "posted", "entry date", "post date",
                      "article date", "posted on", "story date"}))
    return name == "time" ? 8 : 6;
  if (name == "time" || name == "relative-time" || name == "time-ago" || name == "local-time") return 5;
  if (has_any(names, {"date", "datetime", "time", "timestamp", "dateline", "datum", "day", "timeago"}))
    return 3;
  return has_any(names, {"meta", "byline", "postmeta", "info", "subline"}) ? 2 : 0;
}

bool tells_change(const std::string& lower) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"updated", "modified", "last update", "actualizado", "actualitzat", "actualisé", "mis à jour",
       "aktualisiert", "geändert", "aggiornato", "atualizado"});
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return lower.find(word) != lower.npos; });
}

// Of "Published 4 March 2024 | Updated 6 March 2024", in whatever order, the part that is not about a change;
// the first one where several are not.
std::string without_change(const std::string& text) {
  constexpr auto kMarks = std::to_array<std::string_view>({"|", "•", "·", "\n"});
  std::string lower = utf8::lower(text);
  // Where no mark divides them.
  for (const std::string_view word : {"updated", "modified", "last update", "published", "posted"}) {
    const auto at = lower.find(word);
    if (lower.size() == text.size() && at != std::string::npos && at > 1 && lower[at - 1] == ' ')
      lower[at - 1] = '\n';
  }
  const bool starts_with_change = tells_change(lower.substr(0, lower.find(' ')));
  const std::string& divided = lower.size() == text.size() ? lower : text;
  for (std::size_t begin = 0; begin < divided.size();) {
    std::size_t end = divided.size();
    std::size_t width = 0;
    for (const std::string_view mark : kMarks) {
      if (const auto at = divided.find(mark, begin); at < end) {
        end = at;
        width = mark.size();
      }
    }
    std::string part = text.substr(begin, end - begin);
    if (!tells_change(utf8::lower(part)) && normalize_date(part).size() == 10) return part;
    begin = end + width;
  }
  return tells_change(lower) && !starts_with_change ? std::string() : text;
}

// What the element says, if that is one day. Of a large element its attributes are looked at only.
std::string day_of(const xmlNode* node, bool small) {
  constexpr std::size_t kLongest = 80;
  for (const std::string& text :
       {published_attribute(node), attribute(node, "datetime"), attribute(node, "content"),
        attribute(node, "title"), attribute(node, "data-date"), attribute(node, "data-datetime"),
        attribute(node, "data-timestamp"), attribute(node, "data-time"), attribute(node, "data-seconds"),
        attribute(node, "data-utime"), small ? without_change(inner_text(node)) : std::string()}) {
    if (!text.empty() && text.size() <= kLongest && normalize_date(text).size() == 10) return text;
  }
  return {};
}

// The day of publication beside that of a change: "27/11/2017 01:57 | Actualizado a 28/11/2017 19:20".
std::string day_before_change(const xmlNode* node) {
  const std::string text = inner_text(node);
  const std::string day = without_change(text);
  return tells_change(utf8::lower(text)) && !tells_change(utf8::lower(day)) ? day : std::string();
}

class Chooser {
 public:
  explicit Chooser(const PageOutline& page) : page_(page) {}

  std::string best() {
    find_article();
    std::string date;
    long most = 0;
    for (std::size_t i = 0; i < page_.elements().size(); ++i) {
      const xmlNode* node = page_.elements()[i].node;
      const int rank =
          node->properties || name_of(node).find("time") != std::string_view::npos ? rank_of(node) : 0;
      if (rank == 0 || is_elsewhere(i)) continue;
      constexpr std::size_t kSmall = 20;
      const bool small = page_.elements()[i].end - i <= kSmall;
      if (rank == kOfChange && small) of_change_.push_back(inner_text(node));
      const std::string day = rank != kOfChange ? day_of(node, small) : small ? day_before_change(node) : "";
      if (day.empty()) continue;
      const long weight = 100L * rank + place(i) - (in_list(i) ? 300 : 0);
      if (weight <= most) continue;
      most = weight;
      date = day;
    }
    return date.empty() ? unmarked() : date;
  }

 private:
  // A line of nothing but a date, right above or below the headline.
  std::string unmarked() const {
    constexpr std::size_t kNear = 3;
    const std::size_t headline = page_.headline();
    if (headline == page_.blocks().size()) return {};
    for (std::size_t away = 1; away <= kNear; ++away) {
      for (const std::size_t at : {headline + away, headline - std::min(headline, away)}) {
        if (at == headline || at >= page_.blocks().size()) continue;
        const PageBlock& block = page_.blocks()[at];
        const bool of_change =
            std::find(of_change_.begin(), of_change_.end(), block.text) != of_change_.end();
        if (!of_change && !is_elsewhere(block.element) && is_only_date(block.text)) return block.text;
      }
    }
    return {};
  }

  // Around the headline: the <article>, else the <main>, that holds it.
  void find_article() {
    if (page_.headline() == page_.blocks().size()) return;
    std::size_t at = page_.blocks()[page_.headline()].element;
    for (; at != page_.elements()[at].parent; at = page_.elements()[at].parent) {
      if (page_.elements()[at].mark != 0) article_ = at;
      if (page_.elements()[at].mark == 3) return;
    }
  }

  bool is_elsewhere(std::size_t element) const {
    constexpr int kLevels = 40;
    std::size_t at = element;
    for (int i = 0; i < kLevels && at != page_.elements()[at].parent; ++i, at = page_.elements()[at].parent) {
      const PageElement& around = page_.elements()[at];
      if (!around.out) return false;
      const std::string_view name = name_of(around.node);
      // One that stands above the text is the article's: Drupal's.
      if (around.clutter == Clutter::kWeak && name == "footer" && has_prose_below(around)) return false;
      // A footer may be the article's own.
      if (around.clutter == Clutter::kWeak && (name == "footer" || name == "header") && article_ > 0 &&
          page_.inside(at, article_)) {
        return false;
      }
      if (around.clutter != Clutter::kNone && !around.signs.detail) return true;
    }
    return false;
  }

  bool has_prose_below(const PageElement& element) const {
    return std::any_of(page_.blocks().begin() + static_cast<std::ptrdiff_t>(element.end_block),
                       page_.blocks().end(),
                       [](const PageBlock& block) { return !block.out && is_prose(block); });
  }

  // Teasers are lists, mostly.
  bool in_list(std::size_t element) const {
    constexpr int kLevels = 6;
    for (int i = 0; i < kLevels && element != page_.elements()[element].parent; ++i) {
      if (name_of(page_.elements()[element].node) == "li") return true;
      element = page_.elements()[element].parent;
    }
    return false;
  }

  // Near the headline is better than far, behind it better than before it, in its article better than
  // outside.
  long place(std::size_t element) const {
    const std::size_t headline = page_.headline();
    // What stands inside a line has no block of its own.
    constexpr int kLevels = 40;
    std::size_t at = element;
    for (int i = 0; i < kLevels && page_.elements()[at].end_block == 0; ++i) at = page_.elements()[at].parent;
    const std::size_t block = page_.elements()[at].first_block;
    long place = article_ > 0 && page_.inside(element, article_) ? 400 : 0;
    if (headline == page_.blocks().size())
      return place + 50 - static_cast<long>(std::min<std::size_t>(element / 10, 50));
    constexpr long kFar = 40;
    const long distance = static_cast<long>(block) - static_cast<long>(headline);
    if (distance >= 0) return place + 300 - 5 * std::min(distance, kFar);
    return place + 200 - 5 * std::min(-distance, kFar);
  }

  const PageOutline& page_;
  std::size_t article_ = 0;
  std::vector<std::string> of_change_;  // what elements say that tell when the page was changed
};

}  // namespace

std::string html_shown_date(const PageOutline& page) {
  return Chooser(page).best();
}

}  // namespace newsgraph
