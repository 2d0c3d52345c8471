#include "claims/confidence/logistic.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "language/network/portable_math.h"

namespace newsgraph {

namespace {

constexpr int kSteps = 20;  // Newton's method doubles the digits with each, once it is near
// Where an example is nearly certain its curvature vanishes, and a step would leap.
constexpr double kLeastCurvature = 1e-3;

using Row = std::vector<std::pair<std::size_t, double>>;  // of a matrix with few numbers, by ascending column

std::vector<Row> rows_of(const std::vector<Labelled>& examples) {
  std::map<std::string_view, std::size_t> columns;
  for (const Labelled& example : examples) {
    for (const NamedFeature& feature : example.features) columns.emplace(feature.name, columns.size());
  }
  std::vector<Row> rows;
  for (const Labelled& example : examples) {
    std::map<std::size_t, double> row;
    for (const NamedFeature& feature : example.features) row[columns.at(feature.name)] += feature.value;
    rows.emplace_back(row.begin(), row.end());
  }
  return rows;
}

double product(const Row& a, const Row& b) {
  double sum = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->first == y->first) sum += x->second * y->second;
    const bool behind = x->first <= y->first;
    if (y->first <= x->first) ++y;
    if (behind) ++x;
  }
  return sum;
}

// A square matrix, row by row.
struct Square {
  explicit Square(std::size_t n) : size(n), values(n * n) {}
  double& at(std::size_t r, std::size_t c) { return values[r * size + c]; }
  double at(std::size_t r, std::size_t c) const { return values[r * size + c]; }

  std::size_t size;
  std::vector<double> values;
};

Square products_of(const std::vector<Labelled>& examples) {
  const std::vector<Row> rows = rows_of(examples);
  Square products(rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c <= r; ++c) products.at(r, c) = products.at(c, r) = product(rows[r], rows[c]);
  }
  return products;
}

// The x of m x = y, after Cholesky; `m` is symmetric and positive definite, and is used up.
std::vector<double> solved(Square& m, std::vector<double> y) {
  const std::size_t n = m.size;
  for (std::size_t r = 0; r < n; ++r) {
    for (std::size_t c = 0; c <= r; ++c) {
      double rest = m.at(r, c);
      for (std::size_t k = 0; k < c; ++k) rest -= m.at(r, k) * m.at(c, k);
      m.at(r, c) = r == c ? std::sqrt(rest) : rest / m.at(c, c);
    }
    for (std::size_t k = 0; k < r; ++k) y[r] -= m.at(r, k) * y[k];
    y[r] /= m.at(r, r);
  }
  for (std::size_t r = n; r-- > 0;) {
    for (std::size_t k = r + 1; k < n; ++k) y[r] -= m.at(k, r) * y[k];
    y[r] /= m.at(r, r);
  }
  return y;
}

// The weights are sums of the examples, each as often as it says here: what Newton's method finds for the
// weights in as many unknowns as there are examples.
std::vector<double> shares_of(const std::vector<Labelled>& examples, double ridge) {
  const Square products = products_of(examples);
  const std::size_t n = examples.size();
  std::vector<double> learned(n), shares(n);  // the log-odds that the weights give each example
  for (int step = 0; step < kSteps; ++step) {
    Square matrix = products;
    std::vector<double> wanted = learned;
    for (std::size_t k = 0; k < n; ++k) {
      const double share = 1 / (1 + exponential(-(examples[k].odds + learned[k])));
      const double curvature = std::max(share * (1 - share), kLeastCurvature);
      wanted[k] += ((examples[k].right ? 1 : 0) - share) / curvature;
      matrix.at(k, k) += ridge / curvature;
    }
    shares = solved(matrix, std::move(wanted));
    for (std::size_t r = 0; r < n; ++r) {
      learned[r] = 0;
      for (std::size_t c = 0; c < n; ++c) learned[r] += products.at(r, c) * shares[c];
    }
  }
  return shares;
}

}  // namespace

LinearWeights::Table fit_logistic(const std::vector<Labelled>& examples, double ridge) {
  const std::vector<double> shares = shares_of(examples, ridge);
  LinearWeights::Table weights;
  for (std::size_t k = 0; k < examples.size(); ++k) {
    for (const NamedFeature& feature : examples[k].features)
      weights[feature.name] += shares[k] * feature.value;
  }
  return weights;
}

}  // namespace newsgraph
