// The working memory of an Analyzer.
#pragma once

#include <memory>
#include <utility>

#include "language/analyzer.h"
#include "language/model_impl.h"
#include "language/sentence_runner.h"

namespace newsgraph {

struct Analyzer::Impl {
  explicit Impl(std::shared_ptr<const Model> shared) : model(std::move(shared)), runner(model->impl()) {}

  std::shared_ptr<const Model> model;
  SentenceRunner runner;
};

}  // namespace newsgraph
