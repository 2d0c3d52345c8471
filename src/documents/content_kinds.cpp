// Tells the kinds of JSON apart, by their outline, and the kinds of XML, by their first element.
#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

#include "documents/fields.h"
#include "documents/json_outline.h"
#include "documents/lines.h"
#include "documents/readers.h"
#include "documents/table_source.h"
#include "support/error.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

bool is_graph(std::string_view start) {
  return looks_like_cytoscape(start) || looks_like_graphology(start) || looks_like_jgf(start) ||
         looks_like_node_link(start) || looks_like_graph_lines(start);
}

// Whether the first element of the XML is this one; comments and the prolog may come before it.
bool first_element(std::string_view start, std::string_view name) {
  std::string_view rest = trimmed(start);
  while (rest.starts_with("<?") || rest.starts_with("<!")) {
    const std::string_view end = rest.starts_with("<!--") ? "-->" : ">";
    const auto at = rest.find(end);
    if (at == std::string_view::npos) return false;
    rest = trimmed(rest.substr(at + end.size()));
  }
  if (!rest.starts_with('<')) return false;
  rest = rest.substr(1, std::min(rest.find_first_of(" \t\r\n/>"), rest.size()) - 1);
  return rest.substr(rest.find(':') == std::string_view::npos ? 0 : rest.find(':') + 1) == name;
}

// Its name space: of 1.0, or of 0.3.
bool names_atom(std::string_view start) {
  return start.find("http://www.w3.org/2005/Atom") != std::string_view::npos ||
         start.find("http://purl.org/atom/ns#") != std::string_view::npos;
}

}  // namespace

bool looks_like_claims(std::string_view start) {
  const JsonOutline outline = json_outline(start);
  return outline.object && outline.has("relation") && outline.has("subject.name") &&
         outline.has("object.name");
}

bool looks_like_claim_table(std::string_view start) {
  if (start.starts_with("sep=")) take_line(start);
  try {
    std::set<std::string> names;
    for (const std::string& name : first_row(start, guess_delimiter(start)))
      names.insert(normalize_name(name));
    const auto has = [&](const char* name) { return names.contains(name); };
    return has("source") && has("relation") && has("target") && has("rule") && has("evidence") &&
           (has("id") || has("claim"));
  } catch (const Error&) {
    return false;
  }
}

bool looks_like_database(std::string_view start) {
  return start.starts_with("SQLite format 3");
}

bool looks_like_cytoscape(std::string_view start) {
  const JsonOutline outline = json_outline(start);
  const bool wrapped = outline.object && outline.has("elements") && !outline.has("text");
  // A bare array of elements, as cytoscape.js takes it.
  return wrapped || (outline.array && outline.has("[].data.id") &&
                     (outline.has("[].group") || outline.has("[].data.source")));
}

bool looks_like_graphology(std::string_view start) {
  const JsonOutline outline = json_outline(start);
  return outline.object && outline.has("nodes") && (outline.has("options") || outline.has("attributes")) &&
         !outline.has("directed") && !outline.has("links");
}

bool looks_like_jgf(std::string_view start) {
  const JsonOutline outline = json_outline(start);
  // With "vertices" it is GraphSON, which has an object "graph" as well.
  if (!outline.object || outline.has("nodes") || outline.has("graph.vertices") || outline.has("graph.links"))
    return false;
  return outline.has("graph.nodes") || outline.has("graph.edges") || outline.has("graphs");
}

bool looks_like_node_link(std::string_view start) {
  const JsonOutline outline = json_outline(start);
  const auto any = [&](std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return outline.has(name); });
  };
  if (outline.array) {
    const bool graphs = any({"[].nodes", "[].kwargs.nodes"}) &&
                        any({"[].relationships", "[].edges", "[].links", "[].kwargs.relationships"});
    const bool apoc = any({"[].labels"}) && any({"[].properties"}) && any({"[].type"});
    const bool browser = std::any_of(outline.keys.begin(), outline.keys.end(),
                                     [](const std::string& key) { return key.ends_with(".identity"); }) &&
                         std::any_of(outline.keys.begin(), outline.keys.end(),
                                     [](const std::string& key) { return key.ends_with(".labels"); });
    return graphs || apoc || browser;
  }
  if (!outline.object || any({"text", "articles"})) return false;
  const bool neo4j = any({"results.[].data"}) && any({"results.[].columns"});
  return neo4j || any({"multigraph", "graph.vertices", "graph.links", "kwargs.nodes"}) ||
         (any({"nodes"}) && any({"directed"})) ||
         (any({"nodes", "vertices", "entities", "objects"}) &&
          any({"links", "edges", "relationships", "rels", "relations"}));
}

bool looks_like_graph_lines(std::string_view start) {
  const JsonOutline outline = json_outline(start);
  const auto all = [&](std::initializer_list<const char*> names) {
    return std::all_of(names.begin(), names.end(), [&](const char* name) { return outline.has(name); });
  };
  if (!outline.more_lines || outline.has("text")) return false;
  const bool apoc = all({"type", "labels", "properties"}) || all({"type", "start.id", "end.id"});
  const bool graphson = outline.has("outE") || outline.has("inE") || all({"id", "label", "properties"});
  const bool biolink = all({"subject", "predicate", "object"}) &&
                       (outline.has("knowledge_level") || outline.has("agent_type") ||
                        outline.has("primary_knowledge_source") || outline.has("knowledge_source") ||
                        outline.has("provided_by") || outline.has("category"));
  return apoc || graphson || biolink || all({"id", "category", "name"}) || all({"nodes", "relationships"}) ||
         all({"nodes", "edges"});
}

bool looks_like_json(std::string_view start) {
  const JsonOutline outline = json_outline(start);
  // An array of something else, or an open bracket alone, may start a text as well.
  return (outline.object || outline.array) && !outline.keys.empty() && !is_graph(start);
}

bool looks_like_jsonl(std::string_view start) {
  return json_outline(start).more_lines && !is_graph(start);
}

bool looks_like_graphml(std::string_view start) {
  return first_element(start, "graphml");
}

bool looks_like_gexf(std::string_view start) {
  return first_element(start, "gexf");
}

bool looks_like_feed(std::string_view start) {
  // RSS 0.9 and 1.0 are RDF; so are data of other kinds.
  const bool rdf =
      first_element(start, "RDF") && (start.find("purl.org/rss/") != std::string_view::npos ||
                                      start.find("my.netscape.com/rdf") != std::string_view::npos);
  return rdf || first_element(start, "rss") || (first_element(start, "feed") && names_atom(start)) ||
         (first_element(start, "entry") && names_atom(start));
}

bool looks_like_page(std::string_view start) {
  const auto at = start.find("name=\"generator\"");
  return looks_like_html(start) && at != std::string_view::npos &&
         start.substr(at, 60).find("content=\"newsgraph\"") != std::string_view::npos;
}

bool looks_like_html(std::string_view start) {
  const std::string lower = utf8::lower(trimmed(start).substr(0, 4096));
  if (!lower.starts_with('<')) return false;
  return lower.find("<html") != std::string::npos || lower.starts_with("<!doctype html") ||
         lower.find("<body") != std::string::npos || lower.find("<p>") != std::string::npos;
}

}  // namespace newsgraph
