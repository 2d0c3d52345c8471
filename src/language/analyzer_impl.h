// The working memory of an Analyzer.
#pragma once

#include <memory>
#include <utility>

#include "language/analyzer.h"
#include "language/model_impl.h"
#include "language/parser_runner.h"

namespace newsgraph {

// Working memory of the recogniser of names; made by Analyzer::name() when it is first called.
class NamesRunner;

struct Analyzer::Impl {
  explicit Impl(std::shared_ptr<const Model> shared)
      : model(std::move(shared)), parser(model->impl().parser) {}

  std::shared_ptr<const Model> model;
  ParserRunner parser;
  std::shared_ptr<NamesRunner> names;
};

}  // namespace newsgraph
