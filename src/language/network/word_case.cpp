#include "language/network/word_case.h"

#include "support/utf8.h"

namespace newsgraph {

WordCase word_case(std::string_view form) {
  int letters = 0, capitals = 0;
  bool first = false;
  for (const auto& [c, length, valid] : utf8::code_points(form)) {
    if (!utf8::is_letter(c)) continue;
    const bool capital = utf8::is_upper(c);
    if (letters++ == 0) first = capital;
    capitals += capital;
  }
  if (letters == 0) return WordCase::no_letter;
  if (capitals == 0) return WordCase::lower;
  if (letters > 1 && capitals == letters) return WordCase::upper;
  return first && capitals == 1 ? WordCase::capitalised : WordCase::mixed;
}

}  // namespace newsgraph
