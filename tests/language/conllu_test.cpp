#include "language/conllu/conllu.h"

#include <string>

#include "catch.h"
#include "language/split/split.h"
#include "support/error.h"

using namespace newsgraph;

namespace {

constexpr char kFile[] =
    "# newdoc id = d1\n"
    "# newpar\n"
    "# sent_id = d1-1\n"
    "# text = Xi didn't say.\n"
    "1\tXi\tXi\tPROPN\tNNP\t_\t4\tnsubj\t_\tName=B-person|TokenRange=0:2\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tTokenRange=3:9\n"
    "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\tTokenRange=3:6\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\tTokenRange=6:9\n"
    "4\tsay\tsay\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No|TokenRange=10:13\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tTokenRange=13:14\n"
    "\n"
    "# newpar\n"
    "# sent_id = d1-2\n"
    "# text = New York\n"
    "1\tNew\tNew\tPROPN\tNNP\t_\t2\tcompound\t_\tName=B-place|TokenRange=16:19\n"
    "2\tYork\tYork\tPROPN\tNNP\t_\t0\troot\t_\tName=I-place|TokenRange=20:24\n"
    "\n";

std::vector<ConlluDocument> read(const std::string& bytes, ConlluColumns columns = ConlluColumns::analysis) {
  return read_conllu(bytes, "test.conllu", columns);
}

std::string error_of(const std::string& bytes) {
  try {
    read(bytes);
  } catch (const Error& error) {
    return error.where() + ": " + error.what();
  }
  return {};
}

std::string word(const std::string& id, const std::string& head = "0", const std::string& upos = "X",
                 const std::string& misc = "_") {
  return id + "\tw\tw\t" + upos + "\tNN\t_\t" + head + "\tdep\t_\t" + misc + "\n";
}

}  // namespace

TEST_CASE("an analysis survives reading and writing") {
  const auto documents = read(kFile);
  REQUIRE(documents.size() == 1);
  const ConlluDocument& document = documents.front();
  CHECK(document.id == "d1");
  CHECK(*document.text == "Xi didn't say.\n\nNew York");
  REQUIRE(document.sentences.size() == 2);
  const Sentence& first = document.sentences[0];
  CHECK(first.tokens[2].form == "n't");
  CHECK(first.tokens[2].begin == 6);
  CHECK(first.tokens[3].head == -1);
  CHECK(first.layers.parsed);
  REQUIRE(document.sentences[1].names.size() == 1);
  CHECK(document.sentences[1].names[0].type == NameType::place);
  CHECK(document.sentences[1].names[0].last == 1);

  std::string kept;
  append_conllu(kept, document);
  CHECK(kept == kFile);
  std::string made;
  append_conllu(made, document.id, document.sentences);
  CHECK(made == kFile);
}

TEST_CASE("tokens alone are left for the analyzer") {
  const auto documents = read(kFile, ConlluColumns::tokens);
  const Sentence& sentence = documents.at(0).sentences.at(0);
  CHECK_FALSE(sentence.layers.parsed);
  CHECK(sentence.names.empty());
  CHECK(sentence.tokens.size() == 5);
  CHECK(sentence.tokens[0].lemma.empty());
}

TEST_CASE("split text comes back as it was split") {
  const std::string text =
      "China's firm can't sell.\n\nIt was gonna — \"maybe\" — pay the parties' fees: $5m, 10pm. \"No,\" he "
      "said.";
  const auto sentences = split(text);
  std::string out;
  append_conllu(out, "doc 1", sentences);
  const auto documents = read(out, ConlluColumns::tokens);
  REQUIRE(documents.size() == 1);
  CHECK(*documents[0].text == text);
  REQUIRE(documents[0].sentences.size() == sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    REQUIRE(documents[0].sentences[i].tokens.size() == sentences[i].tokens.size());
    for (std::size_t k = 0; k < sentences[i].tokens.size(); ++k) {
      CHECK(documents[0].sentences[i].tokens[k].form == sentences[i].tokens[k].form);
      CHECK(documents[0].sentences[i].tokens[k].begin == sentences[i].tokens[k].begin);
    }
  }
  std::vector<std::string> multiword;
  for (const ConlluLayout& layout : documents[0].layouts) {
    for (const MultiwordToken& token : layout.multiword) multiword.push_back(token.form);
  }
  CHECK(multiword == std::vector<std::string>{"China's", "can't", "gonna", "parties'"});
}

TEST_CASE("a closing quotation mark is no possessive") {
  std::string out;
  append_conllu(out, "d", split("the so-called 'terrorists' left"));
  CHECK(out.find("terrorists'") == out.find("terrorists' left"));
}

TEST_CASE("white space in an id does not break the lines") {
  std::string out;
  append_conllu(out, "a\nb", split("Hi"));
  CHECK(out.substr(0, out.find('\n')) == "# newdoc id = a b");
}

TEST_CASE("empty nodes are skipped, comments kept, line ends and a missing last one forgiven") {
  const std::string empty_node = "1.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n";
  const auto documents =
      read("# global.columns = ID\r\n# newpar_block = p\r\n" + word("1") + empty_node + word("2", "1") +
           "\r\n# sent_id = 2\n" + word("1").substr(0, word("1").size() - 1));
  REQUIRE(documents.size() == 1);
  CHECK(documents[0].id.empty());
  CHECK(*documents[0].text == "w w w");
  REQUIRE(documents[0].layouts.size() == 2);
  CHECK(documents[0].layouts[0].comments ==
        std::vector<std::string>{"# global.columns = ID", "# newpar_block = p"});
  CHECK(documents[0].sentences[0].tokens.size() == 2);
}

TEST_CASE("documents are told apart, words of a multiword token that do not spell it stay words") {
  const std::string bytes = "# newdoc id = a\n" + word("1") +
                            "\n# newdoc id = b\n1-2\tdu\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n" +
                            "1\tde\tde\tADP\tIN\t_\t2\tcase\t_\t_\n2\tle\tle\tDET\tDT\t_\t0\troot\t_\t_\n";
  const auto documents = read(bytes);
  REQUIRE(documents.size() == 2);
  CHECK(documents[1].id == "b");
  CHECK(*documents[1].text == "dele");
  CHECK(documents[1].layouts[0].multiword.at(0).form == "du");
  CHECK_FALSE(documents[1].sentences[0].tokens[1].space_after);
}

TEST_CASE("what is not CoNLL-U is refused with its line") {
  CHECK(error_of("1\tw\n") == "test.conllu:1: 2 columns instead of 10, separated by tabs");
  CHECK(error_of(word("2")) == "test.conllu:1: word 2 where 1 is expected");
  CHECK(error_of(word("x")) == "test.conllu:1: \"x\" is no number");
  CHECK(error_of(word("1") + "# late\n") == "test.conllu:2: a comment inside a sentence");
  CHECK(error_of(word("1", "0", "NOUNS")) == "test.conllu:1: \"NOUNS\" is no label of UD English");
  CHECK(error_of(word("1", "0", "X", "Name=I-person")) == "test.conllu:1: \"I-person\" continues no name");
  CHECK(error_of(word("1", "0", "X", "Name=B-planet")) == "test.conllu:1: \"B-planet\" is no name tag");
  CHECK(error_of("1-2\tw\t_\t_\t_\t_\t_\t_\t_\t_\n" + word("1")) ==
        "test.conllu:2: a multiword token with too few words before this line");
  CHECK(error_of("1-1\tw\t_\t_\t_\t_\t_\t_\t_\t_\n") ==
        "test.conllu:1: the multiword token 1-1 is out of order");
  CHECK(error_of("1\t\tw\tX\tNN\t_\t0\tdep\t_\t_\n") == "test.conllu:1: a token without a form");
}

TEST_CASE("heads that make no tree are refused") {
  const std::string message = "the heads of the sentence before this line make no tree";
  CHECK(error_of(word("1", "2") + word("2", "1") + "\n") == "test.conllu:3: " + message);
  CHECK(error_of(word("1", "0") + word("2", "0") + "\n") == "test.conllu:3: " + message);
  CHECK(error_of(word("1", "9") + "\n") == "test.conllu:2: " + message);
  CHECK(error_of(word("1", "0") + word("2", "3") + word("3", "2") + "\n") == "test.conllu:4: " + message);
  CHECK(error_of(word("1", "99999999") + "\n") == "test.conllu:1: head \"99999999\" is out of range");
}

TEST_CASE("limits hold") {
  std::string longest;
  for (std::size_t i = 1; i <= kMaxConlluWords + 1; ++i)
    longest += word(std::to_string(i), i == 1 ? "0" : "1");
  CHECK(error_of(longest) == "test.conllu:5001: a sentence of more than 5000 words");
  CHECK(error_of("# " + std::string(std::size_t{2} << 20U, 'x')) ==
        "test.conllu:1: a line of more than 1 MiB");
}
