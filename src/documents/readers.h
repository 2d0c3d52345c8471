// The readers of the registry, one file each, and what one of them does for others.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "documents/read_context.h"
#include "support/source.h"

namespace newsgraph {

// Reads an input of any kind, decompressed but not yet decoded: recognises it, unless the options say what it
// is, and hands it to its reader or to the handler for other kinds. `path` is what its name tells, or empty.
// Throws Error where it cannot be used.
void read_input(Input& input, const std::string& path, ReadContext& context);

// Each reads one input, valid UTF-8, to its end. Throws Error where nothing more of it can be read.
void read_text(Input& input, ReadContext& context);
void read_markdown(Input& input, ReadContext& context);
void read_json(Input& input, ReadContext& context);
void read_jsonl(Input& input, ReadContext& context);
void read_table(Input& input, ReadContext& context);
void read_feed(Input& input, ReadContext& context);
// These take the bytes as they are (takes_bytes()).
void read_html(Input& input, ReadContext& context);
void read_warc(Input& input, ReadContext& context);
void read_mail(Input& input, ReadContext& context);
void read_mbox(Input& input, ReadContext& context);
void read_office(Input& input, ReadContext& context);
void read_archive(Input& input, ReadContext& context);

// The article of a web page, wherever the page was found. `charset` is what the server or the mail said of
// the encoding; where it is empty the page's own word counts. Nothing where the page has no text of an
// article. The article's `where` is left to the caller.
std::optional<Article> article_of_page(std::string_view bytes, const std::string& charset,
                                       ReadContext& context);

// A workbook of a spreadsheet (.xlsx, .ods), which is an archive: each sheet like a file "BOOK/SHEET.csv" of
// articles, relations, nodes or edges. Days of a calendar are dates, whatever number they are kept as.
void read_workbook(Input& input, ReadContext& context);

// Whether the first kilobytes look like it.
bool looks_like_text(std::string_view start);
bool looks_like_markdown(std::string_view start);
bool looks_like_html(std::string_view start);
bool looks_like_page(std::string_view start);  // of a graph, written by newsgraph
bool looks_like_json(std::string_view start);
bool looks_like_jsonl(std::string_view start);
bool looks_like_table(std::string_view start);
// More strictly, for names that say text: a known header in short cells, and rows as wide as it.
bool looks_like_table_in_text(std::string_view start);
bool looks_like_claims(std::string_view start);
bool looks_like_claim_table(std::string_view start);
bool looks_like_database(std::string_view start);
bool looks_like_node_link(std::string_view start);
bool looks_like_jgf(std::string_view start);
bool looks_like_cytoscape(std::string_view start);
bool looks_like_graphology(std::string_view start);
bool looks_like_graph_table(std::string_view start);
bool looks_like_graph_lines(std::string_view start);
bool looks_like_feed(std::string_view start);
bool looks_like_warc(std::string_view start);
bool looks_like_mail(std::string_view start);
bool looks_like_mbox(std::string_view start);
bool looks_like_office(std::string_view start);
bool looks_like_archive(std::string_view start);
bool looks_like_workbook(std::string_view start);  // among archives
bool looks_like_graphml(std::string_view start);
bool looks_like_gexf(std::string_view start);

}  // namespace newsgraph
