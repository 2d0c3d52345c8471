#include "formats/databases/database_formats.h"

#include <array>
#include <string>

#include "formats/fields/columns.h"
#include "formats/text/escape.h"
#include "graph/view.h"
#include "support/ascii.h"

namespace newsgraph {
namespace {

constexpr std::string_view kRdf = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view kXsd = "<http://www.w3.org/2001/XMLSchema#";
constexpr std::string_view kLabel = "<http://www.w3.org/2000/01/rdf-schema#label>";
constexpr std::string_view kAltLabel = "<http://www.w3.org/2004/02/skos/core#altLabel>";

bool is_unreserved(char c) {
  return is_ascii_alphanumeric(c) || c == '-' || c == '.' || c == '_';
}

bool is_date(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-';
}

// Nodes, edges, claims, relations and our own properties are <urn:newsgraph:…>.
class TripleWriter {
 public:
  TripleWriter(const Graph& graph, Sink& sink, bool star) : graph_(graph), sink_(sink), star_(star) {}

  void write(Losses& losses) {
    for (const NodeView node : node_views(graph_)) write_node(node);
    for (const EdgeView edge : edge_views(graph_)) write_edge(edge);
    out_.drain(sink_);
    counts_.add_to(losses);
    if (attributes_ != 0) losses["attributes left out"] += attributes_;
  }

 private:
  void write_node(const NodeView& node) {
    iri(subject_, "", node.id());
    literal(kLabel, node.name());
    if (!node.type().empty()) {
      start();
      out_ << kRdf << "type> ";
      iri(out_, "type:", node.type());
      end();
    }
    for (std::size_t i = 0; i < node.alias_count(); ++i) literal(kAltLabel, node.alias(i));
    integer("mentions", node.mentions());
    integer("documents", node.documents());
    attributes_ += node.attributes().size();
    out_.drain_when_full(sink_);
  }

  // An asserted edge is a triple. What is said about an edge hangs on the edge's own name, which either
  // reifies the triple or is what RDF-star's quoted triple leads to.
  void write_edge(const EdgeView& edge) {
    TextBuffer triple;
    iri(triple, "", edge.source().id());
    triple << ' ';
    iri(triple, "relation:", edge.relation());
    triple << ' ';
    iri(triple, "", edge.target().id());
    if (edge.status().empty() || edge.status() == "asserted") out_ << triple.view() << " .\n";
    iri(subject_, "", edge.id());
    if (star_) {
      out_ << "<< " << triple.view() << " >> <urn:newsgraph:edge> " << subject_.view() << " .\n";
    } else {
      reify(edge);
    }
    text("status", edge.status());
    real("weight", finite_weight(edge, counts_));
    real("confidence", edge.confidence());
    text("scope", edge.scope());
    date("first_date", edge.first_date());
    date("last_date", edge.last_date());
    integer("documents", edge.documents());
    text("evidence", edge.evidence());
    for (std::size_t i = 0; i < edge.statement_count(); ++i) link_statement(edge, i);
    for (std::size_t i = 0; i < edge.statement_count(); ++i) write_statement(edge, i);
    attributes_ += edge.attributes().size();
    out_.drain_when_full(sink_);
  }

  void reify(const EdgeView& edge) {
    start();
    out_ << kRdf << "type> " << kRdf << "Statement> .\n";
    start();
    out_ << kRdf << "subject> ";
    iri(out_, "", edge.source().id());
    end();
    start();
    out_ << kRdf << "predicate> ";
    iri(out_, "relation:", edge.relation());
    end();
    start();
    out_ << kRdf << "object> ";
    iri(out_, "", edge.target().id());
    end();
  }

  // Claims without an id of their own are numbered below their edge.
  void statement_name(TextBuffer& out, const EdgeView& edge, std::size_t i) {
    const std::string claim = edge.statement(i).claim();
    iri(out, claim.empty() ? "" : "claim:", claim.empty() ? edge.id() + "." + std::to_string(i + 1) : claim);
  }

  void link_statement(const EdgeView& edge, std::size_t i) {
    start();
    out_ << "<urn:newsgraph:statement> ";
    statement_name(out_, edge, i);
    end();
  }

  void write_statement(const EdgeView& edge, std::size_t i) {
    const StatementView statement = edge.statement(i);
    statement_name(subject_, edge, i);
    text("text", statement.text());
    text("document", statement.document());
    text("title", statement.title());
    date("date", statement.date());
    text("url", statement.url());
    text("file", statement.file());
    text("subject_text", statement.subject_text());
    text("object_text", statement.object_text());
    text("trigger", statement.trigger());
    text("scope", statement.scope());
    text("speaker", statement.speaker());
    text("rule", statement.rule());
    real("confidence", statement.confidence());
  }

  void start() { out_ << subject_.view() << ' '; }
  void end() { out_ << " .\n"; }
  void literal(std::string_view predicate, std::string_view value) {
    start();
    out_ << predicate << ' ';
    string(value);
    end();
  }
  void property(std::string_view name) {
    start();
    out_ << "<urn:newsgraph:" << name << "> ";
  }
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    property(name);
    string(value);
    end();
  }
  void date(std::string_view name, std::string_view value) {
    if (!is_date(value)) return text(name, value);
    property(name);
    string(value);
    out_ << "^^" << kXsd << "date>";
    end();
  }
  void integer(std::string_view name, std::uint32_t value) {
    if (value == 0) return;
    property(name);
    out_ << '"' << value << "\"^^" << kXsd << "integer>";
    end();
  }
  template <typename Real>
  void real(std::string_view name, Real value) {
    if (value == 0) return;
    property(name);
    out_ << '"' << value << "\"^^" << kXsd << "double>";
    end();
  }

  // What JSON escapes, N-Triples escapes alike.
  void string(std::string_view value) { append_json_string(out_, value, counts_); }

  // Into `out`, which is emptied first where it is the subject's buffer.
  void iri(TextBuffer& out, std::string_view kind, std::string_view name) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    if (&out == &subject_) out.clear();
    out << "<urn:newsgraph:" << kind;
    for (const char c : name) {
      const auto byte = static_cast<unsigned char>(c);
      if (is_unreserved(c))
        out << c;
      else
        out << '%' << kHex[byte >> 4] << kHex[byte & 15];
    }
    out << '>';
  }

  const Graph& graph_;
  Sink& sink_;
  bool star_;
  TextBuffer out_;
  TextBuffer subject_;
  LossCounts counts_;
  std::uint64_t attributes_ = 0;
};

void write_ntriples(const Graph& graph, Sink& sink, const ExportOptions& options, Losses& losses) {
  TripleWriter(graph, sink, options.flavor == "star").write(losses);
}

constexpr std::array<std::string_view, 2> kExtensions{".nt", ".ntriples"};
constexpr std::array<std::string_view, 1> kFlavors{"star"};
constexpr std::array kParts{Part{"", write_ntriples}};

}  // namespace

constinit const Format kNTriples{
    "ntriples", kExtensions, "RDF as N-Triples, evidence by reification or RDF-star", kFlavors, kParts,
    nullptr,    nullptr};

}  // namespace newsgraph
