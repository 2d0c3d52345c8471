#include "formats/nasty_graphs.h"

#include <functional>
#include <limits>
#include <map>

#include "graph/assembly.h"
#include "graph/builder.h"
#include "graph/claims_for_tests.h"

namespace newsgraph::test {
namespace {

// Nodes and edges by hand, for what no claim would bring.
class Sketch {
 public:
  StringId text(const std::string& value) { return data_.strings->intern(value); }

  std::uint32_t node(const std::string& id, const std::string& name, Attributes attributes = {}) {
    Node node;
    node.id = text(id);
    node.name = text(name);
    node.type = text("organization");
    sort_attributes(attributes, *data_.strings);
    node.attributes = std::move(attributes);
    nodes_.push_back(node);
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }

  Edge& edge(std::uint32_t source, std::uint32_t target, const std::string& relation,
             const std::string& sentence) {
    EdgeDraft draft{source, target, {}};
    draft.edge.relation = text(relation);
    draft.edge.status = text("asserted");
    draft.edge.first_statement = static_cast<std::uint32_t>(data_.statements.size());
    draft.edge.statement_count = 1;
    draft.edge.evidence = text(sentence);
    draft.edge.confidence = 0.93F;
    draft.edge.documents = 1;
    Statement statement;
    statement.claim = ShortId("c-00000000000000" + std::to_string(10 + edges_.size()), "c-", *data_.strings);
    statement.text = draft.edge.evidence;
    statement.confidence = 0.93F;
    if (data_.documents.empty())
      data_.documents.push_back({text("d1"), text("A \"title\" & more"), text("2023-03-16"),
                                 text("https://a.example/?a=1&b=2"),
                                 text("week 1/\"table\" & <more>.csv:17")});
    draft.edge.first_date = draft.edge.last_date = data_.documents[0].date;
    data_.statements.push_back(statement);
    edges_.push_back(draft);
    return edges_.back().edge;
  }

  void edge_attributes(Edge& edge, Attributes attributes) {
    sort_attributes(attributes, *data_.strings);
    data_.edge_attributes.push_back(std::move(attributes));
    edge.attributes = static_cast<std::uint32_t>(data_.edge_attributes.size() - 1);
  }

  Graph build() { return assemble(std::move(data_), std::move(nodes_), std::move(edges_)); }

 private:
  GraphData data_;
  std::vector<Node> nodes_;
  std::vector<EdgeDraft> edges_;
};

Graph empty() {
  return Sketch().build();
}

Graph one_node() {
  Sketch sketch;
  sketch.node("n_alone", "Alone");
  return sketch.build();
}

Graph loop() {
  Sketch sketch;
  const auto node = sketch.node("n_loop", "Loop");
  sketch.edge(node, node, "denounces", "It denounced itself.");
  return sketch.build();
}

Graph parallel_edges() {
  Sketch sketch;
  const auto a = sketch.node("n_a", "A");
  const auto b = sketch.node("n_b", "B");
  sketch.node("n_isolated", "Isolated");
  for (const char* relation : {"owns", "owns", "bans", "denounces"}) sketch.edge(a, b, relation, "A and B.");
  sketch.edge(b, a, "owns", "B owns A.");
  return sketch.build();
}

Graph escapes() {
  Sketch sketch;
  const auto a = sketch.node(
      "n_escapes", R"(<a href="x">Société & Co's</a> ]]> \ ; | {} $ % # -- \N \G \l &amp; &lt; =1+1)");
  const auto b = sketch.node("n_quotes", R"("quoted" 'single' `back`, comma)");
  sketch.edge(a, b, "owns",
              "Tab\there, line\nbreak, \r\nanother, and ]]> the end of CDATA, \"quoted\", back\\slash.");
  return sketch.build();
}

Graph controls() {
  Sketch sketch;
  std::string all;
  for (char c = 1; c < 0x20; ++c) all += c;
  const auto a = sketch.node("n_controls", "A" + all + "Z\x7f");
  const auto b = sketch.node("n_zero", std::string("before\0after", 12));
  sketch.edge(a, b, "bans", "\x01\x02" + all + "\xEF\xBF\xBE\xEF\xBF\xBF end.");
  return sketch.build();
}

Graph unicode() {
  Sketch sketch;
  const auto a = sketch.node("n_cn", "字节跳动 (ByteDance) \xF0\x9F\x98\x80");
  const auto b = sketch.node("n_ar", "الجزيرة e\xCC\x81 \xE2\x80\xA8 line separator");
  const auto broken = sketch.node("n_broken", "broken \xC3( \xED\xA0\x80 \xFF utf-8");
  sketch.edge(a, b, "denounces", "“Curly quotes”, a non-breaking\xC2\xA0space and \xF0\x9D\x94\x98.");
  sketch.edge(b, broken, "禁止", "Relation in Chinese.");
  return sketch.build();
}

// Marks of direction turn what follows them; a name is one line, whoever wrote it.
Graph directions() {
  Sketch sketch;
  const auto a = sketch.node("n_turned",
                             "user \xE2\x80\xAE"
                             "txt.exe\xE2\x80\xAC and \xE2\x81\xA6isolated\xE2\x81\xA9");
  const auto b = sketch.node("n_lines",
                             "one\ntwo\r\nthree\rfour\xC2\x85"
                             "five\xE2\x80\xA9six");
  const auto c = sketch.node("n_marks",
                             "\xEF\xBB\xBFwith a byte order mark, a soft\xC2\xAD"
                             "hyphen and \xF3\xA0\x81\x81 a tag");
  sketch.edge(a, b, "owns", "\xE2\x80\x8FRight to left\xE2\x80\x8E and back.");
  sketch.edge(b, c, "bans\nand more", "\xED\xAE\x80\xED\xB0\x80 a pair of surrogates as six bytes");
  return sketch.build();
}

Graph backslashes() {
  Sketch sketch;
  const auto a = sketch.node("n_back", "ends in a backslash\\");
  const auto b = sketch.node("n_backs", "\\\\");
  sketch.edge(a, b, "owns\\", "\\");
  return sketch.build();
}

Graph long_names() {
  Sketch sketch;
  const auto a = sketch.node("n_long", std::string(20'000, 'x'));
  const auto b = sketch.node("n_words", [] {
    std::string words = "many";  // no blank at the end, which Boost's reader would trim
    for (int i = 0; i < 3'000; ++i) words += " word";
    return words;
  }());
  sketch.edge(a, b, "owns", std::string(100'000, 'y'));
  return sketch.build();
}

Graph numbers() {
  Sketch sketch;
  const double infinity = std::numeric_limits<double>::infinity();
  const auto a = sketch.node("n_a", "A", {{sketch.text("score"), std::numeric_limits<double>::quiet_NaN()}});
  const auto b = sketch.node("n_b", "B", {{sketch.text("score"), 1e300}});
  sketch.node("n_c", "C", {{sketch.text("score"), -infinity}});
  sketch.node("n_d", "D", {{sketch.text("score"), 0.1}});
  sketch.edge(a, b, "owns", "Infinite.").weight = infinity;
  sketch.edge(a, b, "bans", "Small.").weight = 1e-300;
  return sketch.build();
}

Graph attributes() {
  Sketch sketch;
  const auto every = [&sketch](const std::string& prefix) {
    return Attributes{{sketch.text(prefix + "flag"), true},
                      {sketch.text(prefix + "count"), std::int64_t{-9'007'199'254'740'993}},
                      {sketch.text(prefix + "share"), 0.25},
                      {sketch.text(prefix + "note & <b>"), sketch.text("a, b; \"c\"")},
                      {sketch.text("type"), sketch.text("named like a field")},
                      {sketch.text("mixed"), std::int64_t{7}}};
  };
  const auto a = sketch.node("n_a", "A", every("n "));
  const auto b = sketch.node("n_b", "B", {{sketch.text("mixed"), 0.5}});
  Edge& first = sketch.edge(a, b, "owns", "With attributes.");
  sketch.edge_attributes(first, every("e "));
  Edge& second = sketch.edge(b, a, "bans", "Mixed.");
  sketch.edge_attributes(second, {{sketch.text("mixed"), sketch.text("text")}});
  return sketch.build();
}

Graph news() {
  GraphBuilder builder({.links = true});
  builder.add(entity("n_p_usa", "place"));
  builder.add(entity("n_white-house", "organization", {{"represents", "n_p_usa"}}));
  Claim ban = claim({.subject = "n_white-house",
                     .relation = "bans",
                     .object = "n_tiktok",
                     .sentence = "The White House banned TikTok."});
  ban.evidence.extent = {100, 130};
  ban.subject.text = "The White House", ban.subject.extent = {100, 115};
  ban.object.text = "TikTok", ban.object.extent = {123, 129};
  ban.trigger = Trigger{"banned", {116, 122}};
  ban.scope = "on government devices";
  ban.speaker = argument("n_spokeswoman");
  builder.add(ban);
  builder.add(claim({.subject = "n_white-house",
                     .relation = "bans",
                     .object = "n_tiktok",
                     .document = "d2",
                     .sentence = "Again.",
                     .confidence = 0.93,
                     .date = "2024-05-01"}));
  builder.add(claim({.subject = "n_p_china",
                     .relation = "denounces",
                     .object = "n_white-house",
                     .status = Status::planned,
                     .date = ""}));
  return builder.build();
}

const std::map<std::string, std::function<Graph()>>& makers() {
  static const std::map<std::string, std::function<Graph()>> kMakers{{"empty", empty},
                                                                     {"one node", one_node},
                                                                     {"loop", loop},
                                                                     {"parallel edges", parallel_edges},
                                                                     {"escapes", escapes},
                                                                     {"controls", controls},
                                                                     {"unicode", unicode},
                                                                     {"directions", directions},
                                                                     {"backslashes", backslashes},
                                                                     {"long names", long_names},
                                                                     {"numbers", numbers},
                                                                     {"attributes", attributes},
                                                                     {"news", news}};
  return kMakers;
}

}  // namespace

std::vector<std::string> nasty_graph_names() {
  std::vector<std::string> names;
  for (const auto& [name, make] : makers()) names.push_back(name);
  return names;
}

Graph nasty_graph(const std::string& name) {
  return makers().at(name)();
}

}  // namespace newsgraph::test
