#include <filesystem>

#include "entities/entity_table.h"
#include "formats/registry.h"
#include "graph/builder.h"
#include "graph/view.h"
#include "library/article_reader.h"
#include "pipeline/pipeline.h"
#include "support/output.h"

namespace newsgraph::api {
namespace {

Node public_node(const NodeView& view) {
  Node node{.id = std::string(view.id()),
            .name = std::string(view.name()),
            .type = std::string(view.type()),
            .aliases = {},
            .mentions = view.mentions(),
            .documents = view.documents()};
  for (std::size_t i = 0; i < view.alias_count(); ++i) node.aliases.emplace_back(view.alias(i));
  return node;
}

Edge public_edge(const EdgeView& view) {
  return {.id = view.id(),
          .source = view.source().vertex(),
          .target = view.target().vertex(),
          .relation = std::string(view.relation()),
          .status = std::string(view.status()),
          .weight = view.weight(),
          .confidence = view.confidence(),
          .first_date = std::string(view.first_date()),
          .last_date = std::string(view.last_date()),
          .sentence = std::string(view.evidence())};
}

const Format& format_for(const std::string& path) {
  if (const Format* format = format_of_file(path)) return *format;
  throw newsgraph::Error("no format goes by this name", path, "`newsgraph formats` lists them.");
}

std::string part_path(const std::string& path, const Part& part) {
  return part.file_name.empty() ? path : (std::filesystem::path(path) / part.file_name).string();
}

void write_files(const newsgraph::Graph& graph, const std::string& path) {
  const Format& format = format_for(path);
  require_available(format);
  if (format.writes_folder()) std::filesystem::create_directories(path);
  std::vector<std::unique_ptr<Output>> files;
  Losses losses;
  for (const Part& part : format.parts) {
    files.push_back(open_output(part_path(path, part)));
    write_part(format, part, graph, *files.back(), {}, losses);
    files.back()->prepare();
  }
  for (const auto& file : files) file->commit();
}

}  // namespace

struct Graph::State {
  explicit State(std::shared_ptr<const Tools> tools)
      : articles(std::move(tools)), entities(articles.tools()->knowledge()) {}

  // What was built goes back into the builder, which builds from all that it was ever given.
  GraphBuilder& open() {
    if (built) builder.add(*built);
    built.reset();
    return builder;
  }
  const newsgraph::Graph& graph() {
    if (!built) {
      for (const Entity& entity : entities.entities()) builder.add(entity);
      built = builder.build();
    }
    return *built;
  }

  ArticleReader articles;
  EntityTable entities;
  GraphBuilder builder;
  std::optional<newsgraph::Graph> built;
};

Graph::Graph(const Reader& reader)
    : state_(guarded([&] { return std::make_unique<State>(reader.state_->articles.tools()); })) {}
Graph::~Graph() = default;
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;

void Graph::add(const Article& article, const std::function<bool(const Claim&)>& keep) {
  guarded([&] {
    const ArticleReader::Found found = state_->articles.read(article);
    GraphBuilder& builder = state_->open();
    for (const newsgraph::Claim& claim : found.claims)
      if (!keep || keep(public_claim(claim))) builder.add(claim);
    state_->entities.add(found.entities);
  });
}

std::vector<std::string> Graph::add_input(const std::string& path) {
  return guarded([&] {
    const std::shared_ptr<const Tools> tools = tools_for(state_->articles.tools(), {path});
    const PipelineGraph made = build_graph({path}, {}, tools->pipeline(1), {});
    state_->open().add(made.graph);
    std::vector<std::string> problems;
    for (const SkippedInput& skipped : made.read.skipped)
      problems.push_back(skipped.where + ": " + skipped.reason);
    return problems;
  });
}

std::vector<Node> Graph::nodes() const {
  return guarded([&] {
    std::vector<Node> nodes;
    for (const NodeView node : node_views(state_->graph())) nodes.push_back(public_node(node));
    return nodes;
  });
}

std::vector<Edge> Graph::edges() const {
  return guarded([&] {
    std::vector<Edge> edges;
    for (const EdgeView edge : edge_views(state_->graph())) edges.push_back(public_edge(edge));
    return edges;
  });
}

void Graph::write(const std::string& path) const {
  guarded([&] { write_files(state_->graph(), path); });
}

std::string Graph::text(std::string_view format) const {
  return guarded([&] {
    const Format* found = find_format(format);
    if (found == nullptr || found->writes_folder())
      throw newsgraph::Error("no format of one file has this name", std::string(format),
                             "`newsgraph formats` lists them.");
    StringSink sink;
    Losses losses;
    write_part(*found, found->parts.front(), state_->graph(), sink, {}, losses);
    return sink.text();
  });
}

}  // namespace newsgraph::api
