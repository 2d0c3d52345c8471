#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "catch.h"
#include "pieces.h"
#include "support/json_words.h"

using namespace newsgraph;

namespace {

// The same of `json` as it comes in pieces, of every `step`th size, as of the whole.
void check_pieces(const std::string& json, const std::string& mended, std::uint64_t count, std::size_t step) {
  CHECK(without_non_values(json) == mended);
  for (std::size_t piece = 1; piece < json.size(); piece += step) {
    INFO("in pieces of " << piece);
    std::uint64_t replaced = 0;
    const auto source = without_non_values(std::make_unique<Pieces>(json, piece), replaced);
    CHECK(read_by(*source, 7) == mended);
    CHECK(replaced == count);
  }
}

}  // namespace

TEST_CASE("words that stand for no value become null, whatever the pieces") {
  const std::string json =
      R"({"a": NaN, "b": [Infinity,-Infinity, -inf,nan], "c": "NaN \" Infinity", "d": -1.5e+3, "e": true, "f": undefined, "NaN": null, "g":NaN})";
  const std::string mended =
      R"({"a": null, "b": [null,null, null,null], "c": "NaN \" Infinity", "d": -1.5e+3, "e": true, "f": null, "NaN": null, "g":null})";
  check_pieces(json, mended, 7, 3);
}

TEST_CASE("other words stay for the parser to complain about") {
  CHECK(without_non_values("[None, nothing, -]") == "[null, nothing, -]");  // Python's
  CHECK(without_non_values("[-undefined, nullundefined, undefinedundefined, NaNNaNNaN, NaN]") ==
        "[null, nullundefined, undefinedundefined, NaNNaNNaN, null]");
  CHECK(without_non_values("NaN").size() == 4);
  CHECK(without_non_values("").empty());
}

TEST_CASE("a comma before a closing bracket goes, whatever the pieces") {
  const std::string json = "[{\"a\": [1, 2 , ], \"b\": \",]\", },\n ]";
  const std::string mended = "[{\"a\": [1, 2  ], \"b\": \",]\" }\n ]";
  check_pieces(json, mended, 0, 1);
  CHECK(without_non_values("[1, 2], ") == "[1, 2], ");
}
