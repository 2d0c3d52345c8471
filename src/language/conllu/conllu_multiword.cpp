#include "language/conllu/conllu_multiword.h"

#include "language/split/tokenize_characters.h"
#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {

namespace {

CharClass last_class(std::string_view form) {
  std::size_t start = form.size() - 1;
  while (start > 0 && utf8::is_continuation(form[start])) --start;
  return glyph_at(form, start).cls;
}

bool is_apostrophe(std::string_view form) {
  const Glyph g = glyph_at(form, 0);
  return g.cls == CharClass::apostrophe && g.length == form.size();
}

// Whether a single quotation mark is open before the word at `index`.
bool in_single_quotes(const Sentence& sentence, std::size_t index) {
  bool open = false;
  for (std::size_t i = 0; i < index; ++i) {
    const Token& token = sentence.tokens[i];
    if (!is_apostrophe(token.form)) continue;
    const bool after_space = i == 0 || sentence.tokens[i - 1].space_after;
    open = after_space && !token.space_after;
  }
  return open;
}

// "parties'": the tag says so, or else that no quotation is open which the mark might close.
bool is_possessive_mark(const Sentence& sentence, std::size_t index) {
  if (sentence.layers.parsed) return sentence.tokens[index].xpos == Xpos::pos;
  return ascii_lower(sentence.tokens[index - 1].form.back()) == 's' && !in_single_quotes(sentence, index);
}

bool continues_word(const Sentence& sentence, std::size_t index) {
  const Token& left = sentence.tokens[index - 1];
  const std::string_view form = sentence.tokens[index].form;
  if (left.space_after || left.form.empty() || form.empty()) return false;
  const CharClass before = last_class(left.form);
  const Glyph first = glyph_at(form, 0);
  if (is_letter(first.cls)) return is_letter(before);
  if (first.cls != CharClass::apostrophe || !(is_word(before) || left.form.back() == '.')) return false;
  if (first.length == form.size()) return is_possessive_mark(sentence, index);
  return is_letter(glyph_at(form, first.length).cls);
}

}  // namespace

std::size_t multiword_end(const Sentence& sentence, std::size_t first) {
  std::size_t last = first;
  while (last + 1 < sentence.tokens.size() && continues_word(sentence, last + 1)) ++last;
  return last;
}

}  // namespace newsgraph
