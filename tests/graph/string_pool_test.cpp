#include "graph/string_pool.h"

#include <string>
#include <vector>

#include "catch.h"
#include "graph/intern_batch.h"
#include "graph/short_id.h"

namespace newsgraph {

TEST_CASE("a pool stores each distinct text once") {
  StringPool pool;
  CHECK(pool.intern("") == kNoText);
  const StringId france = pool.intern("France");
  CHECK(pool.intern(std::string("Fra") + "nce") == france);
  CHECK(pool.intern("france") != france);
  CHECK(pool.text(france) == "France");
  CHECK(pool.text_bytes() == 12);
}

TEST_CASE("a pool keeps any bytes, of any length") {
  StringPool pool;
  const std::string odd("\0\xff\n", 3);
  const std::string large(10'000'000, 'x');
  const StringId odd_id = pool.intern(odd);
  const StringId large_id = pool.intern(large);
  CHECK(pool.text(odd_id) == odd);
  CHECK(pool.text(large_id) == large);
}

TEST_CASE("a pool finds all of many texts, also after its index was dropped") {
  StringPool pool;
  for (int i = 0; i < 50'000; ++i) pool.intern("text " + std::to_string(i));
  const std::size_t size = pool.size();
  const bool drop = GENERATE(false, true);
  if (drop) pool.drop_index();
  CHECK(pool.find("text 49999") != kNoText);
  CHECK(pool.find("text 50000") == kNoText);
  for (int i = 0; i < 50'000; ++i) pool.intern("text " + std::to_string(i));
  CHECK(pool.size() == size);
}

TEST_CASE("texts interned together get the ids that they get one by one") {
  StringPool pool;
  const StringId known = pool.intern("known");
  std::vector<std::string> texts(100);  // more than fit in one batch; some the same, one empty
  for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = "text " + std::to_string(i % 70);
  texts[3] = "known";
  texts[4] = "";
  std::vector<StringId> ids(texts.size());
  InternBatch batch(pool);
  for (std::size_t i = 0; i < texts.size(); ++i) batch.add(texts[i], ids[i]);
  batch.finish();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CHECK(pool.text(ids[i]) == texts[i]);
    CHECK(pool.intern(texts[i]) == ids[i]);
  }
  CHECK(ids[3] == known);
  CHECK(ids[4] == kNoText);
}

TEST_CASE("a short id keeps its spelling, whatever it is") {
  StringPool pool;
  const std::string spelling =
      GENERATE("e_0123456789abcdef", "e_ffffffff00000001", "e_ffffffffffffffff", "e_0123456789ABCDEF", "e0",
               "", "c-0123456789abcdef", "e_0123456789abcdeg");
  const ShortId id(spelling, "e_", pool);
  CHECK(id.text("e_", pool) == spelling);
  CHECK(id == ShortId(spelling, "e_", pool));
  CHECK(id.empty() == spelling.empty());
}

TEST_CASE("a short id of a number is the id of its spelling") {
  StringPool pool;
  const std::uint64_t number =
      GENERATE(std::uint64_t{0}, std::uint64_t{0x0123456789abcdef}, ~std::uint64_t{0});
  const ShortId id = ShortId::from_number(number, "e_", pool);
  CHECK(id == ShortId(id.text("e_", pool), "e_", pool));
  CHECK(id.text("e_", pool).size() == 18);
}

}  // namespace newsgraph
