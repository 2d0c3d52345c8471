#include <algorithm>
#include <set>

#include "catch.h"
#include "documents/collected.h"
#include "documents/registry.h"
#include "support/compress.h"
#include "support/error.h"

using namespace newsgraph;

TEST_CASE("every reader has a name, a description and a way to be told") {
  std::set<std::string_view> names;
  std::set<InputKind> kinds;
  for (const ReaderRow& row : readers()) {
    CHECK(names.insert(row.name).second);
    CHECK(kinds.insert(row.kind).second);
    CHECK_FALSE(row.description.empty());
    CHECK(row.recognises != nullptr);
    CHECK((row.read == nullptr) == handed_on(row.kind));
    CHECK(find_reader(row.name) == &row);
    CHECK(find_reader(row.kind) == &row);
  }
  CHECK(find_reader("nothing") == nullptr);
}

TEST_CASE("content of every kind is recognised without a name") {
  const std::pair<InputKind, const char*> examples[] = {
      {InputKind::kGraphml, "<?xml version=\"1.0\"?>\n<!-- x -->\n<graphml xmlns=\"u\"></graphml>"},
      {InputKind::kGexf, "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\"></gexf>"},
      {InputKind::kHtml, "<!DOCTYPE html><html><body><p>x</p></body></html>"},
      {InputKind::kHtml, "<!-- saved --><html><p>x</p></html>"},
      {InputKind::kPage,
       "<!DOCTYPE html>\n<html><head><meta name=\"generator\" content=\"newsgraph\"></head>"},
      {InputKind::kHtml,
       "<!DOCTYPE html>\n<html><head><meta name=\"generator\" content=\"Hugo\"></head>newsgraph"},
      {InputKind::kCytoscape, R"({"data":{},"elements":{"nodes":[],"edges":[]}})"},
      {InputKind::kCytoscape, R"([{"group":"nodes","data":{"id":"a"}}])"},
      {InputKind::kGraphology, R"({"options":{"type":"directed"},"attributes":{},"nodes":[],"edges":[]})"},
      {InputKind::kJgf, R"({"graph":{"directed":true,"nodes":{},"edges":[]}})"},
      {InputKind::kJgf, R"({"graphs":[]})"},
      {InputKind::kNodeLink, R"({"directed":true,"multigraph":true,"graph":{},"nodes":[],"edges":[]})"},
      {InputKind::kNodeLink, R"({"nodes":[{"id":1}],"links":[]})"},
      {InputKind::kNodeLink, R"({"nodes":[{"id":1}],"edges":[{"from":1,"to":1}]})"},
      {InputKind::kNodeLink, R"([{"nodes":[],"relationships":[]}])"},
      {InputKind::kNodeLink, R"({"graph":{"vertices":[],"edges":[]}})"},
      {InputKind::kNodeLink, R"([{"type":"node","id":"0","labels":["A"],"properties":{}}])"},
      {InputKind::kGraphLines,
       "{\"type\":\"node\",\"id\":\"0\",\"labels\":[],\"properties\":{}}\n{\"type\":\"node\"}\n"},
      {InputKind::kGraphLines, "{\"id\":\"a\",\"category\":[],\"name\":\"A\"}\n{\"id\":\"b\"}\n"},
      {InputKind::kGraphTable, "Source,Target,Type,Weight\nA,B,Directed,1\n"},
      {InputKind::kGraphTable, "source;target\nA;B\n"},
      {InputKind::kGraphTable, "from,to,label,weight\nA,B,owns,2\n"},
      {InputKind::kGraphTable, "Id,Label,timeset\n1,A,\n"},
      {InputKind::kGraphTable, "_id,_labels,name,_start,_end,_type\n0,:A,B,,,\n"},
      {InputKind::kGraphTable, "id:ID,name,:LABEL\n0,A,B\n"},
      {InputKind::kGraphTable, ":START_ID,:TYPE,:END_ID\nA,owns,B\n"},
      {InputKind::kTable, "source,relation,target,weight,evidence\nA,owns,B,1,A owns B\n"},
      {InputKind::kTable, "from,to,type\nA,B,owns\n"},
      {InputKind::kTable, "source,type,target\nA,owns,B\n"},
      {InputKind::kTable, "id,source,target,text\n1,a,b,c\n"},
      {InputKind::kJson, "{\"text\": \"a\", \"x\": NaN}"},
      {InputKind::kJsonl, "{\"x\": NaN, \"text\":\"a\"}\n{\"text\":\"b\"}\n"},
      {InputKind::kClaims,
       R"({"id":"c-1","document":{"id":"d"},"subject":{"name":"A"},"relation":"owns","object":{"name":"B"}})"},
      {InputKind::kClaimTable, "verdict,source,relation,target,rule,evidence,id\n,A,owns,B,,,c-1\n"},
      {InputKind::kClaimTable, "sep=;\nSource;Relation;Target;Evidence;Rule;Claim\nA;owns;B;;;c-1\n"},
      {InputKind::kStore, "SQLite format 3"},
      {InputKind::kJsonl, "{\"text\":\"a\"}\n{\"text\":\"b\"}\n"},
      {InputKind::kJson, R"({"text":"a"})"},
      {InputKind::kJson, R"([{"source":"a","relation":"owns","target":"b"}])"},
      {InputKind::kTable, "id,title,text\n1,a,b\n"},
      {InputKind::kTable, "source\trelation\ttarget\nA\towns\tB\n"},
      {InputKind::kMarkdown, "# Title\n\nText."},
      {InputKind::kText, "Alpha, the owner of Beta, denounced it.\n"},
      {InputKind::kText, "[1] A footnote in front."},
      {InputKind::kText, "{never closed"},
  };
  for (const auto& [kind, text] : examples) {
    CAPTURE(text);
    CHECK(recognise("", text).name == find_reader(kind)->name);
  }
}

TEST_CASE("a kind is recognised when its beginning is cut anywhere") {
  const std::string graph =
      R"({"directed":true,"multigraph":true,"graph":{"name":"x"},"nodes":[{"id":"a"},{"id":"b"}]})";
  for (std::size_t size = 37; size < graph.size(); ++size) {
    CHECK(recognise("g.json", graph.substr(0, size)).kind == InputKind::kNodeLink);
  }
}

TEST_CASE("the name decides where it tells the kind") {
  CHECK(recognise("a.txt", "<html>").kind == InputKind::kText);
  CHECK(recognise("a.HTML.gz", "text").kind == InputKind::kHtml);
  CHECK(recognise("a.csv", "text").kind == InputKind::kTable);
  CHECK(recognise("a.json", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n").kind == InputKind::kJsonl);
  CHECK(recognise("a.jsonl", "[{\"text\":\"a\"}]").kind == InputKind::kJson);
  CHECK(recognise("a.json", "no json").kind == InputKind::kJson);
  CHECK(recognise("a.xml", "<graphml/>").kind == InputKind::kGraphml);
  CHECK(recognise("a.xml", "<rss></rss>").kind == InputKind::kFeed);
  CHECK_THROWS_AS(recognise("a.xml", "<opml></opml>"), Error);
}

TEST_CASE("files in folders are chosen by their names") {
  for (const char* name : {"a.txt", "a.TXT", "a.html.gz", "a.jsonl.zst", "a.graphml", "a.tsv", "a.xml"}) {
    CHECK(known_extension(name));
  }
  for (const char* name : {"a.jpg", "a", "a.gz", "txt", "a.css"}) CHECK_FALSE(known_extension(name));
}

TEST_CASE("graphs and claims are handed on whole, decompressed") {
  const std::string claim = R"({"id":"c","subject":{"name":"A"},"relation":"owns","object":{"name":"B"}})";
  const TemporaryFolder folder;
  std::string bytes;
  const auto gzip = make_gzip();
  gzip->add(claim + "\n", bytes);
  gzip->end(bytes);
  const Collected all = collect({folder.write("c.jsonl.gz", bytes), folder.write("g.graphml", "<graphml/>")});
  REQUIRE(all.others.size() == 2);
  CHECK(all.others[0] == std::pair(InputKind::kClaims, claim + "\n"));
  CHECK(all.others[1] == std::pair(InputKind::kGraphml, std::string("<graphml/>")));
  CHECK(all.report.handed_on == 2);
}

TEST_CASE("the option --from decides over name and content") {
  ReadOptions options;
  options.from = "text";
  CHECK(collect_file("a.json", "[1] is no JSON here.", options).documents.size() == 1);
  options.from = "html";
  CHECK(collect_file("a", "<p>A short page.</p>", options).documents.at(0).text == "A short page.");
  options.from = "json";
  CHECK(collect_file("a", R"({"nodes":[],"links":[]})", options).others.size() == 1);
  CHECK(collect_file("a", R"({"text":"x"})", options).documents.size() == 1);
  options.from = "word";
  CHECK_THROWS_AS(collect_file("a", "x", options), UsageError);
}
