#include "claims/prepare/prepare.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "support/ascii.h"

namespace newsgraph {

namespace {

using Tokens = std::vector<Token>;

constexpr std::size_t kLongest = 12;  // tokens between the brackets

template <std::size_t N>
bool is_one_of(std::string_view form, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

constexpr std::array<std::string_view, 15> kExchanges{"NYSE", "NASDAQ", "Nasdaq", "AMEX", "LSE",
                                                      "TSX",  "TSE",    "HKSE",   "SEHK", "HKEX",
                                                      "NSE",  "BSE",    "ASX",    "SGX",  "OTC"};
constexpr std::array<std::string_view, 8> kLinks{"Quote", "Quotes", "Profile", "Research",
                                                 "Chart", "News",   "Cramer",  "Symbol"};
constexpr std::array<std::string_view, 9> kCurrencies{"$", "€", "£", "¥", "US$", "C$", "A$", "HK$", "Rs"};

// "ACM.O", "ORN.AX": a symbol as wires write it.
bool is_symbol(std::string_view form) {
  const auto dot = form.find('.');
  if (dot == std::string_view::npos || dot < 1 || dot > 6 || form.size() - dot < 2 || form.size() - dot > 3)
    return false;
  return std::all_of(form.begin(), form.end(),
                     [](char c) { return is_ascii_upper(c) || is_ascii_digit(c) || c == '.'; }) &&
         is_ascii_upper(form.back());
}

bool is_aside(const Tokens& tokens, std::size_t open, std::size_t close) {
  const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(open) + 1;
  const auto end = tokens.begin() + static_cast<std::ptrdiff_t>(close);
  const auto any = [&](const auto& words) {
    return std::any_of(begin, end, [&](const Token& t) { return is_one_of(t.form, words); });
  };
  if (any(kExchanges) || (begin->form.size() > 3 && is_symbol(begin->form))) return true;
  if (std::all_of(begin, end, [](const Token& t) { return t.form == "," || is_one_of(t.form, kLinks); }))
    return true;
  const bool number = std::any_of(begin, end, [](const Token& t) { return is_ascii_digit(t.form[0]); });
  return number && any(kCurrencies) && std::distance(begin, end) <= 4;
}

void cut_brackets(Tokens& tokens) {
  for (std::size_t open = 1; open + 2 < tokens.size(); ++open) {
    if (tokens[open].form != "(") continue;
    std::size_t close = open + 1;
    while (close < tokens.size() && close - open <= kLongest && tokens[close].form != ")") ++close;
    if (close >= tokens.size() || tokens[close].form != ")" || close == open + 1 ||
        !is_aside(tokens, open, close))
      continue;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(open),
                 tokens.begin() + static_cast<std::ptrdiff_t>(close) + 1);
    --open;
  }
}

// A stock exchange's symbol behind a name: "Acme Corp. ACM.O said".
void cut_symbols(Tokens& tokens) {
  for (std::size_t t = 1; t < tokens.size(); ++t) {
    const bool name = is_ascii_upper(tokens[t - 1].form[0]);
    if (name && tokens[t].form.size() > 3 && is_symbol(tokens[t].form)) {
      tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(t));
      --t;
    }
  }
}

bool is_wire_word(std::string_view form) {
  static constexpr std::array<std::string_view, 8> words{"UPDATE",    "WRAPUP",  "RPT",       "REFILE",
                                                         "CORRECTED", "FACTBOX", "EXCLUSIVE", "UPD"};
  return is_one_of(form, words);
}

void cut_wire_prefix(Tokens& tokens) {
  if (tokens.size() < 4 || !is_wire_word(tokens[0].form)) return;
  std::size_t dash = 1;
  if (is_ascii_digit(tokens[dash].form[0])) ++dash;
  if (tokens[dash].form != "-" || dash + 1 >= tokens.size()) return;
  tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(dash) + 1);
}

}  // namespace

void cut_brackets(std::vector<Sentence>& sentences) {
  for (Sentence& sentence : sentences) {
    if (sentence.layers.parsed) continue;
    cut_wire_prefix(sentence.tokens);
    cut_brackets(sentence.tokens);
    cut_symbols(sentence.tokens);
  }
}

}  // namespace newsgraph
