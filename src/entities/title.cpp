#include "entities/title.h"

#include <algorithm>
#include <span>
#include <vector>

#include "knowledge/name_key.h"
#include "knowledge/name_words.h"
#include "knowledge/word_lists.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::size_t kLongestState = 4;
constexpr std::size_t kLongestTitle = 3;  // "Secretary of State"

bool is_title(std::string_view phrase) {
  const WordLists& lists = WordLists::built_in();
  return lists.title(phrase) || lists.role(phrase);
}

// How many words at the beginning are titles.
std::size_t title_words(Words words) {
  std::size_t taken = 0;
  bool more = true;
  while (more) {
    more = false;
    for (std::size_t length = std::min(kLongestTitle, words.size() - taken); length > 0 && !more; --length) {
      if (!is_title(text_of(words.subspan(taken, length)))) continue;
      taken += length;
      more = taken < words.size();
      break;
    }
  }
  return taken;
}

bool starts_with_capital(std::string_view word) {
  return utf8::is_upper(utf8::decode(word, 0).code_point);
}

// The words after the titles, where these leave a name over.
Words name_after_title(Words words) {
  const std::size_t taken = title_words(words);
  if (taken == 0 || taken >= words.size()) return {};
  const Words rest = words.subspan(taken);
  return starts_with_capital(rest.front()) ? rest : Words();
}

}  // namespace

TitledName without_title(const Knowledge& knowledge, std::string_view name) {
  const std::vector<std::string_view> all = split_words(bare_name(name));
  const Words words(all);
  if (words.size() < 2) return {name, nullptr};
  if (const Words rest = name_after_title(words); !rest.empty()) return {text_of(rest), nullptr};
  for (std::size_t length = std::min(kLongestState, words.size() - 2); length > 0; --length) {
    const KnownEntity* state = knowledge.state(text_of(words.first(length)));
    if (state == nullptr) continue;
    if (const Words rest = name_after_title(words.subspan(length)); !rest.empty())
      return {text_of(rest), state};
  }
  return {name, nullptr};
}

}  // namespace newsgraph
