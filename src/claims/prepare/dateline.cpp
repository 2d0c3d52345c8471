#include "claims/prepare/prepare.h"

#include <algorithm>
#include <string_view>

#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr std::size_t kLongest = 14;  // tokens before the dash

bool is_dash(std::string_view form) {
  return form == "-" || form == "--" || form == "\u2013" || form == "\u2014";
}

// What stands in a dateline: names, dates, brackets and commas.
bool fits(const Token& token) {
  const char c = token.form.front();
  const bool letter = is_ascii_letter(c);
  return !letter || is_ascii_upper(c);
}

bool all_capitals(const Sentence& sentence, std::size_t end) {
  return std::all_of(sentence.tokens.begin(), sentence.tokens.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Token& token) {
                       return std::none_of(token.form.begin(), token.form.end(),
                                           [](char c) { return is_ascii_lower(c); });
                     });
}

// The number of tokens of the dateline with its dash; 0 where there is none.
std::size_t dateline_length(const Sentence& sentence) {
  std::size_t length = 0;
  const std::size_t limit = std::min(sentence.tokens.size(), kLongest);
  for (std::size_t i = 0; i < limit; ++i) {
    const Token& token = sentence.tokens[i];
    const bool spaced = i > 0 && sentence.tokens[i - 1].space_after && token.space_after;
    if (i > 0 && is_dash(token.form) && spaced) length = i + 1;
    if (i > 0 && token.form == ":" && token.space_after && all_capitals(sentence, i)) length = i + 1;
    if (!fits(token)) break;
  }
  return length < sentence.tokens.size() ? length : 0;
}

}  // namespace

void cut_datelines(std::vector<Sentence>& sentences) {
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const std::size_t length = sentences[s].headline ? 0 : dateline_length(sentences[s]);
    if (length == 0) continue;
    Sentence rest = sentences[s];
    rest.tokens.erase(rest.tokens.begin(), rest.tokens.begin() + static_cast<std::ptrdiff_t>(length));
    rest.begin = rest.tokens.front().begin;
    rest.starts_paragraph = false;
    Sentence& dateline = sentences[s];
    dateline.tokens.resize(length);
    dateline.end = dateline.tokens.back().end;
    // Nothing in it takes part in the text: it counts as analysed, with no names.
    dateline.layers = {true, true};
    for (Token& token : dateline.tokens) token.head = -1;
    sentences.insert(sentences.begin() + static_cast<std::ptrdiff_t>(s) + 1, std::move(rest));
    ++s;
  }
}

}  // namespace newsgraph
