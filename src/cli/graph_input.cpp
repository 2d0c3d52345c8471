#include "cli/graph_input.h"

#include "cli/confidence_option.h"
#include "cli/context.h"
#include "cli/reading_progress.h"
#include "pipeline/pipeline.h"

namespace newsgraph::cli {

void add_graph_input(CLI::App& app, GraphInput& input) {
  add_input_options(app, input.input, "A graph, or anything else that \"newsgraph export\" reads");
  add_filter_options(app, input.graph);
  add_knowledge_options(app, input.knowledge);
  add_decision_options(app, input.knowledge);
}

Graph load_graph(Context& context, const GraphInput& input) {
  ReadOptions options = read_options(input.input);
  options.sort_inputs = true;
  const LoadedKnowledge loaded(input.knowledge, input.input.inputs);
  ReadingProgress progress(context, input.input.inputs, options);
  PipelineTools tools = loaded.tools(context);
  tools.min_confidence = input.graph.min_confidence;
  PipelineGraph made =
      build_graph(input.input.inputs, options, tools, input.graph.build, [&] { progress.add_document(); });
  progress.stop();
  report_reading(context, loaded, made.read);
  report_unsure(context, made.read);
  return finish_graph(std::move(made.graph), input.graph, loaded.schema());
}

}  // namespace newsgraph::cli
