#include "cli/kept_files.h"

#include <filesystem>

#include "cli/counted.h"
#include "cli/handwork.h"
#include "decisions/decision_file.h"
#include "documents/input_list.h"
#include "documents/registry.h"
#include "store/store_reader.h"
#include "support/error.h"
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
  if (const auto handwork = handwork_in(output))
    throw UsageError("the file holds " + handwork->what + " that would be lost", output, handwork->remedy);
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
