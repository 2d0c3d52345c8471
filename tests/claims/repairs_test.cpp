// Whatever tree the parser makes, repair leaves a tree: one root, no circles.
#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>

#include "catch.h"
#include "claims/repair/repairs.h"

using namespace newsgraph;

namespace {

struct Word {
  std::string_view form, lemma;
  Upos upos;
  Xpos xpos;
};

constexpr std::array<Word, 28> kWords{{{"Orion", "Orion", Upos::propn, Xpos::nnp},
                                       {"Vega", "Vega", Upos::propn, Xpos::nnp},
                                       {"who", "who", Upos::pron, Xpos::wp},
                                       {",", ",", Upos::punct, Xpos::comma},
                                       {"\"", "\"", Upos::punct, Xpos::quote_open},
                                       {"and", "and", Upos::cconj, Xpos::cc},
                                       {"to", "to", Upos::part, Xpos::to},
                                       {"by", "by", Upos::adp, Xpos::in},
                                       {"of", "of", Upos::adp, Xpos::in},
                                       {"for", "for", Upos::adp, Xpos::in},
                                       {"called", "call", Upos::verb, Xpos::vbd},
                                       {"accuses", "accuse", Upos::verb, Xpos::vbz},
                                       {"accusing", "accuse", Upos::verb, Xpos::vbg},
                                       {"banned", "ban", Upos::verb, Xpos::vbn},
                                       {"was", "be", Upos::aux, Xpos::vbd},
                                       {"foolish", "foolish", Upos::adj, Xpos::jj},
                                       {"subsidiary", "subsidiary", Upos::adj, Xpos::jj},
                                       {"case", "case", Upos::noun, Xpos::nn},
                                       {"officials", "official", Upos::noun, Xpos::nns},
                                       {"weeks", "week", Upos::noun, Xpos::nns},
                                       {"company", "company", Upos::noun, Xpos::nn},
                                       {"aerospace", "aerospace", Upos::noun, Xpos::nn},
                                       {"the", "the", Upos::det, Xpos::dt},
                                       {"has", "have", Upos::aux, Xpos::vbz},
                                       {"after", "after", Upos::adp, Xpos::in},
                                       {"stake", "stake", Upos::verb, Xpos::vb},
                                       {"director", "director", Upos::noun, Xpos::nn},
                                       {"it", "it", Upos::pron, Xpos::prp}}};

constexpr std::array<Deprel, 23> kRelations{
    Deprel::acl,       Deprel::acl_relcl,    Deprel::advcl, Deprel::amod,       Deprel::appos,
    Deprel::aux_pass,  Deprel::case_,        Deprel::cc,    Deprel::ccomp,      Deprel::compound,
    Deprel::conj,      Deprel::cop,          Deprel::flat,  Deprel::mark,       Deprel::nmod,
    Deprel::nsubj,     Deprel::obj,          Deprel::obl,   Deprel::nsubj_pass, Deprel::xcomp,
    Deprel::obl_agent, Deprel::obl_unmarked, Deprel::det};

// A sentence of random words with a random tree: each word hangs on one that hangs already.
Sentence random_sentence(std::mt19937& random) {
  const int size = 3 + static_cast<int>(random() % 14);
  Sentence sentence;
  sentence.headline = random() % 4 == 0;
  std::vector<int> order;
  for (int t = 0; t < size; ++t) {
    const Word& word = kWords[random() % kWords.size()];
    Token token;
    token.form = word.form;
    token.lemma = word.lemma;
    token.upos = word.upos;
    token.xpos = word.xpos;
    token.deprel = kRelations[random() % kRelations.size()];
    sentence.tokens.push_back(token);
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(random() % (order.size() + 1)), t);
  }
  for (std::size_t i = 0; i < order.size(); ++i)
    sentence.token(order[i]).head = i == 0 ? -1 : order[random() % i];
  sentence.token(order[0]).deprel = Deprel::root;
  for (int t = 0; t + 1 < size; t += 1 + static_cast<int>(random() % 4)) {
    const auto type = static_cast<NameType>(random() % 4);
    const int last = std::min(size - 1, t + static_cast<int>(random() % 3));
    sentence.names.push_back({t, last, type, 1});
    t = last;
  }
  return sentence;
}

// The words from which the root can be reached, none of them twice.
bool is_tree(const Sentence& sentence) {
  int roots = 0;
  for (const Token& token : sentence.tokens) {
    if (token.head < 0) ++roots;
    std::size_t steps = 0;
    for (int above = token.head; above >= 0; above = sentence.token(above).head) {
      if (++steps > sentence.tokens.size()) return false;
    }
  }
  return roots == 1;
}

std::string table(const Sentence& sentence) {
  std::string rows;
  for (const Token& token : sentence.tokens)
    rows += std::string(token.form) + " " + std::to_string(token.head + 1) + " " +
            std::string(to_string(token.deprel)) + "\n";
  return rows;
}

}  // namespace

TEST_CASE("repair leaves a tree") {
  std::mt19937 random(20251122);
  for (int i = 0; i < 20000; ++i) {
    Sentence sentence = random_sentence(random);
    const std::string before = table(sentence);
    repair_closed_classes(sentence);
    repair_names(sentence);
    repair_objects(sentence);
    repair_valency(sentence);
    INFO(before << "became\n" << table(sentence));
    REQUIRE(is_tree(sentence));
  }
}
