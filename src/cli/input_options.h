// What is read, and with which knowledge: options that several verbs share.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "documents/reader.h"

namespace CLI {
class App;
}

namespace newsgraph {
class Decisions;
class Knowledge;
class RelationSchema;
struct PipelineTools;
}  // namespace newsgraph

namespace newsgraph::cli {

class Context;

struct InputOptions {
  std::vector<std::string> inputs;
  std::string from;
  std::vector<std::string> columns;  // "text=Body"
  std::string max_input_size;
  std::string max_document_size;
  std::string max_graph_size;
  std::size_t max_depth = Limits().json_depth;
  std::size_t max_columns = Limits().columns;
};

struct KnowledgeOptions {
  std::string relations{};  // files; empty: the built-in ones
  std::string entities{};
  std::string decisions{};
  bool decisions_beside = false;
};

void add_input_options(CLI::App& app, InputOptions& options, const std::string& what);
void add_knowledge_options(CLI::App& app, KnowledgeOptions& options);
// --decisions, --decisions-beside: for verbs that apply them.
void add_decision_options(CLI::App& app, KnowledgeOptions& options);

// Throws UsageError where standard input, which can be read once, is named twice.
void refuse_stdin_twice(const std::vector<std::string>& inputs);

// Throws UsageError where an option's value is not right.
ReadOptions read_options(const InputOptions& options);

// Throws UsageError where `output` is one of the files that would be read.
void refuse_overwriting_inputs(const std::string& output, const InputOptions& inputs,
                               const ReadOptions& read);

// The relation schema, the entity tables and the decisions that were asked for, kept as long as this lives.
class LoadedKnowledge {
 public:
  // Also the decisions that are kept in stores among `inputs`; those that were asked for come after them.
  explicit LoadedKnowledge(const KnowledgeOptions& options, const std::vector<std::string>& inputs = {});
  ~LoadedKnowledge();

  const Knowledge& knowledge() const { return *knowledge_; }
  const RelationSchema& schema() const { return *schema_; }
  const Decisions& decisions() const { return *decisions_; }
  PipelineTools tools(const Context& context) const;

 private:
  std::unique_ptr<const Knowledge> own_knowledge_;
  std::unique_ptr<const RelationSchema> own_schema_;
  std::unique_ptr<const Decisions> decisions_;
  const Knowledge* knowledge_;
  const RelationSchema* schema_;
};

// A schema of the user's. Throws UsageError where it is not right.
RelationSchema load_schema(const std::string& file);

// What decisions make of claims has to be something that the schema has. Throws UsageError; `file` names the
// decisions in messages.
void check_relations(const Decisions& decisions, const RelationSchema& schema, const std::string& file);

// Tells the user what was skipped and what was noticed while reading. Throws Error where nothing at all could
// be used, so that no graph of nothing replaces a good file.
void report_reading(Context& context, const ReadReport& report);
// And what became of the decisions, and which relations of claims that were read the schema does not have.
void report_reading(Context& context, const LoadedKnowledge& loaded, const ReadReport& report);

}  // namespace newsgraph::cli
