// The nodes and edges of a GEXF file.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "formats/fields/columns.h"
#include "formats/text/escape.h"
#include "graph/view.h"

namespace newsgraph {

struct GexfField {
  std::string_view name;
  std::string_view type;
};
std::span<const GexfField> gexf_node_fields();
std::span<const GexfField> gexf_edge_fields();

// What is the same for all nodes and edges of a file.
struct GexfLayout {
  bool old = false;  // GEXF 1.2
  std::vector<Column> node_columns;
  std::vector<Column> edge_columns;
};

class GexfElements {
 public:
  GexfElements(const GexfLayout& layout, const StringPool& pool, TextBuffer& out, LossCounts& counts)
      : layout_(layout), pool_(pool), out_(out), counts_(counts) {}

  void write(const NodeView& node);
  void write(const EdgeView& edge);

 private:
  void write_picture(const NodeView& node);
  void find_days(const EdgeView& edge);
  void write_spells();
  void write_fields(const EdgeView& edge);
  void xml_attribute(std::string_view name, std::string_view text);
  void value(std::string_view name, std::string_view text);
  template <typename Number>
  void number(std::string_view name, Number number);
  void attributes(const Attributes& attributes, const std::vector<Column>& columns);

  const GexfLayout& layout_;
  const StringPool& pool_;
  TextBuffer& out_;
  LossCounts& counts_;
  TextBuffer statements_;
  std::vector<std::string_view> days_;  // of the edge that is being written
};

}  // namespace newsgraph
