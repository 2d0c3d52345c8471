#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "catch.h"
#include "support/json_words.h"

using namespace newsgraph;

namespace {

// Hands out pieces of `piece` bytes, as a pipe may.
class SmallPieces final : public Source {
 public:
  SmallPieces(std::string_view bytes, std::size_t piece) : bytes_(bytes), piece_(piece) {}
  std::size_t read(char* bytes, std::size_t size) override {
    const std::size_t taken = bytes_.copy(bytes, std::min(size, piece_));
    bytes_.remove_prefix(taken);
    return taken;
  }

 private:
  std::string_view bytes_;
  std::size_t piece_;
};

}  // namespace

TEST_CASE("words that stand for no value become null, whatever the pieces") {
  const std::string json =
      R"({"a": NaN, "b": [Infinity,-Infinity, -inf,nan], "c": "NaN \" Infinity", "d": -1.5e+3, "e": true, "f": undefined, "NaN": null, "g":NaN})";
  const std::string mended =
      R"({"a": null, "b": [null,null, null,null], "c": "NaN \" Infinity", "d": -1.5e+3, "e": true, "f": null, "NaN": null, "g":null})";
  CHECK(without_non_values(json) == mended);
  for (std::size_t piece = 1; piece < json.size(); piece += 3) {
    std::uint64_t replaced = 0;
    const auto source = without_non_values(std::make_unique<SmallPieces>(json, piece), replaced);
    std::string all;
    char buffer[7];
    while (const std::size_t taken = source->read(buffer, sizeof buffer)) all.append(buffer, taken);
    CHECK(all == mended);
    CHECK(replaced == 7);
  }
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
  CHECK(without_non_values(json) == mended);
  for (std::size_t piece = 1; piece < json.size(); ++piece) {
    std::uint64_t replaced = 0;
    const auto source = without_non_values(std::make_unique<SmallPieces>(json, piece), replaced);
    std::string all;
    char buffer[7];
    while (const std::size_t taken = source->read(buffer, sizeof buffer)) all.append(buffer, taken);
    CHECK(all == mended);
    CHECK(replaced == 0);
  }
  CHECK(without_non_values("[1, 2], ") == "[1, 2], ");
}
