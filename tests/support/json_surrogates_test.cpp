#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "catch.h"
#include "pieces.h"
#include "support/json_surrogates.h"

using namespace newsgraph;

namespace {

struct Mended {
  std::string text;
  std::uint64_t count = 0;
};

Mended mended(std::string_view json, std::size_t piece, std::size_t asked) {
  Mended result;
  const auto source = mend_surrogates(std::make_unique<Pieces>(json, piece), result.count);
  result.text = read_by(*source, asked);
  return result;
}

struct Case {
  std::string_view json;
  std::string_view expected;
  std::uint64_t count;
};

constexpr Case kCases[] = {
    {R"("plain")", R"("plain")", 0},
    {R"("\ud83d\ude00 and \uD83D\uDE00")", R"("\ud83d\ude00 and \uD83D\uDE00")", 0},
    {R"("\ud83d")", R"("\uFFFD")", 1},
    {R"("\ude00")", R"("\uFFFD")", 1},
    {R"("\ud83d\ud83d\ude00\ude00")", R"("\uFFFD\ud83d\ude00\uFFFD")", 2},
    {R"("\ud83d\u0041\n\ud83d\n")", R"("\uFFFD\u0041\n\uFFFD\n")", 2},
    {R"("\\ud83d \\\ud83d \\\\ud83d")", R"("\\ud83d \\\uFFFD \\\\ud83d")", 1},
    {R"("\ud83)", R"("\ud83)", 0},
    {R"("\ud83d\ude0)", R"("\uFFFD\ude0)", 1},
    {R"("\ud83x \u)", R"("\ud83x \u)", 0},
    {"\"\\", "\"\\", 0},
};

}  // namespace

TEST_CASE("half a surrogate pair becomes U+FFFD, however the text comes in pieces") {
  for (const Case& each : kCases) {
    for (const std::size_t piece : {1, 2, 3, 5, 7, 11, 1000}) {
      for (const std::size_t asked : {1, 4, 1000}) {
        INFO(each.json << " in pieces of " << piece << ", read by " << asked);
        const Mended result = mended(each.json, piece, asked);
        CHECK(result.text == each.expected);
        CHECK(result.count == each.count);
      }
    }
  }
}

TEST_CASE("half a surrogate pair is found across the blocks that are read") {
  for (std::size_t before = 65525; before < 65540; ++before) {
    const std::string json = std::string(before, 'x') + R"(\ud83d\ude00\ud83d)" + std::string(70'000, 'y');
    const Mended result = mended(json, 1'000'000, 4096);
    CHECK(result.count == 1);
    CHECK(result.text.substr(before, 18) == R"(\ud83d\ude00\uFFFD)");
    CHECK(result.text.size() == json.size());
  }
}
