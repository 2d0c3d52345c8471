// Pictures: what they show, and that Graphviz understands whatever a graph holds.
#include <string>

#include "catch.h"
#include "formats/import/xml_reader.h"
#include "formats/nasty_graphs.h"
#include "formats/picture/graphviz.h"
#include "formats/picture/picture_choice.h"
#include "formats/picture/picture_dot.h"
#include "formats/registry.h"
#include "formats/written.h"
#include "graph/builder.h"
#include "graph/claims_for_tests.h"
#include "support/error.h"

namespace newsgraph {
namespace {

using test::written;

// `hubs` actors, each of which bans `each` things in so many sentences.
Graph stars(int hubs, int each) {
  GraphBuilder builder;
  for (int hub = 0; hub < hubs; ++hub)
    for (int thing = 0; thing < each; ++thing) {
      builder.add(test::claim({"n_state" + std::to_string(hub), "bans", "n_app" + std::to_string(thing)}));
    }
  return builder.build();
}

std::string dot_of(const Graph& graph) {
  LossCounts counts;
  return picture_dot(choose_for_picture(graph), 72, counts);
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

bool is_well_formed(const std::string& svg) {
  XmlReader reader(svg, "picture");
  try {
    while (reader.next() != XmlReader::Token::finished) {
    }
  } catch (const Error&) {
    return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a PDF holds no time and no time zone, and its objects are found") {
  const std::string head = "%PDF-1.5\n1 0 obj\n<< /Producer (x)\n   /CreationDate (D:";
  const auto pdf = [&](const std::string& time) {
    const std::string first = head + time + ")\n>>\nendobj\n";
    const std::string second = first + "2 0 obj\n<< >>\nendobj\n";
    const auto entry = [](std::size_t offset) {
      const std::string digits = std::to_string(offset);
      return std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    };
    return second + "xref\n0 3\n0000000000 65535 f \n" + entry(9) + entry(first.size()) +
           "trailer\n<< /Size 3 >>\nstartxref\n" + std::to_string(second.size()) + "\n%%EOF\n";
  };
  const std::string expected = pdf("19700101000000Z");
  for (const char* time : {"20230316120000Z", "20230316120000+05'45", "20230316120000-08'00'"}) {
    std::string made = pdf(time);
    remove_pdf_time(made);
    CHECK(made == expected);
  }
  for (const char* other :
       {"", "%PDF", "/CreationDate (D:2023)", "/CreationDate (D:20230316120000Z)", "startxref\n9\n"}) {
    std::string made = other;
    remove_pdf_time(made);
    CHECK(made == other);
  }
}

TEST_CASE("a picture shows a small graph whole") {
  const Graph graph = stars(2, 3);
  const PictureChoice choice = choose_for_picture(graph);
  CHECK(choice.nodes.size() == 5);
  CHECK(choice.edges.size() == 6);
  CHECK(choice.nodes_left_out == 0);
  CHECK(choice.edges_left_out == 0);
}

TEST_CASE("of a large graph a picture shows the strongest edges and their ends") {
  GraphBuilder builder;
  builder.add(stars(1, 200));
  for (const std::string sentence : {"One.", "Two."})
    builder.add(
        test::claim({.subject = "n_weighty", .relation = "owns", .object = "n_thing", .sentence = sentence}));
  const Graph graph = builder.build();
  const PictureChoice choice = choose_for_picture(graph);
  CHECK(choice.edges.size() == kPictureEdges);
  CHECK(choice.edges_left_out == 201 - kPictureEdges);
  CHECK(choice.nodes.size() == kPictureEdges + 2);
  CHECK(choice.nodes_left_out == 203 - choice.nodes.size());
  const auto weighty = std::find_if(choice.edges.begin(), choice.edges.end(),
                                    [](const EdgeView& edge) { return edge.source().name() == "weighty"; });
  CHECK(weighty != choice.edges.end());
}

TEST_CASE("a picture's legend says what is in it and how much of the graph") {
  const std::string all = dot_of(stars(1, 2));
  CHECK(all.find(">2 edges<") != std::string::npos);
  CHECK(all.find("bans →") != std::string::npos);
  CHECK(all.find("planned") == std::string::npos);
  const std::string part = dot_of(stars(20, 60));
  CHECK(part.find(">80 strongest of 1,200 edges<") != std::string::npos);
}

TEST_CASE("a planned act is dashed and named so") {
  GraphBuilder builder;
  builder.add(
      test::claim({.subject = "n_state", .relation = "bans", .object = "n_app", .status = Status::planned}));
  const std::string dot = dot_of(builder.build());
  CHECK(count(dot, "style=\"dashed\"") == 2);  // both halves of the line
  CHECK(dot.find("label=\"bans\\n(planned)\"") != std::string::npos);
  CHECK(dot.find("- - -  planned") != std::string::npos);
}

TEST_CASE("long names are wrapped and cut") {
  GraphBuilder builder;
  Claim claim = test::claim({"n_society", "bans", "n_x"});
  claim.subject.name = "The Society for the Preservation of Very Long Names in Pictures";
  claim.object.name = std::string(500, 'x');
  builder.add(claim);
  const std::string dot = dot_of(builder.build());
  CHECK(dot.find("label=\"The Society for the\\nPreservation of Very\\nLong Names in\\nPictures\"") !=
        std::string::npos);
  CHECK(dot.find(std::string(20, 'x') + "\\n") != std::string::npos);
  CHECK(dot.find("x…\"") != std::string::npos);
}

TEST_CASE("every graph has its pictures, the same each time") {
  if (!kWithoutGraphviz.empty()) return;
  for (const std::string& name : test::nasty_graph_names()) {
    INFO(name);
    const Graph graph = test::nasty_graph(name);
    const std::string svg = written("svg", graph);
    CHECK(is_well_formed(svg));
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(written("svg", graph) == svg);
    CHECK(written("png", graph).starts_with("\x89PNG\r\n"));
    CHECK(written("pdf", graph).starts_with("%PDF-"));
  }
}

TEST_CASE("a PDF says nothing of the time at which it was made") {
  if (!kWithoutGraphviz.empty()) return;
  const std::string pdf = written("pdf", stars(1, 1));
  CHECK(count(pdf, "CreationDate (D:") == count(pdf, "CreationDate (D:19700101000000"));
  CHECK(written("pdf", stars(1, 1)) == pdf);
}

TEST_CASE("what is left out of a picture is reported") {
  if (!kWithoutGraphviz.empty()) return;
  Losses losses;
  written("svg", stars(2, 50), &losses);
  CHECK(losses["edges left out of the picture, which shows the strongest"] == 20);
}

TEST_CASE("what Graphviz complains of is an error") {
  if (!kWithoutGraphviz.empty()) return;
  CHECK_THROWS_AS(draw("digraph { a -> ", "svg"), Error);
  CHECK_THROWS_AS(draw("digraph { a -> b }", "no-format"), Error);
}

TEST_CASE("a build without Graphviz says what to do") {
  if (kWithoutGraphviz.empty()) return;
  for (const std::string name : {"svg", "png", "pdf"}) {
    try {
      written(name, stars(1, 1));
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.message().find("dot -Tsvg") != std::string::npos);
    }
  }
}

}  // namespace newsgraph
