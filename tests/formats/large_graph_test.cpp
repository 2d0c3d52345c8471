// What only a graph shows that is written and read in several parts at once.
#include <algorithm>
#include <string>

#include "catch.h"
#include "formats/written.h"
#include "graph/builder.h"
#include "graph/claims_for_tests.h"
#include "graph/view.h"
#include "support/error.h"

namespace newsgraph {
namespace {

using test::written;

// A few thousand edges, each with `words` in its sentence: several megabytes in every format.
Graph large_graph(const std::string& words) {
  GraphBuilder builder;
  for (int i = 0; i < 3000; ++i) {
    const std::string number = std::to_string(i);
    Claim claim = test::claim({.subject = "n_source-" + std::to_string(i % 700),
                               .relation = i % 3 == 0 ? "owns" : "bans",
                               .object = "n_target-" + number});
    claim.evidence.text = "Sentence " + number + " says: " + words + std::string(400, 'x');
    claim.evidence.extent.end = static_cast<std::uint32_t>(claim.evidence.text.size());
    claim.id = "c-" + std::string(16 - number.size(), '0') + number;
    claim.document.id = "article-" + std::to_string(i / 7);
    claim.document.title = "A title & more";
    builder.add(claim);
  }
  return builder.build();
}

}  // namespace

TEST_CASE("the bytes and what is reported do not depend on the number of threads") {
  const Graph graph = large_graph("a line\nbreak, \"quotes\", é and \x01");
  for (const Format& format : formats()) {
    if (!format.unavailable.empty()) continue;
    for (const Part& part : format.parts) {
      INFO(format.name << " " << part.file_name);
      Losses one_losses;
      Losses many_losses;
      const std::string one = written(format, part, graph, &one_losses, {.flavor = {}, .jobs = 1});
      CHECK((written(format, part, graph, &many_losses, {.flavor = {}, .jobs = 3}) == one));
      CHECK(many_losses == one_losses);
    }
  }
}

TEST_CASE("a large GraphML file comes back the same, read by one thread or several") {
  const std::string bytes = written("graphml", large_graph("nothing special "));
  REQUIRE(bytes.size() > 4'000'000);
  for (const unsigned jobs : {1U, 3U}) {
    const Graph graph = find_format("graphml")->read(bytes, "file", jobs);
    CHECK((written("graphml", graph) == bytes));
  }
}

TEST_CASE("texts that look like elements do not mislead the reader of a large file") {
  const std::string bytes = written("graphml", large_graph("<edge id=\"e\"> and <node id=\"n\"> and "));
  const Graph graph = find_format("graphml")->read(bytes, "file", 2);
  CHECK((written("graphml", graph) == bytes));
}

TEST_CASE("what is wrong in a large file is named with its line") {
  std::string bytes = written("graphml", large_graph("nothing special "));
  const std::size_t place = bytes.find("</edge>", bytes.size() / 2);
  const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(place), '\n');
  bytes.replace(place, 7, "</egde>");
  try {
    find_format("graphml")->read(bytes, "file", 2);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.where().starts_with("file:" + std::to_string(line) + ":"));
  }
}

TEST_CASE("a writer's failure comes out, whichever thread meets it") {
  class Full final : public Sink {
   private:
    void put(std::string_view) override {
      if (++blocks_ > 3) throw Error("the disk is full");
    }
    int blocks_ = 0;
  };
  const Graph graph = large_graph("nothing special ");
  for (const unsigned jobs : {1U, 3U}) {
    Full sink;
    Losses losses;
    const Format& format = *find_format("graphml");
    CHECK_THROWS_AS(
        write_part(format, format.parts.front(), graph, sink, {.flavor = {}, .jobs = jobs}, losses), Error);
  }
}

}  // namespace newsgraph
