#include "cli/store_update.h"

#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>

#include "cli/confidence_option.h"
#include "cli/context.h"
#include "cli/counted.h"
#include "cli/kept_files.h"
#include "cli/reading_progress.h"
#include "decisions/decisions.h"
#include "formats/registry.h"
#include "graph/graph_claims.h"
#include "graph/view.h"
#include "pipeline/pipeline.h"
#include "store/store_reader.h"
#include "store/store_writer.h"
#include "support/error.h"
#include "support/input_file.h"

namespace newsgraph::cli {
namespace {

// The store, opened when the first input turns out to be one: a run without any leaves no file behind.
class LateStore {
 public:
  LateStore(Context& context, const std::string& path) : context_(context), path_(path) {}

  StoreWriter& get() {
    const std::lock_guard lock(mutex_);
    if (!store_) {
      store_.emplace(path_, [this] { context_.log().info("waiting for another run that writes " + path_); });
    }
    return *store_;
  }

 private:
  Context& context_;
  const std::string& path_;
  std::mutex mutex_;
  std::optional<StoreWriter> store_;
};

// What came into the store, and what it has no room for.
struct Added {
  std::atomic<std::uint64_t> claims = 0;
  std::atomic<std::uint64_t> bare_edges = 0;
  std::atomic<std::uint64_t> lone_nodes = 0;
};

void add_graph(StoreWriter& store, const Graph& graph, Added& added) {
  for_each_claim(graph, [&](const Claim& claim) {
    ++added.claims;
    store.add(claim);
  });
  for (const EdgeView edge : edge_views(graph)) added.bare_edges += edge.statement_count() == 0 ? 1 : 0;
  for (const NodeView node : node_views(graph)) {
    added.lone_nodes += degree(node.vertex(), graph) == 0 ? 1 : 0;
    Entity entity{std::string(node.id()), std::string(node.name()), std::string(node.type()), {}, {}};
    for (std::size_t i = 0; i < node.alias_count(); ++i) entity.aliases.emplace_back(node.alias(i));
    store.add(entity);
  }
}

// A store holds claims: what a graph has beside them is not in it when it is read again.
void report_left_out(Context& context, const std::string& path, const Added& added) {
  if (added.bare_edges != 0)
    context.log().info(path + ": " + counted(added.bare_edges, "edge") + " without statements left out");
  if (added.lone_nodes != 0)
    context.log().info(path + ": " + counted(added.lone_nodes, "node") +
                       " without edges kept in the table of entities alone");
}

}  // namespace

void refuse_no_store(const std::string& path) {
  std::error_code failure;
  const Format* format = format_of_file(path);
  const bool other_name =
      (format != nullptr && format->name != "sqlite") || without_compression(path) != path;
  const bool other_file =
      std::filesystem::is_directory(path, failure) || (holds_something(path) && !is_store(path));
  if (!other_name && !other_file) return;
  throw UsageError(other_file ? "is no store" : "is no name for a store", "--update " + path,
                   "Name a .sqlite file, which is made where it is missing. -o writes files of other kinds.");
}

void update_store(Context& context, const std::string& path, const InputOptions& input,
                  const KnowledgeOptions& knowledge, std::optional<double> min_confidence) {
  ReadOptions options = read_options(input);
  options.sort_inputs = true;
  const LoadedKnowledge loaded(knowledge, input.inputs);
  LateStore store(context, path);
  Added added;
  PipelineTools tools = loaded.tools(context);
  tools.min_confidence = min_confidence;
  tools.decisions = nullptr;  // they are applied when the store is read
  tools.known = [&](const Document& document) { return store.get().knows(document); };
  ReadingProgress progress(context, input.inputs, options);
  PipelineHandlers handlers;
  handlers.on_claim = [&](Claim&& claim) {
    ++added.claims;
    store.get().add(claim);
  };
  handlers.on_entities = [&](const std::vector<Entity>& entities) {
    for (const Entity& entity : entities) store.get().add(entity);
  };
  handlers.on_graph = [&](Graph&& graph) { add_graph(store.get(), graph, added); };
  handlers.on_replaced = [&](const std::string& older, const std::string& newer) {
    store.get().forget(older, newer);
  };
  handlers.on_document = [&] { progress.add_document(); };
  const ReadReport report = run_pipeline(input.inputs, options, tools, handlers);
  progress.stop();
  report_reading(context, report);
  report_unsure(context, report);
  if (!knowledge.decisions.empty() || knowledge.decisions_beside)
    store.get().set_decisions(loaded.decisions().in_force());
  store.get().commit();
  report_left_out(context, path, added);
  const std::uint64_t read = report.documents - report.known;
  const std::uint64_t older = store.get().older();
  context.log().info(path + ": " + counted(read, "article") + " read, of which " +
                     std::to_string(store.get().replaced()) + " changed; " +
                     std::to_string(report.known - older) + " were there; " +
                     (older == 0 ? "" : counted(older, "older copy", "older copies") + " passed over; ") +
                     counted(added.claims, "claim") + " added");
}

}  // namespace newsgraph::cli
