// Word pieces are those of the tokenizers library, which the trainer uses.
#include "language/network/word_pieces.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "catch.h"
#include "language/model.h"
#include "language/model_impl.h"
#include "language/network/word_case.h"

using namespace newsgraph;

namespace {

std::vector<std::uint32_t> ids(const FormPieces& pieces) {
  return {pieces.ids.begin(), pieces.ids.begin() + pieces.count};
}

}  // namespace

TEST_CASE("Forms are cut as the tokenizers library cuts them") {
  // Made by tools/train/word_piece_cases.py.
  std::ifstream in(NEWSGRAPH_SOURCE_DIR "/tests/language/word_pieces.json");
  const nlohmann::json cases = nlohmann::json::parse(in);
  REQUIRE(cases.size() > 150);
  const WordPieces& pieces = Model::built_in()->impl().pieces;
  WordPieceCache cache(pieces);
  for (const nlohmann::json& entry : cases) {
    auto form = entry["form"].get<std::string>();
    if (entry.contains("times")) {
      const std::string once = form;
      for (int i = 1; i < entry["times"].get<int>(); ++i) form += once;
    }
    INFO(entry["form"]);
    const auto expected = entry["ids"].get<std::vector<std::uint32_t>>();
    CHECK(ids(pieces.cut(form)) == expected);
    CHECK(ids(cache.find(form)) == expected);
    CHECK(ids(cache.find(form)) == expected);
    CHECK(static_cast<int>(word_case(form)) == entry["case"].get<int>());
  }
}

TEST_CASE("Any bytes have pieces") {
  const WordPieces& pieces = Model::built_in()->impl().pieces;
  for (const std::string& form :
       {std::string(), std::string("\xff\xfe"), std::string("a\0b", 3), std::string("\xe2\x82")}) {
    const FormPieces cut = pieces.cut(form);
    CHECK(cut.count >= 1);
    for (const std::uint32_t id : ids(cut)) CHECK(id < pieces.size());
  }
  CHECK(ids(pieces.cut("ab")) == ids(pieces.cut(std::string("a\0b\xff", 4))));
}

TEST_CASE("More forms than are kept change nothing") {
  const WordPieces& pieces = Model::built_in()->impl().pieces;
  WordPieceCache cache(pieces);
  for (std::size_t i = 0; i < WordPieceCache::kForms + 100; ++i) cache.find("w" + std::to_string(i));
  CHECK(ids(cache.find("w1")) == ids(pieces.cut("w1")));
  const std::string longer(WordPieceCache::kLongest + 1, 'x');
  CHECK(ids(cache.find(longer)) == ids(pieces.cut(longer)));
}
