#include "cli/input_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "claims/schema/schema.h"
#include "cli/context.h"
#include "cli/counted.h"
#include "decisions/decided_knowledge.h"
#include "decisions/decision_file.h"
#include "decisions/decision_json.h"
#include "decisions/decisions.h"
#include "documents/input_list.h"
#include "documents/registry.h"
#include "knowledge/knowledge.h"
#include "pipeline/pipeline.h"
#include "store/store_reader.h"
#include "support/error.h"
#include "support/input_file.h"
#include "support/nearest_word.h"
#include "support/output.h"

namespace newsgraph::cli {
namespace {

constexpr const char* kGroup = "Reading";
constexpr const char* kSeeRelations = "\"newsgraph relations\" shows what it has.";
constexpr std::size_t kMostDepth = 10'000;  // values are taken apart by recursion
constexpr std::size_t kMostColumns = 10'000'000;

std::string kinds() {
  std::string names;
  for (const ReaderRow& row : readers()) names += (names.empty() ? "" : ", ") + std::string(row.name);
  return names;
}

}  // namespace

void add_input_options(CLI::App& app, InputOptions& options, const std::string& what) {
  app.add_option("INPUT", options.inputs, what)->required();
  app.add_option("--from", options.from,
                 "Kind of the inputs: " + kinds() + "; by default each one's name and content tell")
      ->option_text("KIND")
      ->group(kGroup);
  app.add_option("--columns", options.columns,
                 "Names that fields have in a table or in JSON, such as text=Body,source=Who")
      ->option_text("FIELD=NAME,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group(kGroup);
  app.add_option("--max-input-size", options.max_input_size,
                 "Largest input, decompressed, such as 32G (default: 16G)")
      ->option_text("SIZE")
      ->group(kGroup);
  app.add_option("--max-document-size", options.max_document_size,
                 "Largest article, record or row, such as 64M (default: 16M)")
      ->option_text("SIZE")
      ->group(kGroup);
  app.add_option("--max-graph-size", options.max_graph_size,
                 "Largest graph, which is held in memory, such as 8G (default: 4G)")
      ->option_text("SIZE")
      ->group(kGroup);
  app.add_option("--max-depth", options.max_depth, "Deepest nesting of JSON (default: 64)")
      ->option_text("N")
      ->check(CLI::Range(std::size_t{1}, kMostDepth))
      ->group(kGroup);
  app.add_option("--max-columns", options.max_columns, "Most columns of a table (default: 4096)")
      ->option_text("N")
      ->check(CLI::Range(std::size_t{1}, kMostColumns))
      ->group(kGroup);
}

void add_knowledge_options(CLI::App& app, KnowledgeOptions& options) {
  app.add_option("--relations", options.relations,
                 "Relation schema to use instead of the built-in one (see \"newsgraph relations\")")
      ->option_text("FILE")
      ->group("Knowledge");
  app.add_option("--entities", options.entities,
                 "Names, aliases and types to use beside the built-in ones (see \"newsgraph entities\")")
      ->option_text("FILE")
      ->group("Knowledge");
}

void add_decision_options(CLI::App& app, KnowledgeOptions& options) {
  app.add_option("--decisions", options.decisions,
                 "What was decided about claims, edges and names, as \"newsgraph review\" writes it "
                 "(docs/decisions.md)")
      ->option_text("FILE")
      ->group("Knowledge");
  app.add_flag("--decisions-beside", options.decisions_beside,
               "Use the files decisions.jsonl in the folders of the inputs as well")
      ->group("Knowledge");
}

void refuse_stdin_twice(const std::vector<std::string>& inputs) {
  if (std::count(inputs.begin(), inputs.end(), "-") > 1)
    throw UsageError("standard input is named twice, and can be read once", "-", "Name a file in its place.");
}

ReadOptions read_options(const InputOptions& options) {
  refuse_stdin_twice(options.inputs);
  ReadOptions read;
  read.from = options.from;
  if (!options.max_input_size.empty()) read.limits.input_bytes = parse_size(options.max_input_size);
  if (!options.max_document_size.empty()) {
    read.limits.document_bytes = static_cast<std::size_t>(parse_size(options.max_document_size));
  }
  if (!options.max_graph_size.empty()) read.limits.graph_bytes = parse_size(options.max_graph_size);
  read.limits.json_depth = options.max_depth;
  read.limits.columns = options.max_columns;
  for (const std::string& pair : options.columns) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size()) {
      throw UsageError("\"" + pair + "\" is not FIELD=NAME", "--columns",
                       "Write for example --columns text=Body.");
    }
    if (!read.columns.emplace(pair.substr(0, equals), pair.substr(equals + 1)).second)
      throw UsageError("\"" + pair.substr(0, equals) + "\" is named twice", "--columns",
                       "A field has one column.");
  }
  return read;
}

void refuse_overwriting_inputs(const std::string& output, const InputOptions& inputs,
                               const ReadOptions& read) {
  if (output == "-") return;
  ReadReport unused;
  std::vector<std::string> files;
  for (const InputPath& input : list_inputs(inputs.inputs, read, unused)) files.push_back(input.path);
  refuse_overwriting(output, files);
}

namespace {

std::unique_ptr<const Knowledge> own_knowledge(const KnowledgeOptions& options, const Decisions& decisions) {
  if (options.entities.empty()) return decided_knowledge(nullptr, decisions, options.decisions);
  const std::string json = read_file(options.entities);
  const Knowledge::Source own{json, options.entities};
  return decided_knowledge(&own, decisions, options.decisions);
}

void append(std::vector<Decision>& decisions, std::vector<Decision>&& more) {
  std::move(more.begin(), more.end(), std::back_inserter(decisions));
}

// Those of stores that are read, those that lie beside the inputs where that is asked for, and those that
// were named.
std::vector<Decision> all_decisions(const KnowledgeOptions& options, const std::vector<std::string>& inputs) {
  std::vector<Decision> decisions;
  std::set<std::string> beside;
  std::error_code failure;
  for (const std::string& input : inputs) {
    if (is_store(input)) append(decisions, StoreReader(input).decisions());
    const std::filesystem::path path(input);
    const auto folder = std::filesystem::is_directory(path, failure) ? path : path.parent_path();
    const std::string file = (folder / kDecisionsFile).string();
    if (options.decisions_beside && input != "-" && std::filesystem::exists(file, failure))
      beside.insert(file);
  }
  for (const std::string& file : beside) append(decisions, load_decisions(file));
  if (!options.decisions.empty()) append(decisions, load_decisions(options.decisions));
  return decisions;
}

}  // namespace

void check_relations(const Decisions& decisions, const RelationSchema& schema, const std::string& file) {
  std::vector<std::string> known;
  for (const Relation& relation : schema.relations()) known.push_back(relation.name);
  const Decision* unknown = with_unknown_relation(decisions, known);
  if (unknown == nullptr) return;
  const std::string& relation = *unknown->set.relation;
  throw UsageError(
      "the schema has no relation \"" + relation + "\", which is set in: " + decision_to_json(*unknown), file,
      suggestion(relation, known, kSeeRelations));
}

RelationSchema load_schema(const std::string& file) {
  std::error_code failure;
  if (std::filesystem::is_directory(file, failure)) throw UsageError("is a folder, not a file", file);
  return RelationSchema::load(file);
}

LoadedKnowledge::LoadedKnowledge(const KnowledgeOptions& options, const std::vector<std::string>& inputs) {
  decisions_ = std::make_unique<const Decisions>(all_decisions(options, inputs));
  own_knowledge_ = own_knowledge(options, *decisions_);
  if (!options.relations.empty()) {
    own_schema_ = std::make_unique<const RelationSchema>(load_schema(options.relations));
  }
  knowledge_ = own_knowledge_ ? own_knowledge_.get() : &Knowledge::built_in();
  schema_ = own_schema_ ? own_schema_.get() : &RelationSchema::built_in();
  check_relations(*decisions_, *schema_, options.decisions);
}

LoadedKnowledge::~LoadedKnowledge() = default;

PipelineTools LoadedKnowledge::tools(const Context& context) const {
  PipelineTools tools;
  tools.knowledge = knowledge_;
  tools.schema = schema_;
  tools.decisions = decisions_.get();
  tools.model = [&context] { return context.model(); };
  tools.jobs = threads(context.options());
  return tools;
}

namespace {

void report_decisions(Context& context, const Decisions& decisions) {
  if (decisions.empty()) return;
  const std::vector<const Decision*> unused = decisions.unused();
  if (unused.size() == decisions.size()) {
    context.log().warning("0 of " + counted(unused.size(), "decision") +
                          " applied. Are they about these inputs? --log-level debug lists them.");
  } else {
    context.log().info(counted(decisions.size() - unused.size(), "decision") + " applied" +
                       (unused.empty() ? "" : ", " + std::to_string(unused.size()) + " found nothing"));
  }
  for (const Decision* decision : unused)
    context.log().debug("this decision found nothing: " + decision_to_json(*decision));
}

}  // namespace

void report_reading(Context& context, const LoadedKnowledge& loaded, const ReadReport& report) {
  std::vector<std::string> known;
  for (const Relation& relation : loaded.schema().relations()) known.push_back(relation.name);
  for (const auto& [relation, count] : report.unknown_relations) {
    context.log().warning("the relation \"" + relation + "\" of " + counted(count, "claim") +
                          " is not in the schema. " + suggestion(relation, known, kSeeRelations));
  }
  report_reading(context, report);
  report_decisions(context, loaded.decisions());
}

void report_reading(Context& context, const ReadReport& report) {
  for (const std::string& warning : report.warnings) context.log().warning(warning);
  for (const SkippedInput& input : report.skipped) {
    const std::string more = input.more == 0 ? "" : fmt::format(" (and {} more of this file)", input.more);
    context.skip(input.where, input.reason + more);
  }
  if (report.duplicates != 0) {
    context.log().info(counted(report.duplicates, "article", "articles") +
                       " read before under another name: left out");
  }
  if (report.older != 0) {
    context.log().info(report.older == 1
                           ? "1 older copy of an article left out, for a newer one was read"
                           : std::to_string(report.older) +
                                 " older copies of articles left out, for newer ones were read");
  }
  if (report.outdated != 0) {
    context.log().warning(
        counted(report.outdated, "older copy of an article was", "older copies of articles were") +
        " read before the newer one, and both are in");
  }
  if (report.repaired != 0) {
    context.log().info(counted(report.repaired, "broken UTF-8 sequence", "broken UTF-8 sequences") +
                       " repaired");
  }
  if (report.non_values != 0) {
    context.log().info(counted(report.non_values, "value", "values") +
                       " of JSON that are none (NaN, Infinity) read as missing");
  }
  if (report.unread_dates != 0) {
    context.log().info(counted(report.unread_dates, "date", "dates") + " not understood and left empty");
  }
  for (const auto& [what, count] : report.mended) {
    context.log().info("mended: " + what + " (" + std::to_string(count) + ")");
  }
  for (const auto& [what, count] : report.left_out) {
    context.log().info("left out: " + what + " (" + std::to_string(count) + ")");
  }
  for (const auto& [extension, count] : report.ignored) {
    context.log().info(counted(count, "file", "files") + " \"" + extension +
                       "\" in folders not read: unknown kind");
  }
  if (!report.anything()) {
    throw Error(report.skipped.empty() ? "the inputs hold nothing that can be read"
                                       : "none of the inputs could be used",
                "", "No file was changed.");
  }
}

}  // namespace newsgraph::cli
