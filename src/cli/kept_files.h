// What no output may replace: what is read, and what people have made by hand.
#pragma once

#include <string>

#include "cli/input_options.h"

namespace newsgraph::cli {

// Throws UsageError where writing `output` would lose something: one of the files that would be read, schema,
// entities and decisions among them, a file that holds decisions, verdicts, a gold standard, a relation
// schema or entities, or a store that holds articles. Also where the output would lie in a folder that is
// read, and the next run would read it.
void refuse_losing(const std::string& output, const InputOptions& inputs, const ReadOptions& read,
                   const KnowledgeOptions& knowledge);
// The same for a file that is added to: a store, decisions. What is in it stays.
void refuse_reading(const std::string& output, const InputOptions& inputs, const ReadOptions& read,
                    const KnowledgeOptions& knowledge);

// Throws UsageError where the path is a name on the network, is empty, or is a folder.
void refuse_no_file(const std::string& output);

// Whether both are names of one file, which need not be there yet.
bool same_output(const std::string& a, const std::string& b);

// Whether there is a file that is not empty under this name, or a folder that holds something.
bool holds_something(const std::string& path);

}  // namespace newsgraph::cli
