// Weights from few examples.
#include "claims/confidence/logistic.h"

#include <cmath>
#include <string>

#include "catch.h"

using namespace newsgraph;

namespace {

double share_of(const LinearWeights::Table& weights, const Labelled& example) {
  return 1 / (1 + std::exp(-(example.odds + LinearWeights(weights).sum(example.features))));
}

Labelled example(bool right, std::vector<NamedFeature> features, double odds = 0) {
  return {std::move(features), odds, right};
}

bool is_near(double a, double b) {
  return std::abs(a - b) < 1e-9;
}

}  // namespace

TEST_CASE("nothing is learned from nothing") {
  CHECK(fit_logistic({}, 1).empty());
}

TEST_CASE("a single example moves its weight to where the price of it is its error") {
  const auto weights = fit_logistic({example(true, {{"a"}})}, 1);
  // w = 1 - 1 / (1 + e^-w)
  CHECK(std::abs(weights.at("a") - 0.4010581375) < 1e-9);
}

TEST_CASE("every weight is the sum of what it is in the errors, over the price") {
  const std::vector<Labelled> examples{example(true, {{"a"}, {"b", 0.5}}, 2.1),
                                       example(false, {{"a"}, {"c", -2}}, 2.1),
                                       example(false, {{"b", 3}}, -0.4), example(true, {{"c"}}, 0.3)};
  for (const double ridge : {0.01, 0.5, 4.0}) {
    const auto weights = fit_logistic(examples, ridge);
    REQUIRE(weights.size() == 3);
    for (const auto& [name, weight] : weights) {
      double sum = 0;
      for (const Labelled& each : examples) {
        for (const NamedFeature& feature : each.features) {
          if (feature.name == name) sum += ((each.right ? 1 : 0) - share_of(weights, each)) * feature.value;
        }
      }
      CAPTURE(ridge, name);
      CHECK(is_near(weight * ridge, sum));
    }
  }
}

TEST_CASE("what right and wrong examples share alike weighs nothing") {
  const auto weights = fit_logistic({example(true, {{"both"}, {"a"}}), example(false, {{"both"}, {"b"}})}, 1);
  CHECK(is_near(weights.at("both"), 0));
  CHECK(weights.at("a") > 0.1);
  CHECK(is_near(weights.at("b"), -weights.at("a")));
}

TEST_CASE("examples that contradict one another are as likely as not") {
  const std::vector<Labelled> examples{example(true, {{"a"}}, 2), example(false, {{"a"}}, 2),
                                       example(true, {{"a"}}, 2), example(false, {{"a"}}, 2)};
  CHECK(std::abs(share_of(fit_logistic(examples, 0.01), examples.front()) - 0.5) < 0.01);
}

TEST_CASE("where all are right the odds rise no further than the price allows") {
  const std::vector<Labelled> examples(20, example(true, {{"a"}}, 2));
  const auto weights = fit_logistic(examples, 1);
  CHECK(weights.at("a") > 0);
  CHECK(weights.at("a") < 2);
}

TEST_CASE("examples that are far off do not make the steps leap") {
  const std::vector<Labelled> examples{example(false, {{"a", 5}}, 40), example(true, {{"a", 4}}, -40),
                                       example(true, {{"b"}}, -700), example(false, {{"b"}}, 700)};
  for (const auto& [name, weight] : fit_logistic(examples, 0.1)) {
    CAPTURE(name, weight);
    CHECK(std::isfinite(weight));
    CHECK(std::abs(weight) < 100);
  }
}

TEST_CASE("a feature that is named twice counts twice") {
  CHECK(fit_logistic({example(true, {{"a"}, {"a"}})}, 1) == fit_logistic({example(true, {{"a", 2}})}, 1));
}

TEST_CASE("the same examples give the same bits") {
  std::vector<Labelled> examples;
  for (int k = 0; k < 60; ++k) {
    examples.push_back(
        example(k % 3 == 0, {{"a", 1.0 / (k + 1)}, {"word " + std::to_string(k % 7)}}, 0.1 * k));
  }
  CHECK(fit_logistic(examples, 1) == fit_logistic(examples, 1));
}
