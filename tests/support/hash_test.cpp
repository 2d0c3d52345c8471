#include "support/hash.h"

#include "catch.h"

using namespace newsgraph;

TEST_CASE("hashes are those of the XXH3 specification") {
  CHECK(hash64("") == 0x2d06800538d394c2u);
  CHECK(hex(hash64("")) == "2d06800538d394c2");
  CHECK(hash64("a") != hash64("b"));
}

TEST_CASE("fields do not run into each other") {
  CHECK(hash_fields({"ab", "c"}) != hash_fields({"a", "bc"}));
  CHECK(hash_fields({"a", ""}) != hash_fields({"a"}));
  CHECK(hash_fields({"a", "b"}) == hash_fields({"a", "b"}));
}

TEST_CASE("hexadecimal digits keep their zeros") {
  CHECK(hex(0) == "0000000000000000");
  CHECK(hex(0xabc) == "0000000000000abc");
}
