#include "language/names/agreed_names.h"

#include <deque>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"

using namespace newsgraph;

namespace {

constexpr int kPerson = static_cast<int>(NameType::person);
constexpr int kPlace = static_cast<int>(NameType::place);
constexpr int kEvent = static_cast<int>(NameType::event);

// What the model is made to believe of words [first, last] of a sentence.
struct Belief {
  int first;
  int last;
  int type;
  float strength;
};

// A document whose scores are set by hand; words are parted by spaces.
class Document {
 public:
  Document() : neutral_(std::vector<float>(kNameTags * kNameTags, 0), std::vector<float>(kNameTags, 0)) {}

  void add(const std::string& text, const std::vector<Belief>& beliefs) {
    auto& tokens = tokens_.emplace_back();
    std::istringstream words(text);
    for (std::string word; words >> word;) {
      tokens.emplace_back();
      tokens.back().form = forms_.emplace_back(word);
    }
    std::vector<float> scores(tokens.size() * kNameTags, 0);
    for (std::size_t t = 0; t < tokens.size(); ++t) scores[t * kNameTags] = 6;
    for (const Belief& b : beliefs) {
      for (int t = b.first; t <= b.last; ++t) {
        const int tag = t == b.first ? begin_tag(b.type) : inside_tag(b.type);
        scores[static_cast<std::size_t>(t * kNameTags + tag)] = 6 + b.strength;
      }
    }
    sentences_.push_back(
        {tokens, capitals_of(tokens), NameLattice(scores, neutral_), best_names(scores, neutral_)});
  }

  // "first-last type" of the names of each sentence.
  std::vector<std::string> agree() {
    std::vector<const NamedSentence*> document;
    for (const NamedSentence& sentence : sentences_) document.push_back(&sentence);
    std::vector<std::string> out;
    for (const auto& names : agreed_names(document)) {
      std::string line;
      for (const Name& n : names) {
        line += std::to_string(n.first) + "-" + std::to_string(n.last) + " " +
                std::string(to_string(n.type)) + ";";
        CHECK(n.confidence > 0);
        CHECK(n.confidence <= 1);
      }
      out.push_back(line);
    }
    return out;
  }

 private:
  NameTransitions neutral_;
  std::deque<std::string> forms_;
  std::deque<std::vector<Token>> tokens_;
  std::vector<NamedSentence> sentences_;
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a bare surname follows the full name") {
  Document d;
  d.add("police named Helga Lund as a witness", {{2, 3, kPerson, 6}});
  d.add("later Lund left the court", {{1, 1, kPlace, 4}});
  CHECK(d.agree() == Lines{"2-3 person;", "1-1 person;"});
}

TEST_CASE("a storm keeps its type under its short name") {
  Document d;
  d.add("the coast fears Hurricane Olga tonight", {{3, 4, kEvent, 6}});
  d.add("people fled from Olga by car", {{3, 3, kPerson, 4}});
  CHECK(d.agree() == Lines{"3-4 event;", "3-3 event;"});
}

TEST_CASE("occurrences outvote a single doubtful one") {
  Document d;
  d.add("ships left for Vestby on time", {{3, 3, kPlace, 6}});
  d.add("then they saw Vestby burn", {{3, 3, kPlace, 6}});
  d.add("we heard Vestby cry out", {{2, 2, kPerson, 0.2F}, {2, 2, kPlace, 0.1F}});
  CHECK(d.agree() == Lines{"3-3 place;", "3-3 place;", "2-2 place;"});
}

TEST_CASE("an occurrence that its sentence leaves open is marked, one that it excludes is not") {
  Document d;
  d.add("ships left for Vestby on time", {{3, 3, kPlace, 9}});
  d.add("then they saw Vestby burn", {{3, 3, kPlace, 9}});
  d.add("we know Vestby is far", {{2, 2, kPlace, -0.3F}});
  d.add("we say Vestby is far", {});
  CHECK(d.agree() == Lines{"3-3 place;", "3-3 place;", "2-2 place;", ""});
}

TEST_CASE("a headline in capitals learns from the text below it") {
  Document d;
  d.add("VESTBY FEARS A FLOOD", {{0, 0, kPerson, 0.5F}, {0, 0, kPlace, 0.3F}});
  d.add("ships left for Vestby on time", {{3, 3, kPlace, 9}});
  CHECK(d.agree() == Lines{"0-0 place;", "3-3 place;"});
}

TEST_CASE("the longer of two overlapping names stays") {
  Document d;
  d.add("the Bank of Vestby lends", {{1, 3, kPlace, 7}});
  d.add("ships left for Vestby on time", {{3, 3, kPlace, 9}});
  CHECK(d.agree() == Lines{"1-3 place;", "3-3 place;"});
}

TEST_CASE("a document without sentences or names has no names") {
  Document d;
  CHECK(d.agree().empty());
  d.add("no names here", {});
  CHECK(d.agree() == Lines{""});
}
