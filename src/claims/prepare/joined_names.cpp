#include "claims/prepare/prepare.h"

#include <set>
#include <string_view>

#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr std::size_t kShortestFirst = 4;  // "Mac" and "Fitz" are parts of names
constexpr std::size_t kShortestSecond = 3;

// Where a capital follows a small letter, once; 0 for a word without such a place.
std::size_t joint(std::string_view form) {
  std::size_t found = 0;
  for (std::size_t i = 1; i < form.size(); ++i) {
    if (!is_ascii_lower(form[i - 1]) || !is_ascii_upper(form[i])) continue;
    if (found != 0) return 0;
    found = i;
  }
  const bool second_is_word = found != 0 && found + 1 < form.size() && is_ascii_lower(form[found + 1]);
  return found >= kShortestFirst && form.size() - found >= kShortestSecond && second_is_word ? found : 0;
}

// A name of two words ends at the joint and another begins: what stood between them, a comma or the end of
// a heading, was lost with the space.
bool is_between_names(const Sentence& sentence, std::size_t at) {
  return at > 0 && is_ascii_upper(sentence.tokens[at - 1].form[0]);
}

void cut(Sentence& sentence, std::size_t at, std::size_t joint) {
  const bool between = is_between_names(sentence, at);
  Token second = sentence.tokens[at];
  Token& first = sentence.tokens[at];
  second.form = first.form.substr(joint);
  second.begin = first.begin + static_cast<std::uint32_t>(joint);
  first.form = first.form.substr(0, joint);
  first.end = second.begin;
  first.space_after = true;
  const auto behind = sentence.tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1;
  const auto inserted = sentence.tokens.insert(behind, second);
  if (!between) return;
  Token comma;
  comma.form = ",";
  comma.begin = comma.end = second.begin;
  sentence.tokens.insert(inserted, comma);
}

}  // namespace

void cut_joined_names(std::vector<Sentence>& sentences) {
  std::set<std::string_view> words;
  bool any = false;
  for (const Sentence& sentence : sentences) {
    std::string_view before = ".";
    for (const Token& token : sentence.tokens) {
      // What only stands inside of a name, as "Exchange" in "Petroleum Exchange", is none by itself.
      const bool inside = is_ascii_upper(before[0]) && before.size() > 1;
      if (is_ascii_upper(token.form[0]) && !inside) words.insert(token.form);
      any = any || joint(token.form) != 0;
      before = token.form;
    }
  }
  if (!any) return;
  for (Sentence& sentence : sentences) {
    for (std::size_t t = 0; t < sentence.tokens.size(); ++t) {
      const std::size_t at = joint(sentence.tokens[t].form);
      if (at != 0 && words.contains(sentence.tokens[t].form.substr(at))) cut(sentence, t, at);
    }
  }
}

}  // namespace newsgraph
