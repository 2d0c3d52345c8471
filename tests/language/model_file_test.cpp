// Model files: what is wrong with one is said, and nothing in one is believed.
#include <cstring>
#include <filesystem>
#include <limits>
#include <random>

#include "catch.h"
#include "language/model.h"
#include "language/network/model_file.h"
#include "language/network/string_index.h"
#include "model_bytes.h"
#include "support/error.h"

using namespace newsgraph;
using namespace model_bytes;

namespace {

// Two rows of three codes, their scales, and a table of two strings.
constexpr const char* kHeader =
    R"({"tensors":[{"name":"w","type":"i8","rows":2,"columns":3,"offset":0,"scales":8}],)"
    R"("tables":[{"name":"t","count":2,"offset":16,"size":17}]})";

Bytes payload() {
  Bytes bytes;
  for (const int code : {1, -2, 3, 4, 5, -6, 0, 0}) put(bytes, static_cast<std::int8_t>(code));
  put(bytes, 0.5F);
  put(bytes, 2.0F);
  for (const std::uint32_t offset : {0U, 2U, 5U}) put(bytes, offset);
  put(bytes, "abcde", 5);
  return bytes;
}

std::string complaint(const Bytes& bytes) {
  try {
    const ModelFile file(bytes, "x.ngm");
    static_cast<void>(file.codes("w", 2, 3));
    static_cast<void>(file.strings("t"));
    return "";
  } catch (const Error& error) {
    CHECK(error.where().rfind("x.ngm", 0) == 0);
    return error.message();
  }
}

}  // namespace

TEST_CASE("A model file gives its tensors and tables") {
  const Bytes bytes = make(kHeader, payload());
  const ModelFile file(bytes, "x.ngm");
  const CodeMatrix codes = file.codes("w", 2, 3);
  CHECK(codes.row(1)[2] == -6);
  CHECK(file.floats("w").values == std::vector<float>{0.5F, -1.0F, 1.5F, 8.0F, 10.0F, -12.0F});
  const StringTable table = file.strings("t");
  REQUIRE(table.size() == 2);
  CHECK(table[0] == "ab");
  CHECK(table[1] == "cde");
  const auto index = file.index("t");
  CHECK(index == file.index("t"));
  CHECK(index->find("ab") == 0);
  CHECK(index->find("cde") == 1);
  CHECK(index->find("b") == index->size());
  CHECK_THROWS_AS(file.codes("w", 3, 2), Error);
  CHECK_THROWS_AS(file.codes("v"), Error);
  CHECK_THROWS_AS(file.strings("u"), Error);
  CHECK_THROWS_AS(file.index("u"), Error);
}

TEST_CASE("What is wrong with a model file is said") {
  const Bytes good = make(kHeader, payload());
  REQUIRE(complaint(good).empty());
  SECTION("another kind of file") {
    Bytes bytes = good;
    bytes[0] = std::byte{'P'};
    CHECK(complaint(bytes).find("not a newsgraph model file") != std::string::npos);
    CHECK(complaint({}).find("not a newsgraph model file") != std::string::npos);
  }
  SECTION("another version") {
    Bytes bytes = good;
    bytes[8] = std::byte{2};
    CHECK(complaint(bytes).find("format version 2") != std::string::npos);
  }
  SECTION("cut short anywhere") {
    for (std::size_t size = 8; size < good.size(); ++size) {
      CHECK(complaint(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size)))
                .find("cut short") != std::string::npos);
    }
  }
  SECTION("a flipped bit") {
    Bytes bytes = good;
    bytes.back() ^= std::byte{1};
    CHECK(complaint(bytes).find("checksum") != std::string::npos);
  }
  SECTION("more behind its end") {
    Bytes bytes = good;
    bytes.push_back(std::byte{0});
    CHECK(complaint(bytes).find("behind its end") != std::string::npos);
  }
}

TEST_CASE("A header that lies is refused") {
  const auto header = GENERATE(
      R"([])", R"({})", R"({"tensors":{},"tables":[]})", R"({"tensors":[1],"tables":[]})",
      R"({"tensors":[{"name":"w","type":"i8","rows":9,"columns":9,"offset":0,"scales":8}],"tables":[]})",
      R"({"tensors":[{"name":"w","type":"i8","rows":2,"columns":3,"offset":0,"scales":32}],"tables":[]})",
      R"({"tensors":[{"name":"w","type":"i8","rows":2,"columns":3,"offset":-1,"scales":8}],"tables":[]})",
      R"({"tensors":[{"name":"w","type":"i8","rows":2,"columns":18446744073709551615,"offset":0,"scales":8}],"tables":[]})",
      R"({"tensors":[{"name":"w","type":"i8","rows":0,"columns":3,"offset":0,"scales":8}],"tables":[]})",
      R"({"tensors":[{"name":"w","type":"f32","rows":3,"columns":3,"offset":8}],"tables":[]})",
      R"({"tensors":[],"tables":[{"name":"t","count":7,"offset":16,"size":17}]})",
      R"({"tensors":[],"tables":[{"name":"t","count":2,"offset":30,"size":17}]})",
      R"({"tensors":[],"tables":[{"name":"t","count":2,"offset":12,"size":17}]})", R"({"tensors":)");
  CHECK_FALSE(complaint(make(header, payload())).empty());
}

TEST_CASE("A scale that is not a number is refused") {
  Bytes bytes = payload();
  const float infinite = std::numeric_limits<float>::infinity();
  std::memcpy(bytes.data() + 8, &infinite, sizeof infinite);
  CHECK(complaint(make(kHeader, bytes)).find("not a number") != std::string::npos);
}

TEST_CASE("Random changes behind the checksum never do worse than an error") {
  const Bytes good = make(kHeader, payload());
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    Bytes bytes = good;
    for (unsigned n = 1 + random() % 4; n > 0; --n)
      bytes[16 + random() % (bytes.size() - 16)] = std::byte(random());
    seal(bytes);
    static_cast<void>(complaint(bytes));
  }
}

TEST_CASE("The built-in model describes itself and fits the promised size") {
  const std::string text = Model::built_in()->description();
  CHECK(text.find("licence: CC BY-SA 4.0") != std::string::npos);
  CHECK(text.find("UD English EWT") != std::string::npos);
  CHECK(text.find("accuracy: ") != std::string::npos);
  CHECK(std::filesystem::file_size(NEWSGRAPH_SOURCE_DIR "/data/models/english.ngm") <= 30000000);
}

TEST_CASE("A model that is not there is an error") {
  CHECK_THROWS_AS(Model::load("/nonexistent/model.ngm"), Error);
  CHECK_THROWS_AS(Model::load(std::filesystem::temp_directory_path()), Error);
}

TEST_CASE("A model that lacks its parts is an error") {
  CHECK_THROWS_AS(Model::parse(make(kHeader, payload()), "x.ngm"), Error);
}
