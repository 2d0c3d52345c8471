// Lemmas by rules: what tags forbid, what exceptions say, and known words before unknown ones.
#include "language/parser/lemmatiser.h"

#include <string>
#include <vector>

#include "catch.h"
#include "model_bytes.h"

using namespace newsgraph;
using namespace model_bytes;

namespace {

struct Strings {
  const char* name;
  std::vector<std::string> strings;
};

// A model file of string tables alone.
Bytes file_of(const std::vector<Strings>& tables) {
  Bytes payload;
  std::string header;
  for (const Strings& table : tables) {
    std::uint32_t end = 0;
    const std::size_t begin = payload.size();
    put(payload, end);
    for (const std::string& s : table.strings) put(payload, end += static_cast<std::uint32_t>(s.size()));
    for (const std::string& s : table.strings) put(payload, s.data(), s.size());
    header += std::string(header.empty() ? "" : ",") + R"({"name":")" + table.name + R"(","count":)" +
              std::to_string(table.strings.size()) + R"(,"offset":)" + std::to_string(begin) + R"(,"size":)" +
              std::to_string(payload.size() - begin) + "}";
  }
  return make(R"({"tensors":[],"tables":[)" + header + "]}", payload);
}

nlohmann::json rule(const char* letters, std::size_t cut_back, const char* add_back) {
  return {
      {"case", letters}, {"cut_front", 0}, {"add_front", ""}, {"cut_back", cut_back}, {"add_back", add_back}};
}

struct Fixture {
  Bytes bytes = file_of({{"parser.lemma_exceptions.keys", {"children\tNOUN"}},
                         {"parser.lemma_exceptions.lemmas", {"child"}},
                         {"parser.known_words", {"make", "newsgraph", "submit", "walk"}}});
  ModelFile file{bytes, "x.ngm"};
  LemmaRules rules{file,
                   nlohmann::json::array({rule("lower", 0, ""), rule("keep", 0, ""), rule("lower", 3, ""),
                                          rule("lower", 4, ""), rule("lower", 3, "e")})};
  Lemmatiser lemmatiser{rules};

  std::string lemma(std::string_view form, Upos upos, std::vector<float> scores) {
    return lemmatiser.lemma(form, upos, upos == Upos::propn ? Xpos::nnp : Xpos::vbg, scores);
  }
};

}  // namespace

TEST_CASE("A rule that makes a known word goes before one that scores a little more") {
  Fixture f;
  CHECK(f.lemma("submitting", Upos::verb, {0, 0, 9, 8, 4}) == "submit");
  CHECK(f.lemma("submitting", Upos::verb, {0, 0, 9, 5, 4}) == "submitt");
  CHECK(f.lemma("walking", Upos::verb, {0, 0, 9, 8, 8.5F}) == "walk");
  CHECK(f.lemma("Making", Upos::verb, {0, 0, 9, 8, 8.5F}) == "make");
  CHECK(f.lemma("zorving", Upos::verb, {0, 0, 9, 8, 8.5F}) == "zorv");
}

TEST_CASE("Lemmas that were made before stay what they were") {
  Fixture f;
  for (int round = 0; round < 2; ++round) {
    CHECK(f.lemma("submitting", Upos::verb, {0, 0, 9, 8, 4}) == "submit");
    CHECK(f.lemma("submitting", Upos::verb, {0, 0, 9, 5, 4}) == "submitt");
    CHECK(f.lemma("walking", Upos::verb, {0, 0, 9, 0, 0}) == "walk");
    CHECK(f.lemma("walking", Upos::noun, {9, 0, 0, 0, 0}) == "walking");
  }
}

TEST_CASE("Irregular past forms have their verb, whatever the rules score") {
  Fixture f;
  const std::vector<float> keep{9, 0, 0, 0, 0};
  CHECK(f.lemmatiser.lemma("Sold", Upos::verb, Xpos::vbd, keep) == "sell");
  CHECK(f.lemmatiser.lemma("held", Upos::verb, Xpos::vbn, keep) == "hold");
  CHECK(f.lemmatiser.lemma("found", Upos::verb, Xpos::vb, keep) == "found");
  CHECK(f.lemmatiser.lemma("thought", Upos::noun, Xpos::nn, keep) == "thought");
}

TEST_CASE("A proper noun with a capital keeps it, exceptions come first") {
  Fixture f;
  CHECK(f.lemma("Walk", Upos::propn, {9, 8, 0, 0, 0}) == "Walk");
  CHECK(f.lemma("Walk", Upos::noun, {9, 8, 0, 0, 0}) == "walk");
  CHECK(f.lemma("walk", Upos::propn, {9, 8, 0, 0, 0}) == "walk");
  CHECK(f.lemma("children", Upos::noun, {9, 0, 0, 0, 0}) == "child");
  CHECK(f.lemma("children", Upos::propn, {9, 0, 0, 0, 0}) == "children");
  CHECK(f.lemma("ab", Upos::verb, {0, 0, 9, 0, 0}) == "ab");
}

TEST_CASE("More forms than the memory holds are no harm") {
  Fixture f;
  for (std::size_t i = 0; i <= Lemmatiser::kForms; ++i)
    f.lemma("form" + std::to_string(i), Upos::noun, {9, 0, 0, 0, 0});
  CHECK(f.lemma("form1", Upos::noun, {9, 0, 0, 0, 0}) == "form1");
}
