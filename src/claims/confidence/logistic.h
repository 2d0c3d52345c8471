// Logistic regression from few examples: ridge-regularised (le Cessie and van Houwelingen 1992, "Ridge
// Estimators in Logistic Regression"), fitted by Newton's method. Additions, multiplications and divisions in
// a fixed order and number, so that the weights are the same bits everywhere.
#pragma once

#include <cstddef>
#include <vector>

#include "support/linear_weights.h"

namespace newsgraph {

// Something that is right or wrong, with what is known of it.
struct Labelled {
  std::vector<NamedFeature> features;
  double odds = 0;  // the log-odds that it is right, before anything was learned
  bool right = false;
};

// The weights that add to the log-odds of each example. `ridge` is the price of a weight's square: the
// larger, the closer to what was thought before. Works on the products of examples with one another, so the
// cost grows with the cube of their number, and hardly with that of the features.
LinearWeights::Table fit_logistic(const std::vector<Labelled>& examples, double ridge);

}  // namespace newsgraph
