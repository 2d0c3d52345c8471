// The working memory of an Analyzer.
#pragma once

#include <memory>
#include <utility>

#include "language/analyzer.h"
#include "language/model_impl.h"
#include "language/names_runner.h"
#include "language/parser_runner.h"

namespace newsgraph {

struct Analyzer::Impl {
  explicit Impl(std::shared_ptr<const Model> shared)
      : model(std::move(shared)), parser(model->impl().parser) {}

  std::shared_ptr<const Model> model;
  ParserRunner parser;
  std::unique_ptr<NamesRunner> names;

  // Made when it is first asked for.
  NamesRunner& names_runner() {
    if (!names) names = std::make_unique<NamesRunner>(*model->impl().names);
    return *names;
  }
};

}  // namespace newsgraph
