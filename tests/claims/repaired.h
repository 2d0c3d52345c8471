// For tests of the repair of trees: a sentence as the parser gave it (annotated.h has the notation), and
// where some of its words hang after a repair.
#pragma once

#include "claims/annotated.h"

namespace newsgraph::testing {

// `after` lists FORM/DEPREL/HEAD, the head by its form or "root"; an empty part is not looked at:
// "mocking//insulting".
inline void check(void (*repair)(Sentence&), std::string_view line, const std::string& after) {
  const Annotated document(line);
  Sentence sentence = document.sentence(0);
  repair(sentence);
  std::vector<std::string> found;
  for (const std::string& item : parts_of(after, ',')) {
    const std::string wanted = item.substr(item.find_first_not_of(' '));
    const auto first = wanted.find('/'), second = wanted.find('/', first + 1);
    const std::string form = wanted.substr(0, first);
    const Token& token = sentence.token(document.at(form).token);
    std::string text = form + "/";
    if (second != first + 1) text += to_string(token.deprel);
    if (second != std::string::npos)
      text += "/" + (token.head < 0 ? "root" : std::string(sentence.token(token.head).form));
    found.push_back(std::move(text));
  }
  INFO(line);
  CHECK(listed(found) == after);
}

}  // namespace newsgraph::testing
