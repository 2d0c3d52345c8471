#include "entities/resolver_memo.h"

#include "catch.h"
#include "resolved.h"

using namespace newsgraph;

namespace {

Claim row(const char* source, const char* relation, const char* target, const char* evidence) {
  Claim result = claim(argument(source), relation, argument(target));
  result.rule = "table";
  result.evidence.text = evidence;
  return result;
}

void check_same(const Argument& a, const Argument& b) {
  CHECK(a.entity == b.entity);
  CHECK(a.name == b.name);
  CHECK(a.type == b.type);
  CHECK(a.aliases == b.aliases);
}

}  // namespace

TEST_CASE("rows are resolved alike with a memo and without, however often a name comes") {
  const std::vector<Claim> rows{row("Beijing", "denounces", "Washington", ""),
                                row("Quillon Works", "owns", "Beijing", ""),
                                row("Quillon Works", "owns", "Vienna", ""),
                                row("Quillon Works", "denounces", "Vienna", ""),
                                row("Georgia", "denounces", "Russia", "Tbilisi spoke."),
                                row("Georgia", "denounces", "Russia", "Atlanta spoke."),
                                row("Foreign Ministry", "denounces", "Quillon Works", ""),
                                row("Chinese Foreign Ministry", "denounces", "Quillon Works", ""),
                                row("Kremlin spokesman", "denounces", "Jordan", "")};
  const EntityResolver resolver(Knowledge::built_in());
  ResolverMemo memo;
  for (int round = 0; round < 3; ++round)
    for (const Claim& each : rows) {
      std::vector<Claim> with{each};
      std::vector<Claim> without{each};
      const std::vector<Entity> some = resolver.resolve(with, {}, &memo);
      const std::vector<Entity> others = resolver.resolve(without);
      CAPTURE(round, each.subject.name, each.object.name);
      REQUIRE(with.size() == without.size());
      check_same(with[0].subject, without[0].subject);
      check_same(with[0].object, without[0].object);
      REQUIRE(some.size() == others.size());
      for (std::size_t i = 0; i < some.size(); ++i) {
        CHECK(some[i].id == others[i].id);
        CHECK(some[i].links.size() == others[i].links.size());
      }
    }
}

TEST_CASE("what depends on the document is not kept") {
  const EntityResolver resolver(Knowledge::built_in());
  ResolverMemo memo;
  std::vector<Claim> one{row("Foreign Ministry", "denounces", "Quillon Works", "")};
  one[0].document.id = "d1";
  std::vector<Claim> two = one;
  two[0].document.id = "d2";
  resolver.resolve(one, {}, &memo);
  resolver.resolve(two, {}, &memo);
  CHECK(one[0].subject.entity != two[0].subject.entity);
  CHECK(one[0].object.entity == two[0].object.entity);
  CHECK(memo.find(argument("Foreign Ministry"), true) == nullptr);
  CHECK(memo.find(argument("Quillon Works"), true) != nullptr);
  CHECK(memo.find(argument("Quillon Works"), false) == nullptr);  // the object of "owns" was not asked for
}
