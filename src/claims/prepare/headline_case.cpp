#include "claims/prepare/headline_case.h"

#include "support/ascii.h"

namespace newsgraph {

bool in_title_case(const Sentence& sentence) {
  int words = 0, small = 0;
  bool lower = false;
  for (const Token& token : sentence.tokens) {
    if (token.form.size() < 4 || !(is_ascii_upper(token.form[0]) || is_ascii_lower(token.form[0]))) continue;
    ++words;
    small += is_ascii_lower(token.form[0]) ? 1 : 0;
    lower = lower || is_ascii_lower(token.form[1]);
  }
  return sentence.headline && words > 1 && 2 * small < words && lower;  // not where all letters are capitals
}

void lower_triggers(std::vector<Sentence>& sentences, std::initializer_list<const TriggerScanner*> scanners,
                    std::deque<std::string>& forms) {
  for (Sentence& sentence : sentences) {
    if (!in_title_case(sentence)) continue;
    for (const TriggerScanner* scanner : scanners) {
      for (const TriggerHit& hit : scanner->hits(sentence)) {
        Token& token = sentence.token(hit.token);
        const bool word = hit.token > 0 && token.form.size() > 3 && is_ascii_upper(token.form[0]) &&
                          is_ascii_lower(token.form[1]);
        if (!word) continue;
        std::string& form = forms.emplace_back(token.form);
        form[0] = ascii_lower(form[0]);
        token.form = form;
      }
    }
  }
}

}  // namespace newsgraph
