#include "claims/assemble/term.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "claims/grammar/light_verb.h"

namespace newsgraph {

namespace {

// The number that a word is, in digits or as one of the small ones; -1 for none.
int number_of(std::string_view word) {
  static constexpr std::array<std::string_view, 10> kWords{"one", "two",   "three", "four", "five",
                                                           "six", "seven", "eight", "nine", "ten"};
  if (const auto found = std::ranges::find(kWords, word); found != kWords.end())
    return static_cast<int>(found - kWords.begin()) + 1;
  int number = -1;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc{} && end == word.data() + word.size() ? number : -1;
}

// The year in which it is said to have happened, "in 2010", "in May 2010"; -1 for none.
int year_said(const Tree& tree, int verb) {
  for (const int t : tree.subtree(verb)) {
    const int year = tree.token(t).upos == Upos::num ? number_of(tree.token(t).form) : -1;
    if (year < 1900 || year > 2099) continue;
    const int phrase = tree.preposition(t).empty() && tree.head(t) >= 0 ? tree.head(t) : t;
    if (tree.preposition(phrase) == "in" && (tree.head(phrase) == verb || phrase == t)) return year;
  }
  return -1;
}

// How many years it is to last, less than one being none; -1 where the words set no time.
int years_set(const StatedMatch& statement, int verb) {
  const Tree& tree = statement.tree();
  for (const int t : tree.children(verb, {Deprel::obl})) {
    const int count = tree.child(t, {Deprel::nummod});
    const bool counted = count >= 0 || tree.child(t, {Deprel::det}) >= 0;
    if (tree.preposition(t) != "for" || !counted || !statement.words("terms").contains(tree.lemma(t)))
      continue;
    if (tree.lemma(t) != "year") return 0;
    return count < 0 ? 1 : number_of(tree.lemma(count));
  }
  return -1;
}

}  // namespace

bool has_run_out(const StatedMatch& statement) {
  const std::string& date = statement.discourse().document().date;
  const int written = date.size() < 4 ? -1 : number_of(std::string_view(date).substr(0, 4));
  const Tree& tree = statement.tree();
  const int carrier = carrying_verb(tree, statement.match.trigger);
  const int verb =
      carrier < 0 || is_verb(tree.token(statement.match.trigger)) ? statement.match.trigger : carrier;
  const int year = year_said(tree, verb), years = years_set(statement, verb);
  return written > 0 && year > 0 && years >= 0 && year + years < written;
}

}  // namespace newsgraph
