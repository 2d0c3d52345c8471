#include "cli/kept_files.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <vector>

#include "cli/counted.h"
#include "decisions/decision_file.h"
#include "documents/input_list.h"
#include "documents/registry.h"
#include "formats/registry.h"
#include "pipeline/pipeline_claims.h"
#include "store/store_reader.h"
#include "support/error.h"
#include "support/input_file.h"
#include "support/output.h"

namespace newsgraph::cli {
namespace {

namespace fs = std::filesystem;

fs::path absolute(const std::string& path) {
  std::error_code failure;
  fs::path found = fs::absolute(path, failure);
  if (!failure) found = fs::weakly_canonical(found, failure);
  return failure ? fs::path(path) : found;
}

void refuse_knowledge(const std::string& output, const KnowledgeOptions& knowledge) {
  const std::pair<const char*, const std::string*> files[] = {{"--relations", &knowledge.relations},
                                                              {"--entities", &knowledge.entities},
                                                              {"--decisions", &knowledge.decisions}};
  for (const auto& [option, file] : files) {
    if (file->empty() || *file == "-" || !same_output(output, *file)) continue;
    throw UsageError(std::string("the output is the file of ") + option, output,
                     "Choose another name for the output.");
  }
}

// Where the next run over the same folder would take the output for an input.
void refuse_inside(const std::string& output, const InputOptions& inputs, const ReadOptions& read) {
  const fs::path file = absolute(output);
  const std::string name = file.filename().string();
  if (name.starts_with('.') || name == kDecisionsFile) return;
  if (read.from.empty() && !known_extension(output)) return;
  std::error_code failure;
  for (const std::string& input : inputs.inputs) {
    if (input == "-" || !fs::is_directory(input, failure)) continue;
    const fs::path inner = file.lexically_relative(absolute(input));
    if (inner.empty() || *inner.begin() == "..") continue;
    throw UsageError(
        "the output would lie in the folder " + input + ", and be read as an input the next time", output,
        "Write it to another folder, for example -o ../" + name + ".");
  }
}

// Lines that people wrote, and that nothing can make again.
std::uint64_t count_decisions(const std::string& path) try {
  const std::unique_ptr<Input> input = open_input(path);
  std::uint64_t count = 0;
  Input::Line line;
  while (input->read_line(line, Limits().document_bytes)) {
    if (line.text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const nlohmann::json json = nlohmann::json::parse(line.text, nullptr, false);
    if (!json.is_object() || !json.contains("decision")) return count;  // no file of decisions
    ++count;
  }
  return count;
} catch (const Error&) {
  return 0;
}

bool may_hold_claims(const std::string& path) {
  const Format* format = format_of_file(path);
  return format == nullptr || format->name == "csv" || format->name == "json";
}

// A gold standard's documents are lines; a schema and a file of entities are one object each.
std::string_view written_by_hand(const std::string& path) try {
  constexpr std::uint64_t kLargest = std::uint64_t{4} << 20;  // forty times the built-in schema
  const auto has = [](const nlohmann::json& json, const char* key, const char* inner) {
    return json.is_object() && json.contains(key) && json[key].is_array() &&
           (inner == nullptr || std::any_of(json[key].begin(), json[key].end(), [inner](const auto& each) {
              return each.is_object() && each.contains(inner);
            }));
  };
  const std::unique_ptr<Input> input = open_input(path);  // holds the line
  Input::Line line;
  if (input->read_line(line, Limits().document_bytes)) {
    const nlohmann::json json = nlohmann::json::parse(line.text, nullptr, false);
    if (has(json, "claims", nullptr) && json.contains("id")) return "a gold standard";
  }
  if (file_size(path) > kLargest) return {};
  const nlohmann::json json = nlohmann::json::parse(read_file(path), nullptr, false);
  if (has(json, "relations", "triggers")) return "a relation schema";
  if (has(json, "entities", "name") || has(json, "never_merge", nullptr) || has(json, "ignore", nullptr))
    return "entities";
  return {};
} catch (const Error&) {
  return {};
}

void refuse_handwork(const std::string& output) {
  std::error_code failure;
  if (!fs::is_regular_file(output, failure)) return;
  if (is_store(output)) {
    const std::uint64_t articles = StoreReader(output).articles();  // throws where it is another program's
    if (articles != 0) {
      throw UsageError("the store holds " + counted(articles, "article") + " that would be lost", output,
                       "--update adds to a store; or choose another name for the output.");
    }
    return;
  }
  if (const std::uint64_t decisions = count_decisions(output); decisions != 0) {
    throw UsageError("the file holds " + counted(decisions, "decision") + " that would be lost", output,
                     "Choose another name for the output.");
  }
  if (const std::uint64_t verdicts = may_hold_claims(output) ? count_verdicts(output) : 0; verdicts != 0) {
    throw UsageError("the file holds " + counted(verdicts, "verdict") + " that would be lost", output,
                     "Write to another file. \"newsgraph decide\" makes decisions of verdicts, which last.");
  }
  if (const std::string_view knowledge = written_by_hand(output); !knowledge.empty()) {
    throw UsageError("the file holds " + std::string(knowledge) + " that would be lost", output,
                     "Choose another name for the output.");
  }
}

}  // namespace

bool same_output(const std::string& a, const std::string& b) {
  return a == b || same_file(a, b) || absolute(a) == absolute(b);
}

bool holds_something(const std::string& path) {
  std::error_code failure;
  if (path == "-") return false;
  if (fs::is_directory(path, failure)) return !fs::is_empty(path, failure);
  return fs::is_regular_file(path, failure) && fs::file_size(path, failure) != 0;
}

void refuse_no_file(const std::string& output) {
  if (output.empty()) throw UsageError("the name of an output is empty", "-o", "Name a file.");
  if (output.find("://") != std::string::npos) {
    throw UsageError("is an address, and nothing is sent over the network", output, "Name a file.");
  }
}

void refuse_reading(const std::string& output, const InputOptions& inputs, const ReadOptions& read,
                    const KnowledgeOptions& knowledge) {
  if (output == "-") return;
  refuse_no_file(output);
  refuse_overwriting_inputs(output, inputs, read);
  refuse_knowledge(output, knowledge);
  refuse_inside(output, inputs, read);
}

void refuse_losing(const std::string& output, const InputOptions& inputs, const ReadOptions& read,
                   const KnowledgeOptions& knowledge) {
  if (output == "-") return;
  refuse_reading(output, inputs, read, knowledge);
  refuse_handwork(output);
}

}  // namespace newsgraph::cli
