// Runs the examples that are written in a relation schema.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace newsgraph {
class Model;
class RelationSchema;
}  // namespace newsgraph

namespace newsgraph::cli {

struct ExampleReport {
  std::size_t examples = 0;
  std::vector<std::string> failures;  // one line each: what was expected, what was found
};

ExampleReport run_examples(const RelationSchema& schema, std::shared_ptr<const Model> model);

}  // namespace newsgraph::cli
