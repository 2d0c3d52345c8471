#include "python/graph_handle.h"

#include <filesystem>
#include <utility>

#include "entities/resolver.h"
#include "formats/registry.h"
#include "graph/graph_corrector.h"
#include "graph/layout.h"
#include "graph/measure.h"
#include "pipeline/pipeline.h"
#include "support/error.h"
#include "support/output.h"

namespace newsgraph::python {
namespace {

constexpr const char* kSeeFormats = "newsgraph.formats() lists them.";

// Graphs that share a pool of texts must not be changed at the same time: this one gets its own.
void own_strings(Graph& graph) {
  const StringPool& shared = *data(graph).strings;
  auto own = std::make_shared<StringPool>();
  for (std::size_t i = 1; i < shared.size(); ++i) own->intern(shared.text(static_cast<StringId>(i)));
  data(graph).strings = std::move(own);
}

const Format& named_format(const std::string& name) {
  if (const Format* format = find_format(name)) return *format;
  throw UsageError("there is no format \"" + name + "\"", "", kSeeFormats);
}

const Format& format_for(const std::string& path, const std::string& name) {
  if (!name.empty()) return named_format(name);
  if (const Format* format = format_of_file(path)) return *format;
  throw UsageError("no format goes by this name", path, std::string("Give the format. ") + kSeeFormats);
}

// Graphviz, which draws pictures, serves one caller at a time.
std::mutex& drawing() {
  static std::mutex mutex;
  return mutex;
}

void write_files(const Graph& graph, const std::string& path, const Format& format,
                 const ExportOptions& options) {
  require_available(format);
  if (format.writes_folder()) std::filesystem::create_directories(path);
  std::vector<std::unique_ptr<Output>> files;
  Losses losses;
  for (const Part& part : format.parts) {
    files.push_back(
        open_output(part.file_name.empty() ? path : (std::filesystem::path(path) / part.file_name).string(),
                    options.jobs));
    write_part(format, part, graph, *files.back(), options, losses);
    files.back()->prepare();
  }
  for (const auto& file : files) file->commit();
}

// Claims that follow one another with the same document are resolved together, as those of a file are.
void add_resolved(const api::Tools& tools, const std::vector<Claim>& claims, GraphBuilder& builder,
                  EntityTable& entities) {
  for (std::size_t begin = 0, end = 0; begin < claims.size(); begin = end) {
    while (end < claims.size() && claims[end].document.id == claims[begin].document.id) ++end;
    std::vector<Claim> together(claims.begin() + static_cast<std::ptrdiff_t>(begin),
                                claims.begin() + static_cast<std::ptrdiff_t>(end));
    entities.add(tools.corrector().resolve(together));
    for (const Claim& claim : together) builder.add(claim);
  }
}

}  // namespace

GraphHandle::GraphHandle(std::shared_ptr<const api::Tools> tools, const BuildOptions& options)
    : tools_(std::move(tools)), options_(options), builder_(options), entities_(tools_->knowledge()) {}

// What was built goes back into the builder, which builds from all that it was ever given.
GraphBuilder& GraphHandle::open() {
  if (built_) builder_.add(*built_);
  built_.reset();
  empty_ = false;
  return builder_;
}

const std::shared_ptr<Graph>& GraphHandle::build() {
  if (!built_) {
    for (const Entity& entity : entities_.entities()) builder_.add(entity);
    built_ = std::make_shared<Graph>(builder_.build());
  }
  return built_;
}

GraphHandle::Pointer GraphHandle::with(Graph&& graph, const BuildOptions& options) const {
  auto result = std::make_shared<GraphHandle>(tools_, options);
  result->entities_ = entities_;
  result->built_ = std::make_shared<Graph>(std::move(graph));
  result->empty_ = false;
  return result;
}

void GraphHandle::add(const ClaimBlock& block) {
  const std::lock_guard lock(mutex_);
  GraphBuilder& builder = open();
  const bool decided = tools_->decisions().empty() || block.decided == tools_;
  if (!block.whole || !decided) return add_resolved(*tools_, block.claims, builder, entities_);
  for (const Claim& claim : block.claims) builder.add(claim);
  entities_.add(block.entities);
}

ReadReport GraphHandle::add_inputs(const std::vector<std::string>& inputs, const ReadOptions& options,
                                   unsigned jobs, const Cancelled& cancelled) {
  const std::shared_ptr<const api::Tools> use = api::tools_for(tools_, inputs);
  const GraphCorrector corrector(use->decisions(), use->resolver());
  const auto stop_if_cancelled = [&] {
    if (*cancelled) throw Stopped();
  };
  const std::lock_guard lock(mutex_);
  GraphBuilder read(options_);
  EntityTable entities = entities_;
  std::mutex building;  // graphs come from the reading thread, claims from another
  PipelineHandlers handlers;
  handlers.on_claim = [&](Claim&& claim) {
    const std::lock_guard one(building);
    read.add(claim);
  };
  if (use->decisions().empty()) {  // else rows are claims, to which decisions apply
    handlers.on_rows = [&](std::span<const EdgeRow> rows) {
      const std::lock_guard one(building);
      read.add(rows);
    };
  }
  handlers.on_entities = [&](const std::vector<Entity>& named) {
    stop_if_cancelled();
    entities.add(named);
  };
  handlers.on_graph = [&](Graph&& graph) {
    stop_if_cancelled();
    const std::lock_guard one(building);
    read.add(graph, &corrector);
  };
  ReadReport report = run_pipeline(inputs, options, use->pipeline(jobs), handlers);
  tools_->decisions().take_marks(use->decisions());
  read.resolve_rows(use->resolver(), entities, jobs);
  stop_if_cancelled();

  for (const Entity& entity : entities.entities()) read.add(entity);
  Graph graph = read.build();
  if (empty_)
    built_ = std::make_shared<Graph>(std::move(graph));
  else
    open().add(graph);
  empty_ = false;
  entities_ = std::move(entities);
  return report;
}

void GraphHandle::add(GraphHandle& other) {
  if (&other == this) return;
  const std::shared_ptr<const Graph> graph = other.graph();
  const std::lock_guard lock(mutex_);
  if (other.tools_ == tools_) {
    open().add(*graph);
  } else {
    const GraphCorrector corrector(tools_->decisions(), tools_->resolver());
    open().add(*graph, &corrector);
  }
}

GraphHandle::Pointer GraphHandle::filtered(const Filter& filter) {
  const std::lock_guard lock(mutex_);
  Graph chosen = filter_graph(*build(), filter);
  own_strings(chosen);
  return with(std::move(chosen), options_);
}

GraphHandle::Pointer GraphHandle::rebuilt(const BuildOptions& options) {
  const std::lock_guard lock(mutex_);
  auto result = std::make_shared<GraphHandle>(tools_, options);
  result->open().add(*build());
  result->entities_ = entities_;
  return result;
}

GraphHandle::Pointer GraphHandle::copied() {
  const std::lock_guard lock(mutex_);
  Graph copy = *build();
  own_strings(copy);
  return with(std::move(copy), options_);
}

GraphHandle::Pointer GraphHandle::decided(std::shared_ptr<const api::Tools> tools) {
  const std::lock_guard lock(mutex_);
  const GraphCorrector corrector(tools->decisions(), tools->resolver());
  auto result = std::make_shared<GraphHandle>(std::move(tools), options_);
  result->open().add(*build(), &corrector);
  // Names that are kept apart from now on are aliases there.
  if (result->tools_->decisions().apart().empty()) result->entities_ = entities_;
  return result;
}

void GraphHandle::measure(const std::string& name) {
  const std::lock_guard lock(mutex_);
  newsgraph::measure(*build(), name);
}

void GraphHandle::layout() {
  const std::lock_guard lock(mutex_);
  newsgraph::layout(*build());
}

Difference GraphHandle::difference_from(GraphHandle& older) {
  const std::shared_ptr<const Graph> before = older.graph();
  const std::shared_ptr<const Graph> after = graph();
  return difference(*before, *after);
}

std::string GraphHandle::text(const std::string& name, const std::string& flavor) {
  const Format& format = named_format(name);
  if (format.writes_folder())
    throw UsageError("the format \"" + name + "\" is several files", "",
                     "write() writes them into a folder.");
  const std::shared_ptr<const Graph> whole = graph();
  const std::lock_guard lock(drawing());
  StringSink sink;
  Losses losses;
  write_part(format, format.parts.front(), *whole, sink, {flavor, 1}, losses);
  return sink.text();
}

void GraphHandle::write(const std::string& path, const std::string& format, const std::string& flavor,
                        unsigned jobs) {
  const Format& chosen = format_for(path, format);
  const std::shared_ptr<const Graph> whole = graph();
  const std::lock_guard lock(drawing());
  write_files(*whole, path, chosen, {flavor, jobs});
}

std::shared_ptr<const Graph> GraphHandle::graph() {
  const std::lock_guard lock(mutex_);
  return build();
}

}  // namespace newsgraph::python
