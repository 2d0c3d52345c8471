// What holds for every format, whoever adds it.
#include <algorithm>
#include <set>
#include <string>

#include "catch.h"
#include "formats/nasty_graphs.h"
#include "formats/registry.h"
#include "formats/written.h"
#include "support/error.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

using test::nasty_graph;
using test::nasty_graph_names;
using test::written;

bool is_text(const std::string& bytes) {
  const auto bad = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
  };
  return utf8::valid(bytes) && std::none_of(bytes.begin(), bytes.end(), bad);
}

std::vector<ExportOptions> flavors_of(const Format& format) {
  std::vector<ExportOptions> result(1);
  for (const std::string_view flavor : format.flavors) result.push_back({.flavor = std::string(flavor)});
  return result;
}

}  // namespace

TEST_CASE("names and extensions of formats are their own") {
  std::set<std::string_view> names;
  std::set<std::string_view> extensions;
  for (const Format& format : formats()) {
    INFO(format.name);
    CHECK(names.insert(format.name).second);
    CHECK_FALSE(format.description.empty());
    CHECK_FALSE(format.parts.empty());
    CHECK(find_format(format.name)->name == format.name);
    for (const std::string_view extension : format.extensions) {
      CHECK(extensions.insert(extension).second);
      CHECK(format_of_file("graph" + std::string(extension))->name == format.name);
      CHECK(format_of_file("a.b/graph" + std::string(extension) + ".gz")->name == format.name);
    }
  }
  CHECK(find_format("nothing") == nullptr);
  CHECK(format_of_file("graph.nothing") == nullptr);
}

TEST_CASE("every text format writes every graph as UTF-8 text, twice the same") {
  for (const std::string& name : nasty_graph_names()) {
    const Graph graph = nasty_graph(name);
    for (const Format& format : formats()) {
      if (format.binary || !format.unavailable.empty()) continue;
      for (const ExportOptions& options : flavors_of(format))
        for (const Part& part : format.parts) {
          INFO(format.name << " " << options.flavor << " " << part.file_name << " of " << name);
          const std::string bytes = written(format, part, graph, nullptr, options);
          CHECK(is_text(bytes));
          CHECK(written(format, part, graph, nullptr, options) == bytes);
        }
    }
  }
}

TEST_CASE("every format that is read comes back without loss after it was written once") {
  for (const std::string& name : nasty_graph_names()) {
    for (const Format& format : formats()) {
      if (format.read == nullptr) continue;
      for (const ExportOptions& options : flavors_of(format)) {
        INFO(format.name << " " << options.flavor << " of " << name);
        const Part& part = format.parts.front();
        const std::string bytes = written(format, part, nasty_graph(name), nullptr, options);
        CHECK(recognize_format(std::string_view(bytes).substr(0, 65536)) == &format);
        const Graph graph = format.read(bytes, "test", 1);
        CHECK(written(format, part, graph, nullptr, options) == bytes);
      }
    }
  }
}

TEST_CASE("a flavor that a format does not have is refused") {
  for (const Format& format : formats())
    CHECK_THROWS_AS(
        written(format, format.parts.front(), nasty_graph("empty"), nullptr, {.flavor = "vanilla"}),
        UsageError);
}

}  // namespace newsgraph
