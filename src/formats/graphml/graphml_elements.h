// The nodes and edges of a GraphML file.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/fields/columns.h"
#include "formats/graphml/yed.h"
#include "formats/text/escape.h"
#include "graph/view.h"

namespace newsgraph {

struct GraphmlField {
  std::string_view key;
  std::string_view name;
  std::string_view type;
};
std::span<const GraphmlField> graphml_node_fields();
std::span<const GraphmlField> graphml_edge_fields();

// An attribute of another tool or a measure.
struct GraphmlKey {
  Column column;  // its name is one that the schema allows
  std::string id;
  std::string start;  // the tag that its values start with
};

// What is the same for all nodes and edges of a file.
struct GraphmlLayout {
  std::vector<GraphmlKey> node_keys;
  std::vector<GraphmlKey> edge_keys;
  bool gephi = false;
  const YedPictures* yed = nullptr;
};

class GraphmlElements {
 public:
  GraphmlElements(const GraphmlLayout& layout, const StringPool& pool, TextBuffer& out, LossCounts& counts)
      : layout_(layout), pool_(pool), out_(out), counts_(counts) {}

  void write(const NodeView& node);
  void write(const EdgeView& edge);

 private:
  // What is empty, 0 or not finite is left out; a real number of 0 is not.
  template <std::size_t Size>
  void field(const char (&start)[Size], std::string_view value);
  template <std::size_t Size>
  void field(const char (&start)[Size], std::uint32_t value);
  template <std::size_t Size, std::floating_point Real>
  void field(const char (&start)[Size], Real value);
  void text(std::string_view start, std::string_view value);
  void statements(const EdgeView& edge);
  void attributes(const std::vector<GraphmlKey>& keys, const Attributes& attributes);

  const GraphmlLayout& layout_;
  const StringPool& pool_;
  TextBuffer& out_;
  LossCounts& counts_;
};

}  // namespace newsgraph
