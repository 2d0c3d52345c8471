#include "claims/discourse/naming.h"

#include <algorithm>

#include "knowledge/word_lists.h"
#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {

namespace {

bool is_word_byte(char c) {
  return is_ascii_alphanumeric(c) || !is_ascii(c);
}

bool is_small_word(const std::string& word) {
  return word == "the" || word == "of" || word == "and" || word == "for" || word == "in" || word == "on" ||
         word == "a";
}

}  // namespace

std::vector<std::string> all_words(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (const char c : name) {
    if (is_word_byte(c)) {
      word += ascii_lower(c);
    } else if (c != '.') {  // dots of initials join: "S.A." is "sa"
      flush();
    }
  }
  flush();
  return words;
}

std::vector<std::string> name_words(std::string_view name) {
  const auto words = all_words(name);
  std::vector<std::string> core;
  for (const auto& w : words) {
    if (!is_small_word(w) && w != "s" && !(!core.empty() && WordLists::built_in().company_suffix(w)))
      core.push_back(w);
  }
  return core.empty() ? words : core;
}

bool is_broken_name(std::string_view name) {
  std::size_t letters = 0;
  for (const auto& [code_point, length, valid] : utf8::code_points(name)) {
    if (code_point == utf8::kReplacement || (code_point >= 0x80 && code_point < 0xA0)) return true;
    // A sign of Chinese or Korean is a word.
    letters +=
        utf8::is_letter(code_point) || utf8::is_digit(code_point) ? (code_point < 0x3000 ? 1U : 2U) : 0U;
  }
  const auto has = [&](std::string_view what) { return name.find(what) != std::string_view::npos; };
  return letters < 2 || name.ends_with('-') || has("â€") || has("amp;") || has("quot;") || has("#39;");
}

bool is_acronym(std::string_view acronym, std::string_view full) {
  std::string letters;
  for (const char c : acronym) {
    if (is_ascii_upper(c))
      letters += c;
    else if (c != '.')
      return false;
  }
  if (letters.size() < 2) return false;
  std::string initials, all;
  std::string word;
  for (std::size_t i = 0; i <= full.size(); ++i) {
    const char c = i < full.size() ? full[i] : ' ';
    if (c == ' ' || c == '-') {
      if (!word.empty()) {
        const char initial = ascii_upper(word.front());
        all += initial;
        if (is_ascii_upper(word.front())) initials += initial;
      }
      word.clear();
    } else {
      word += c;
    }
  }
  return initials.size() > 1 && (letters == initials || letters == all);
}

bool has_word(std::string_view name, std::string_view word) {
  const std::string lower = ascii_lowered(name);
  for (auto at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
    const bool begins = at == 0 || lower[at - 1] == ' ';
    const auto end = at + word.size();
    if (begins && (end == lower.size() || lower[end] == ' ')) return true;
  }
  return false;
}

std::string_view kind_named(std::string_view name) {
  const auto before = name.substr(0, name.find(" of "));
  return WordLists::built_in().kind_of(ascii_lowered(before.substr(before.rfind(' ') + 1)));
}

bool shortens(const std::vector<std::string>& alias, const std::vector<std::string>& full, NameType type) {
  if (alias.empty() || alias.size() >= full.size()) return false;
  if (type == NameType::person) {
    // A surname, or the last names: "Emmanuel Macron" - "Macron"; Spanish double surnames share one.
    if (alias.size() == 1 &&
        (alias[0] == full.back() || (full.size() > 2 && alias[0] == full[full.size() - 2])))
      return true;
    return std::equal(alias.rbegin(), alias.rend(), full.rbegin());
  }
  if (type == NameType::place) return false;
  // "Santander" for "Santander Central Hispano": the beginning of the name.
  return std::equal(alias.begin(), alias.end(), full.begin());
}

}  // namespace newsgraph
