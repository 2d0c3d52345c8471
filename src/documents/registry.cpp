#include "documents/registry.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "documents/lines.h"
#include "documents/readers.h"
#include "support/archive.h"
#include "support/error.h"
#include "support/input_file.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

using enum InputKind;

constexpr std::array kReaders = std::to_array<ReaderRow>({
    {kOffice, "office", ".docx .odt", "article: Word or OpenDocument text", looks_like_office, read_office},
    {kArchive, "archive", ".zip .tar .tgz .7z .epub .xlsx .xlsm .ods",
     "what ZIP, tar and 7z archives hold, like a folder; the sheets of a workbook as tables",
     looks_like_archive, read_archive},
    {kWarc, "warc", ".warc .wet", "articles: a web archive's pages (WARC), or their texts (WET)",
     looks_like_warc, read_warc},
    {kMbox, "mbox", ".mbox", "articles: mails one after the other", looks_like_mbox, read_mbox},
    {kMail, "mail", ".eml .mht .mhtml", "article: a mail, or a web page saved as one (MHTML)",
     looks_like_mail, read_mail},
    {kGraphml, "graphml", ".graphml", "graph: GraphML", looks_like_graphml, nullptr},
    {kGexf, "gexf", ".gexf", "graph: GEXF 1.2 and 1.3", looks_like_gexf, nullptr},
    {kFeed, "feed", ".rss .atom .rdf", "articles: RSS or Atom", looks_like_feed, read_feed},
    {kPage, "page", "", "graph: a page that newsgraph wrote (-o graph.html)", looks_like_page, nullptr},
    {kHtml, "html", ".html .htm .xhtml", "article: a saved web page", looks_like_html, read_html},
    {kCytoscape, "cyjs", ".cyjs", "graph: Cytoscape JSON", looks_like_cytoscape, nullptr},
    {kGraphology, "graphology", "", "graph: graphology JSON", looks_like_graphology, nullptr},
    {kJgf, "jgf", ".jgf", "graph: JSON Graph Format v1 and v2", looks_like_jgf, nullptr},
    {kGraphLines, "graph-lines", "", "graph: nodes and edges, one JSON object a line (APOC, KGX, GraphSON)",
     looks_like_graph_lines, nullptr},
    {kNodeLink, "node-link", ".canvas",
     "graph: JSON with lists of nodes and edges (networkx, D3, vis.js, KGX, LangChain, JSON Canvas …)",
     looks_like_node_link, nullptr},
    {kGraphTable, "graph-table", "",
     "graph: tables of nodes, of edges, or of both (Gephi, Neo4j, KGX, GraphRAG)", looks_like_graph_table,
     nullptr},
    {kClaims, "claims", "", "claims, one JSON object a line", looks_like_claims, nullptr},
    {kClaimTable, "claims-csv", "", "claims, a table with a row each", looks_like_claim_table, nullptr},
    {kStore, "sqlite", ".sqlite", "claims: a store, as newsgraph writes it", looks_like_database, nullptr},
    {kJsonl, "jsonl", ".jsonl .ndjson", "articles or relations, one JSON object a line", looks_like_jsonl,
     read_jsonl},
    {kJson, "json", ".json", "articles or relations: a JSON array, or an object around one", looks_like_json,
     read_json},
    {kTable, "csv", ".csv .tsv .tab", "articles or relations: a table with commas, semicolons or tabs",
     looks_like_table, read_table},
    {kMarkdown, "markdown", ".md .markdown", "article: Markdown, with or without front matter",
     looks_like_markdown, read_markdown},
    {kText, "text", ".txt .text", "article: plain text", looks_like_text, read_text},
});

// Extensions whose files are of several kinds, which only the content tells apart.
bool ambiguous(std::string_view extension) {
  return extension == ".json" || extension == ".jsonl" || extension == ".ndjson" || extension == ".xml" ||
         extension == ".jgf" || extension == ".cyjs" || extension == ".canvas";
}

bool has_extension(const ReaderRow& row, std::string_view extension) {
  std::string_view rest = row.extensions;
  while (!rest.empty()) {
    const auto blank = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, blank) == extension) return true;
    rest.remove_prefix(std::min(blank + 1, rest.size()));
  }
  return false;
}

const ReaderRow* by_extension(std::string_view extension) {
  const auto found = std::find_if(kReaders.begin(), kReaders.end(), [&](const ReaderRow& row) {
    return !extension.empty() && has_extension(row, extension);
  });
  return found == kReaders.end() ? nullptr : &*found;
}

const ReaderRow* by_content(std::string_view start) {
  const auto found = std::find_if(kReaders.begin(), kReaders.end(),
                                  [&](const ReaderRow& row) { return row.recognises(start); });
  return found == kReaders.end() ? nullptr : &*found;
}

// The bytes tell for sure, whatever the name says.
bool unmistakable(InputKind kind) {
  return kind == kOffice || kind == kArchive || kind == kWarc;
}

// Also where there is one line only, or the first one is longer than what is looked at.
bool one_object_a_line(std::string_view start) {
  const bool cut_off = start.find('\n') == std::string_view::npos;
  const std::string_view line = trimmed(take_line(start));
  return line.starts_with('{') && (cut_off || line.ends_with('}'));
}

std::string extension_of(const std::string& path) {
  return utf8::lower(std::filesystem::path(without_compression(path)).extension().string());
}

}  // namespace

std::span<const ReaderRow> readers() {
  return kReaders;
}

const ReaderRow* find_reader(std::string_view name) {
  if (name == "tsv") name = "csv";
  if (name == "txt") name = "text";
  if (name == "md") name = "markdown";
  const auto found =
      std::find_if(kReaders.begin(), kReaders.end(), [&](const ReaderRow& row) { return row.name == name; });
  return found == kReaders.end() ? nullptr : &*found;
}

const ReaderRow* find_reader(InputKind kind) {
  const auto found =
      std::find_if(kReaders.begin(), kReaders.end(), [&](const ReaderRow& row) { return row.kind == kind; });
  return found == kReaders.end() ? nullptr : &*found;
}

const ReaderRow* recognise_container(const std::string& path, std::string_view start) {
  const ReaderRow* named = by_extension(extension_of(path));
  for (const ReaderRow& row : kReaders) {
    if (!takes_bytes(row.kind) || row.kind == kHtml) continue;
    const bool told =
        &row == named && (!unmistakable(row.kind) || (row.kind == kOffice && looks_like_zip(start)));
    const bool may_be = !named || unmistakable(row.kind);
    if (told || (may_be && row.recognises(start))) return &row;
  }
  return nullptr;
}

const ReaderRow& recognise(const std::string& path, std::string_view start) {
  const std::string extension = extension_of(path);
  const ReaderRow* named = by_extension(extension);
  // Spreadsheets save tables as "Unicode text".
  if (named && named->kind == kText && looks_like_table_in_text(start)) return *find_reader(kTable);
  if (named && named->kind == kHtml && looks_like_page(start)) return *find_reader(kPage);
  if (named && named->kind == kTable && looks_like_claim_table(start)) return *find_reader(kClaimTable);
  if (named && named->kind == kTable && looks_like_graph_table(start)) return *find_reader(kGraphTable);
  if (named && !ambiguous(extension)) return *named;
  const ReaderRow* content = by_content(start);
  const bool only_text = content && (content->kind == kText || content->kind == kMarkdown);
  if (named && (!content || only_text ||
                (named->kind == kJsonl && content->kind == kJson && one_object_a_line(start)))) {
    return *named;
  }
  if (extension == ".xml" && (!content || only_text)) {
    throw Error("XML that is neither a feed, GraphML, GEXF nor a web page", path);
  }
  if (content) return *content;
  throw Error("is of no known kind", path, "Say what it is with --from.");
}

bool known_extension(const std::string& path) {
  const std::string extension = extension_of(path);
  return extension == ".xml" || by_extension(extension) != nullptr;
}

}  // namespace newsgraph
