#include "pipeline/pipeline.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <utility>
#include <variant>

#include "claims/examples.h"
#include "claims/extractor.h"
#include "claims/record/claim_json.h"
#include "decisions/corrected_claims.h"
#include "documents/registry.h"
#include "entities/entity_table.h"
#include "entities/resolver.h"
#include "entities/resolver_memo.h"
#include "formats/registry.h"
#include "formats/tables/graph_parts.h"
#include "graph/graph_corrector.h"
#include "language/analyzer.h"
#include "language/model.h"
#include "pipeline/ordered_workers.h"
#include "pipeline/pipeline_claims.h"
#include "pipeline/row_batch.h"
#include "store/store_reader.h"
#include "support/error.h"
#include "support/hash.h"
#include "support/nearest_word.h"

namespace newsgraph {
namespace {

// What the readers hand on: an article to analyse, or what is said already: claims of one document, or rows
// of tables, each of which is a document of its own.
struct Item {
  std::variant<Document, std::vector<Claim>, RowBatch> content;
  RunProgress progress;  // of the run when this is done
};

struct Analysed {
  std::vector<Claim> claims;
  std::vector<Entity> entities;
  RowBatch batch;
  std::vector<EdgeRow> rows;  // of the batch
  bool document = false;
  std::size_t unsure = 0;
  std::string id;  // of a document that replaces another one
  std::string replaces;
  RunProgress progress;
};

std::uint64_t hash_of(const Document& document) {
  return hash_fields({document.id, document.title, document.date, document.url, document.text});
}

std::uint64_t hash_of(const std::vector<Claim>& claims) {
  std::uint64_t hash = 0;
  for (const Claim& claim : claims) hash = hash_fields({hex(hash), claim_to_json(claim)});
  return hash;
}

std::uint64_t hash_of(const RowBatch& batch) {
  std::uint64_t hash = 0;
  for (const RelationRow& row : batch.rows()) {
    RowBatch::for_each_text(row, [&](std::string_view text) { hash = hash_fields({hex(hash), text}); });
    hash = hash_fields({hex(hash), std::to_string(row.confidence.value_or(-1))});
  }
  return hash;
}

// Counts items as they are read, and passes over those that an earlier run has done.
class Counter {
 public:
  // Hashes only where somebody asks.
  Counter(const RunProgress& done, bool asked) : done_(done), hashing_(asked || done.items > 0) {}

  // The progress when this item is done; nothing where it is done already.
  template <typename Content>
  std::optional<RunProgress> add(const Content& content) {
    ++read_.items;
    if (hashing_) read_.content = hash_fields({hex(read_.content), hex(hash_of(content))});
    if (read_.items > done_.items) return read_;
    if (read_.items == done_.items && read_ != done_) fail();
    return std::nullopt;
  }

  // At the end of the inputs.
  void finish() const {
    if (read_.items < done_.items || failed_) fail();
  }

 private:
  // Some callers take an Error for a fault of one input; hence it is remembered.
  [[noreturn]] void fail() const {
    failed_ = true;
    throw Error("the inputs are not those that the interrupted run began with", "",
                "Give the same files unchanged, or remove what that run left to begin anew.");
  }

  RunProgress done_;
  bool hashing_;
  RunProgress read_;
  mutable bool failed_ = false;
};

// The model, read when the first document asks for it.
class SharedModel {
 public:
  explicit SharedModel(const PipelineTools& tools) : tools_(tools) {}

  // No std::call_once: an exception that leaves it through the C library needs memory, which may be what
  // fails.
  std::shared_ptr<const Model> get() {
    const std::lock_guard lock(mutex_);
    if (!model_) model_ = tools_.model();
    return model_;
  }

  // What the examples of the schema teach.
  std::shared_ptr<const ExampleScorer> learned() {
    SharedExamples& examples = tools_.examples == nullptr ? examples_ : *tools_.examples;
    return examples.get(*tools_.schema, *tools_.knowledge, get());
  }

 private:
  const PipelineTools& tools_;
  std::mutex mutex_;
  std::shared_ptr<const Model> model_;
  SharedExamples examples_;
};

const Decisions& decisions_of(const PipelineTools& tools) {
  static const Decisions none;
  return tools.decisions == nullptr ? none : *tools.decisions;
}

// One thread's part of the flow: sentences -> claims -> entities.
class Worker {
 public:
  // `rows`: rows of tables stay rows.
  Worker(const PipelineTools& tools, SharedModel& model, const EntityResolver& resolver, bool rows)
      : tools_(tools),
        model_(model),
        resolver_(resolver),
        corrector_(decisions_of(tools), resolver),
        rows_(rows) {}

  Analysed operator()(Item&& item) {
    Analysed result;
    result.progress = item.progress;
    if (const Document* document = std::get_if<Document>(&item.content)) {
      result.document = true;
      result.id = document->id;
      result.replaces = document->replaces;
      result.claims = extractor().extract(*document);
      result.unsure = extractor().unsure();
      result.entities = corrector_.resolve(result.claims, document->text);
    } else if (RowBatch* batch = std::get_if<RowBatch>(&item.content)) {
      result.batch = std::move(*batch);
      for (const RelationRow& row : result.batch.rows()) add_row(row, result);
    } else {
      result.claims = std::get<std::vector<Claim>>(std::move(item.content));
      result.entities = corrector_.resolve(result.claims);
    }
    return result;
  }

 private:
  void add_row(const RelationRow& row, Analysed& result) {
    if (rows_) return result.rows.push_back(edge_row_of(row, resolver_));
    std::vector<Claim> claims{claim_of_row(row)};
    std::vector<Entity> entities = corrector_.resolve(claims, {}, &memo_);
    std::move(claims.begin(), claims.end(), std::back_inserter(result.claims));
    std::move(entities.begin(), entities.end(), std::back_inserter(result.entities));
  }

  ClaimExtractor& extractor() {
    if (!extractor_)
      extractor_.emplace(*tools_.schema, *tools_.knowledge, Analyzer(model_.get()), model_.learned(),
                         tools_.min_confidence);
    return *extractor_;
  }

  const PipelineTools& tools_;
  SharedModel& model_;
  const EntityResolver& resolver_;
  const ClaimCorrector corrector_;
  const bool rows_;
  std::optional<ClaimExtractor> extractor_;
  ResolverMemo memo_;
};

bool has_relation(const RelationSchema* schema, std::string_view name) {
  if (schema == nullptr) return true;
  const auto& relations = schema->relations();
  return std::any_of(relations.begin(), relations.end(),
                     [&](const Relation& known) { return known.name == name; });
}

// Tables have relations of their own, and these are no mistake, but where they are nearly the schema's.
class MistypedRelations {
 public:
  explicit MistypedRelations(const RelationSchema* schema) {
    if (schema == nullptr) return;
    for (const Relation& relation : schema->relations()) known_.push_back(relation.name);
  }

  bool has(std::string_view relation) {
    constexpr std::size_t kMost = 1000;  // a table may have one in each row
    const auto found = seen_.find(relation);
    if (found != seen_.end() || seen_.size() == kMost) return found != seen_.end() && found->second;
    const bool mistyped = std::find(known_.begin(), known_.end(), relation) == known_.end() &&
                          !nearest_word(relation, known_).empty();
    return seen_.emplace(relation, mistyped).first->second;
  }

 private:
  std::vector<std::string_view> known_;
  std::map<std::string, bool, std::less<>> seen_;
};

Graph read_graph(OtherInput& other, const Limits& limits, unsigned jobs) {
  const std::string bytes = other.input.read_all(limits.graph_bytes, "--max-graph-size");
  const Format* format = recognize_format(std::string_view(bytes).substr(0, kSniffBytes));
  if (format == nullptr && other.kind == InputKind::kNodeLink) format = find_format("json");
  if (format == nullptr || format->read == nullptr) throw Error("is no graph that can be read", other.name);
  return format->read(bytes, other.name, jobs);
}

bool is_known(const Knowledge& knowledge, const Model& model, std::string_view word) {
  return !knowledge.look_up(word).empty() || knows_word(model, word);
}

// What the reader of a graph has to say goes to the report of the run.
void take_notes(GraphData& graph, std::vector<SkippedInput>& skipped, std::vector<std::string>& warnings) {
  for (ReadNote& note : graph.notes) {
    if (note.left_out)
      skipped.push_back({std::move(note.where), std::move(note.what), note.more});
    else
      warnings.push_back(note.where + ": " + note.what);
  }
  graph.notes.clear();
}

}  // namespace

std::function<bool(std::string_view)> known_words(const PipelineTools& tools) {
  return [&tools, model = std::shared_ptr<const Model>()](std::string_view word) mutable {
    if (!model) model = tools.model();
    return is_known(*tools.knowledge, *model, word);
  };
}

ReadReport run_pipeline(const std::vector<std::string>& inputs, const ReadOptions& options,
                        const PipelineTools& tools, const PipelineHandlers& handlers) {
  SharedModel model(tools);
  const EntityResolver resolver(*tools.knowledge);
  std::vector<SkippedInput> skipped;
  std::vector<std::string> warnings;  // of graphs and tables
  std::map<std::string, std::uint64_t> unknown_relations;
  std::uint64_t unsure = 0;
  const Skip skip = [&](const std::string& where, const std::string& reason) {
    skipped.push_back({where, reason});
  };
  const auto make_worker = [&] {
    const bool rows = static_cast<bool>(handlers.on_rows);
    return [worker = std::make_shared<Worker>(tools, model, resolver, rows)](Item&& item) {
      return (*worker)(std::move(item));
    };
  };
  OrderedWorkers<Item, Analysed> workers(tools.jobs, make_worker, [&](Analysed&& result) {
    unsure += result.unsure;
    if (!result.replaces.empty() && handlers.on_replaced) handlers.on_replaced(result.replaces, result.id);
    for (Claim& claim : result.claims) handlers.on_claim(std::move(claim));
    if (!result.rows.empty()) handlers.on_rows(result.rows);
    if (handlers.on_entities) handlers.on_entities(result.entities);
    if (result.document && handlers.on_document) handlers.on_document();
    if (handlers.on_progress) handlers.on_progress(result.progress);
  });

  Counter counter(tools.done, static_cast<bool>(handlers.on_progress));
  const auto push = [&](auto&& content) {
    if (const auto progress = counter.add(content))
      workers.push({std::forward<decltype(content)>(content), *progress});
  };
  RowBatch rows;
  const auto push_rows = [&] {
    if (!rows.empty()) push(std::exchange(rows, {}));
  };
  GraphParts parts(options.limits);
  const auto hand_on = [&](Graph&& graph) {
    take_notes(data(graph), skipped, warnings);
    handlers.on_graph(std::move(graph));
  };
  ReadHandlers read;
  std::uint64_t known = 0;
  std::uint64_t settled = 0;
  read.on_document = [&](Document&& document) {
    push_rows();
    if (tools.known && tools.known(document)) {
      ++known;
      if (!document.replaces.empty()) ++settled;  // the older copy was passed over, too
      return;
    }
    push(std::move(document));
  };
  MistypedRelations mistyped(tools.schema);
  read.on_relation = [&](const RelationRow& row) {
    if (const std::string complaint = complaint_about(row); !complaint.empty())
      return skip(row.where(), complaint);
    if (mistyped.has(row.relation)) ++unknown_relations[std::string(row.relation)];
    if (!rows.takes(row)) push_rows();
    rows.add(row);
  };
  read.on_other = [&](OtherInput other) {
    push_rows();
    const auto push_claims = [&](std::vector<Claim>&& claims) {
      for (const Claim& claim : claims)
        if (!has_relation(tools.schema, claim.relation)) ++unknown_relations[claim.relation];
      push(std::move(claims));
    };
    if (other.kind == InputKind::kClaims) {
      read_claim_lines(other.input, options.limits, push_claims, skip);
    } else if (other.kind == InputKind::kClaimTable) {
      read_claim_table(other.input, options.limits, push_claims, skip, warnings);
    } else if (other.kind == InputKind::kStore) {
      StoreReader(other.name).read_claims(push_claims, skip);
    } else if (handlers.on_graph && other.kind == InputKind::kGraphTable) {
      parts.add_table(other.input);
    } else if (handlers.on_graph && other.kind == InputKind::kGraphLines) {
      parts.add_lines(other.input);
    } else if (handlers.on_graph) {
      hand_on(read_graph(other, options.limits, tools.jobs));
    } else {
      throw Error("is a graph, not an article", other.name, "\"newsgraph export\" reads it.");
    }
  };
  ReadOptions with_words = options;
  with_words.known_word = [&](std::string_view word) {
    return is_known(*tools.knowledge, *model.get(), word);
  };
  ReadReport report = read_inputs(inputs, with_words, read);
  for (Graph& graph : parts.finish()) hand_on(std::move(graph));
  push_rows();
  counter.finish();
  workers.finish();
  report.skipped.insert(report.skipped.end(), skipped.begin(), skipped.end());
  report.warnings.insert(report.warnings.end(), warnings.begin(), warnings.end());
  report.known = known;
  report.outdated -= settled;
  report.unsure = unsure;
  if (handlers.on_replaced) report.older += std::exchange(report.outdated, 0);
  report.unknown_relations = std::move(unknown_relations);
  return report;
}

PipelineGraph build_graph(const std::vector<std::string>& inputs, const ReadOptions& options,
                          const PipelineTools& tools, const BuildOptions& build,
                          const std::function<void()>& on_document) {
  GraphBuilder builder(build);
  EntityTable entities(*tools.knowledge);
  const Decisions& decisions = decisions_of(tools);
  const EntityResolver resolver(*tools.knowledge);
  const GraphCorrector corrector(decisions, resolver);
  std::mutex building;  // graphs come from the reading thread, claims from another
  PipelineHandlers handlers;
  handlers.on_claim = [&](Claim&& claim) {
    const std::lock_guard lock(building);
    builder.add(claim);
  };
  handlers.on_replaced = [&](const std::string& older, const std::string&) {
    const std::lock_guard lock(building);
    builder.drop_document(older);
  };
  if (decisions.empty()) {  // else rows are claims, to which decisions apply
    handlers.on_rows = [&](std::span<const EdgeRow> rows) {
      const std::lock_guard lock(building);
      builder.add(rows);
    };
  }
  handlers.on_entities = [&](const std::vector<Entity>& found) { entities.add(found); };
  handlers.on_graph = [&](Graph&& graph) {
    const std::lock_guard lock(building);
    builder.add(graph, &corrector);
  };
  handlers.on_document = on_document;

  PipelineGraph result;
  result.read = run_pipeline(inputs, options, tools, handlers);
  builder.resolve_rows(resolver, entities, tools.jobs);
  for (const Entity& entity : entities.entities()) builder.add(entity);
  result.graph = builder.build(&result.build);
  return result;
}

}  // namespace newsgraph
