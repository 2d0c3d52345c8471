#include "catch.h"

#include <set>
#include <string>

#include "support/hash.h"
#include "support/hash_set.h"

using namespace newsgraph;

TEST_CASE("a set of hashes takes each once") {
  HashSet set;
  std::set<std::uint64_t> all;
  int wrong = 0;
  // Each number about twice, the second time in another place; enough for the set to grow many times.
  for (std::uint64_t i = 0; i < 200'000; ++i) {
    const std::uint64_t hash = hash64(std::to_string(i * 7919 % 100'003));
    if (set.insert(hash) != all.insert(hash).second) ++wrong;
  }
  CHECK(wrong == 0);
  CHECK(set.size() == all.size());
}

TEST_CASE("zero is a hash like others") {
  HashSet set;
  CHECK(set.insert(0));
  CHECK_FALSE(set.insert(0));
  CHECK(set.insert(1));
  CHECK(set.size() == 2);
}

TEST_CASE("hashes that want one slot find others, round the end too") {
  HashSet set;
  const std::uint64_t last = ~std::uint64_t{0};
  for (std::uint64_t i = 0; i < 1000; ++i) REQUIRE(set.insert(last - (i << 32)));
  for (std::uint64_t i = 0; i < 1000; ++i) REQUIRE_FALSE(set.insert(last - (i << 32)));
  CHECK(set.size() == 1000);
}
