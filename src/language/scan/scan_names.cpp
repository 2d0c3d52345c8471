// The part of the scan that looks for names by how words are written.
#include <algorithm>
#include <array>

#include "language/scan/scan.h"
#include "language/split/tokenize_characters.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// Lower-cased words and marks that may stand inside a name.
constexpr std::array<std::string_view, 22> kInside = {"of", "the", "de",  "da",  "do",  "dos", "del", "della",
                                                      "di", "du",  "der", "den", "von", "van", "bin", "ibn",
                                                      "al", "el",  "la",  "le",  "-",   "&"};

// Capitalised wherever they stand, and no names.
constexpr std::array<std::string_view, 3> kNoNames = {"I", "O", "A"};

bool is_name_word(std::string_view form) {
  if (form.empty()) return false;
  if (is_ascii(form.front())) {
    if (is_ascii_upper(form.front()))
      return std::find(kNoNames.begin(), kNoNames.end(), form) == kNoNames.end();
    const bool lower = is_ascii_lower(form.front());
    return lower && std::any_of(form.begin() + 1, form.end(), is_ascii_upper);
  }
  return glyph_at(form, 0).cls == CharClass::upper;
}

bool may_stand_inside(std::string_view form) {
  return form.size() <= 5 && std::find(kInside.begin(), kInside.end(), form) != kInside.end();
}

// The last token of the run that starts with the name word at `first`. Up to three words that are
// no names may stand before the next one: "Bank of the West", "Ursula von der Leyen".
std::size_t last_of_run(const std::vector<Token>& tokens, std::size_t first) {
  std::size_t last = first;
  for (std::size_t next = last + 1; next < tokens.size() && next <= last + 3; ++next) {
    if (is_name_word(tokens[next].form)) {
      last = next;
    } else if (!may_stand_inside(tokens[next].form)) {
      break;
    }
  }
  return last;
}

// "al-Qaeda", "de Gaulle": the particle before a name word belongs to it only with a hyphen; other
// particles are left to the name model.
std::size_t first_of_run(const std::vector<Token>& tokens, std::size_t first, std::size_t floor) {
  const bool hyphenated = first >= floor + 2 && tokens[first - 1].form == "-" &&
                          !tokens[first - 1].space_after && may_stand_inside(tokens[first - 2].form);
  return hyphenated ? first - 2 : first;
}

bool has_capital_inside(std::string_view form) {
  return std::any_of(form.begin() + 1, form.end(), is_ascii_upper);
}

}  // namespace

std::vector<NameCandidate> name_candidates(const Sentence& sentence) {
  std::vector<NameCandidate> result;
  const auto& tokens = sentence.tokens;
  std::size_t floor = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_name_word(tokens[i].form)) continue;
    const std::size_t last = last_of_run(tokens, i);
    const std::size_t first = first_of_run(tokens, i, floor);
    const bool certain = first != 0 || last != first || has_capital_inside(tokens[i].form);
    result.push_back({static_cast<std::int32_t>(first), static_cast<std::int32_t>(last), certain});
    floor = last + 1;
    i = last;
  }
  return result;
}

bool may_hold_name(const Sentence& sentence) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [](const Token& token) { return is_name_word(token.form); });
}

}  // namespace newsgraph
