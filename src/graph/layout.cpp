#include "graph/layout.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "graph/measure.h"
#include "graph/simple_graph.h"

namespace newsgraph {
namespace {

constexpr double kEdgeLength = 100;  // in the pixels or points of drawing tools
constexpr double kGravity = 0.05;    // holds components together

// Evenly filled disc (Vogel 1979). The turn by the golden angle is a multiplication of complex numbers,
// for sine and cosine differ between libraries.
std::vector<Point> sunflower(std::size_t size) {
  constexpr Point kTurn{-0.73736887807832, 0.67549029426152};
  std::vector<Point> points(size);
  Point direction{1, 0};
  for (std::size_t i = 0; i < size; ++i) {
    const double radius = kEdgeLength * std::sqrt(static_cast<double>(i) + 0.5);
    points[i] = {radius * direction.x, radius * direction.y};
    direction = {direction.x * kTurn.x - direction.y * kTurn.y,
                 direction.x * kTurn.y + direction.y * kTurn.x};
  }
  return points;
}

unsigned default_iterations(std::size_t size) {
  if (size <= 500) return 300;
  if (size <= 5'000) return 120;
  return size <= 50'000 ? 60 : 30;
}

class ForceLayout {
 public:
  explicit ForceLayout(const Arcs& arcs)
      : arcs_(arcs), points_(sunflower(arcs.size())), forces_(arcs.size()) {}

  const std::vector<Point>& run(unsigned iterations) {
    const double start = kEdgeLength * std::sqrt(static_cast<double>(arcs_.size())) / 4;
    for (unsigned i = 0; i < iterations; ++i) {
      const double left = 1 - static_cast<double>(i) / iterations;
      step(start * left * left + 0.5);
    }
    return points_;
  }

 private:
  void step(double longest) {
    const Quadtree tree(points_);
    for (std::size_t node = 0; node < points_.size(); ++node) forces_[node] = force_on(node, tree);
    for (std::size_t node = 0; node < points_.size(); ++node) {
      const Point& force = forces_[node];
      const double length = std::sqrt(force.x * force.x + force.y * force.y);
      if (length == 0) continue;
      const double scale = std::min(length, longest) / length;
      points_[node].x += force.x * scale;
      points_[node].y += force.y * scale;
    }
  }

  Point force_on(std::size_t node, const Quadtree& tree) const {
    const Point& at = points_[node];
    Point force = tree.repulsion(at, kEdgeLength * kEdgeLength);
    force.x -= kGravity * at.x;
    force.y -= kGravity * at.y;
    for (const Arc& arc : arcs_[node]) {
      const Point& other = points_[arc.target];
      const double dx = other.x - at.x;
      const double dy = other.y - at.y;
      const double pull = std::sqrt(dx * dx + dy * dy) / kEdgeLength;
      force.x += dx * pull;
      force.y += dy * pull;
    }
    return force;
  }

  const Arcs& arcs_;
  std::vector<Point> points_;
  std::vector<Point> forces_;
};

}  // namespace

std::vector<Point> places_of(const Graph& graph, const LayoutOptions& options) {
  const Arcs arcs = undirected_arcs(graph);
  ForceLayout forces(arcs);
  std::vector<Point> points =
      forces.run(options.iterations == 0 ? default_iterations(arcs.size()) : options.iterations);
  // Two decimals are finer than a screen, and keep files small.
  const auto rounded = [](double value) { return std::round(value * 100) / 100 + 0.0; };
  for (Point& point : points) point = {rounded(point.x), rounded(point.y)};
  return points;
}

void layout(Graph& graph, const LayoutOptions& options) {
  const std::vector<Point> points = places_of(graph, options);
  for (Vertex vertex = 0; vertex < points.size(); ++vertex) {
    set_attribute(graph, vertex, "x", points[vertex].x);
    set_attribute(graph, vertex, "y", points[vertex].y);
  }
}

}  // namespace newsgraph
