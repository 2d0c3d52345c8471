// The whole flow: documents -> sentences -> claims -> entities -> graph. Open this file first.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claims/record/claim.h"
#include "documents/reader.h"
#include "entities/entity.h"
#include "graph/builder.h"
#include "graph/edge_row.h"
#include "graph/graph.h"
#include "support/resumable_output.h"

namespace newsgraph {

class Decisions;
class Knowledge;
class Model;
class RelationSchema;
class SharedExamples;

// What the flow works with; all of it has to outlive the run.
struct PipelineTools {
  const Knowledge* knowledge = nullptr;
  const RelationSchema* schema = nullptr;
  // Called at most once, and only where there is a document to analyse: graphs and tables need no model.
  std::function<std::shared_ptr<const Model>()> model;
  // Where what the schema's examples teach is kept for other runs; null: each run learns it again.
  SharedExamples* examples = nullptr;
  // Applied to claims, rows and graphs alike; null: none.
  const Decisions* decisions = nullptr;
  // Asked for each article, in the order of the input: whether it is done already, elsewhere and for good.
  // Then it is counted and passed over. May be missing.
  std::function<bool(const Document&)> known;
  // What a claim of an article has to have, 0 to 1; missing: what the scorer asks of its kind.
  std::optional<double> min_confidence{};
  unsigned jobs = 1;  // threads; the results do not depend on it
  // What an earlier run did: that much of the inputs is read, but neither analysed nor handed on.
  RunProgress done = {};
};

// What ReadOptions::known_word is: the names of the knowledge and the words of the model, which is asked for
// when a word is broken at the end of a line. `tools` outlive it.
std::function<bool(std::string_view)> known_words(const PipelineTools& tools);

// Called in the order of the input, one at a time, but not always from the same thread.
struct PipelineHandlers {
  std::function<void(Claim&&)> on_claim;
  // Rows of relation tables, whose names are not resolved; they are valid during the call. Where it is
  // missing, rows become claims.
  std::function<void(std::span<const EdgeRow>)> on_rows;
  // The entities that a document's claims name, after these claims; may be missing.
  std::function<void(const std::vector<Entity>&)> on_entities;
  // A graph that was read from a file. Where it is missing, such inputs are skipped.
  std::function<void(Graph&&)> on_graph;
  // Before the claims of an article: an older copy of it, whose claims were handed on, counts no more. Its id
  // may be that of the article. Where it is missing, both copies count.
  std::function<void(const std::string& older, const std::string& newer)> on_replaced;
  // After the claims of a document.
  std::function<void()> on_document;
  // After everything of an article, of neighbouring rows of a relation table, or of neighbouring claims of
  // one document; may be missing.
  std::function<void(const RunProgress&)> on_progress;
};

// Reads the inputs and hands on every claim, its arguments resolved to entities. Memory does not grow with
// the number of documents. What cannot be read is in the report. Throws Error where the inputs do not begin
// with what tools.done says.
ReadReport run_pipeline(const std::vector<std::string>& inputs, const ReadOptions& options,
                        const PipelineTools& tools, const PipelineHandlers& handlers);

// The same, to a graph.
struct PipelineGraph {
  Graph graph;
  BuildReport build;
  ReadReport read;
};
PipelineGraph build_graph(const std::vector<std::string>& inputs, const ReadOptions& options,
                          const PipelineTools& tools, const BuildOptions& build,
                          const std::function<void()>& on_document = {});

}  // namespace newsgraph
