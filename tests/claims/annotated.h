// Documents whose trees and names a test states itself, in one line a sentence, so that what is made of them
// is tested apart from the model and a row of a table is easily added.
//
// A word is FORM/XPOS/DEPREL/HEAD: the labels are those of CoNLL-U, the head counts from 1, 0 is the root.
// The UPOS is that which the XPOS mostly has; "UPOS:XPOS" gives another. "FORM=LEMMA" gives a lemma that is
// not the form in lower case (of a name: the form), a fifth part the type of a name that begins there, "+"
// that it goes on: "Vega/NNP/nsubj/3/organization Mining/NNP/flat/1/+".
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "claims/discourse/discourse.h"
#include "language/conllu/conllu.h"
#include "support/ascii.h"

namespace newsgraph::testing {

inline std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

class Annotated {
 public:
  explicit Annotated(std::string_view lines) : read_(read(lines)) { document_.text = *read_.text; }

  Discourse discourse() {
    return {document_, read_.sentences, Knowledge::built_in(), [](const std::vector<Sentence*>&) {}};
  }
  int size() const { return static_cast<int>(read_.sentences.size()); }
  const Sentence& sentence(int index) const { return read_.sentences[static_cast<std::size_t>(index)]; }
  // The last token with this form.
  Place at(std::string_view form) const {
    for (int s = size() - 1; s >= 0; --s) {
      for (int t = sentence(s).size() - 1; t >= 0; --t) {
        if (sentence(s).token(t).form == form) return {s, t};
      }
    }
    FAIL("no token " << form);
    return {};
  }

 private:
  // The tags as two columns.
  static std::string tags_of(const std::string& given, const std::string& deprel) {
    const auto colon = given.find(':');
    if (colon != std::string::npos && given.size() > 1)
      return given.substr(0, colon) + "\t" + given.substr(colon + 1);
    return upos_of(given, deprel) + "\t" + given;
  }

  static std::string upos_of(const std::string& xpos, const std::string& deprel) {
    const bool helps = deprel.starts_with("aux") || deprel == "cop";
    if (xpos.starts_with("VB")) return helps ? "AUX" : "VERB";
    if (xpos == "IN") return deprel == "mark" ? "SCONJ" : "ADP";
    static const std::map<std::string, std::string> kOthers{
        {"NN", "NOUN"}, {"NNS", "NOUN"}, {"NNP", "PROPN"}, {"NNPS", "PROPN"}, {"MD", "AUX"},   {"JJ", "ADJ"},
        {"RB", "ADV"},  {"DT", "DET"},   {"PRP", "PRON"},  {"PRP$", "PRON"},  {"WDT", "PRON"}, {"WP", "PRON"},
        {"CD", "NUM"},  {"CC", "CCONJ"}, {"TO", "PART"},   {"POS", "PART"}};
    const auto found = kOthers.find(xpos);
    return found == kOthers.end() ? "PUNCT" : found->second;
  }

  // One line of CoNLL-U; `name` is the type of the name that the word before is in, and then its own.
  static std::string line_of(const std::string& word, int number, std::string& name) {
    const auto fields = parts_of(word, '/');
    INFO(word);
    REQUIRE((fields.size() == 4 || fields.size() == 5));
    const auto equals = fields[0].find('=');
    const std::string form = fields[0].substr(0, equals);
    const std::string lemma = equals != std::string::npos    ? fields[0].substr(equals + 1)
                              : fields[1].starts_with("NNP") ? form
                                                             : ascii_lowered(form);
    const bool goes_on = fields.size() == 5 && fields[4] == "+";
    if (!goes_on) name = fields.size() == 5 ? fields[4] : "";
    const std::string misc = name.empty() ? "_" : (goes_on ? "Name=I-" : "Name=B-") + name;
    return std::to_string(number) + "\t" + form + "\t" + lemma + "\t" + tags_of(fields[1], fields[2]) +
           "\t_\t" + fields[3] + "\t" + fields[2] + "\t_\t" + misc + "\n";
  }

  static ConlluDocument read(std::string_view lines) {
    std::string conllu;
    for (const std::string& line : parts_of(lines, '\n')) {
      int number = 0;
      std::string name;
      for (const std::string& word : parts_of(line, ' ')) conllu += line_of(word, ++number, name);
      if (number > 0) conllu += "\n";
    }
    auto documents = read_conllu(conllu, "test", ConlluColumns::analysis);
    return std::move(documents.front());
  }

  ConlluDocument read_;
  Document document_;
};

// "a, b"
inline std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : ", ") + item;
  return text;
}

// The forms of tokens, "-" for none.
inline std::string forms_of(const Sentence& sentence, const std::vector<int>& tokens) {
  std::vector<std::string> forms;
  forms.reserve(tokens.size());
  for (const int t : tokens) forms.emplace_back(sentence.token(t).form);
  return forms.empty() ? "-" : listed(forms);
}

// Rows of tables of tests: a text, perhaps a word of it, and what is expected.
struct Row {
  std::string_view text, expected;
};
struct WordRow {
  std::string_view text, word, expected;
};

// What `found` says of each row has to be what is expected.
template <typename Found, typename AnyRow>
void check_rows(Found found, std::initializer_list<AnyRow> rows) {
  for (const AnyRow& row : rows) {
    INFO(row.text);
    CHECK(found(row) == row.expected);
  }
}

}  // namespace newsgraph::testing
