#include "formats/gexf/gexf.h"

#include <array>

#include "formats/fields/columns.h"
#include "formats/fields/element_chunks.h"
#include "formats/gexf/gexf_elements.h"

namespace newsgraph {
namespace {

constexpr TypeNames kTypes{"boolean", "long", "double", "string"};

class GexfWriter {
 public:
  GexfWriter(const Graph& graph, Sink& sink, const ExportOptions& options, bool old, Losses& losses)
      : graph_(graph),
        sink_(sink),
        jobs_(options.jobs),
        layout_{old, node_columns(graph, kNodeFieldNames, losses),
                edge_columns(graph, kEdgeFieldNames, losses)} {}

  void write(Losses& losses) {
    TextBuffer out;
    write_head(out);
    write_declarations(out, "node", gexf_node_fields(), layout_.node_columns);
    write_declarations(out, "edge", gexf_edge_fields(), layout_.edge_columns);
    out << "<nodes>\n";
    out.drain(sink_);
    ElementChunks<GexfElements, GexfLayout> chunks(graph_, layout_, jobs_, sink_, counts_);
    chunks.write_nodes();
    sink_.write("</nodes>\n<edges>\n");
    chunks.write_edges();
    sink_.write("</edges>\n</graph>\n</gexf>\n");
    counts_.add_to(losses);
    if (const std::size_t left = data(graph_).attributes.size(); left != 0)
      losses["attributes of the graph left out"] += left;
  }

 private:
  void write_head(TextBuffer& out) const {
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    if (layout_.old) {
      out << "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" "
             "version=\"1.2\">\n"
             "<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\">\n";
    } else {
      out << "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
             "<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" "
             "timerepresentation=\"interval\">\n";
    }
  }

  // One block a class, ids equal to titles: some readers show the one, some the other.
  void write_declarations(TextBuffer& out, std::string_view domain, std::span<const GexfField> fields,
                          const std::vector<Column>& columns) {
    out << "<attributes class=\"" << domain << "\" mode=\"static\">\n";
    for (const GexfField& field : fields) write_declaration(out, field.name, field.type);
    for (const Column& column : columns) write_declaration(out, column.name, name_of(column.type, kTypes));
    out << "</attributes>\n";
  }
  void write_declaration(TextBuffer& out, std::string_view name, std::string_view type) {
    out << "<attribute id=\"";
    append_xml_attribute(out, name, counts_);
    out << "\" title=\"";
    append_xml_attribute(out, name, counts_);
    out << "\" type=\"" << type << "\"/>\n";
  }

  const Graph& graph_;
  Sink& sink_;
  unsigned jobs_;
  GexfLayout layout_;
  LossCounts counts_;
};

void write_gexf(const Graph& graph, Sink& sink, const ExportOptions& options, Losses& losses) {
  GexfWriter(graph, sink, options, false, losses).write(losses);
}
void write_gexf12(const Graph& graph, Sink& sink, const ExportOptions& options, Losses& losses) {
  GexfWriter(graph, sink, options, true, losses).write(losses);
}

constexpr std::array<std::string_view, 1> kExtensions{".gexf"};
constexpr std::array<std::string_view, 1> kOldExtensions{".12.gexf"};
constexpr std::array kParts{Part{"", write_gexf}};
constexpr std::array kOldParts{Part{"", write_gexf12}};

}  // namespace

constinit const Format kGexf{"gexf",   kExtensions, "GEXF 1.3, for Gephi, with dates and colours",
                             {},       kParts,      recognize_gexf,
                             read_gexf};
constinit const Format kGexf12{"gexf12", kOldExtensions, "GEXF 1.2, for older readers", {}, kOldParts,
                               nullptr,  nullptr};

}  // namespace newsgraph
