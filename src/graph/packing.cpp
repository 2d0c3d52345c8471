#include "graph/packing.h"

#include <algorithm>
#include <cmath>

#include "graph/components.h"

namespace newsgraph {
namespace {

constexpr double kMargin = 45;   // around each component, in the units of the layout
constexpr double kWidth = 1.15;  // of the ground, where its height is 1
constexpr double kStep = 15;     // of the spiral

struct Disc {
  std::vector<std::size_t> members;  // vertices
  Point middle;                      // where it is now
  Point place;                       // where it goes
  double radius = 0;
};

Disc disc_around(std::vector<std::size_t> members, const std::vector<Point>& points) {
  Disc disc{std::move(members), {}, {}, 0};
  for (const std::size_t member : disc.members) {
    disc.middle.x += points[member].x / static_cast<double>(disc.members.size());
    disc.middle.y += points[member].y / static_cast<double>(disc.members.size());
  }
  for (const std::size_t member : disc.members) {
    const double dx = points[member].x - disc.middle.x;
    const double dy = points[member].y - disc.middle.y;
    disc.radius = std::max(disc.radius, std::sqrt(dx * dx + dy * dy));
  }
  disc.radius += kMargin;
  return disc;
}

std::vector<Disc> discs_of(const Graph& graph, const std::vector<Point>& points) {
  std::vector<std::vector<std::size_t>> components;
  const std::vector<std::uint32_t> numbers = weak_components(graph);
  for (std::size_t vertex = 0; vertex < numbers.size(); ++vertex) {
    if (numbers[vertex] >= components.size()) components.resize(numbers[vertex] + std::size_t{1});
    components[numbers[vertex]].push_back(vertex);
  }
  std::vector<Disc> discs;
  discs.reserve(components.size());
  for (std::vector<std::size_t>& members : components)
    discs.push_back(disc_around(std::move(members), points));
  std::stable_sort(discs.begin(), discs.end(),
                   [](const Disc& a, const Disc& b) { return a.radius > b.radius; });
  return discs;
}

// Places from the middle outwards, evenly (Vogel 1979), as layout.cpp begins.
class Spiral {
 public:
  Point next() {
    constexpr Point kTurn{-0.73736887807832, 0.67549029426152};
    const double radius = kStep * std::sqrt(count_++);
    const Point place{kWidth * radius * direction_.x, radius * direction_.y};
    direction_ = {direction_.x * kTurn.x - direction_.y * kTurn.y,
                  direction_.x * kTurn.y + direction_.y * kTurn.x};
    return place;
  }

 private:
  double count_ = 0;
  Point direction_{1, 0};
};

bool is_free(const std::vector<Disc>& discs, std::size_t placed, const Point& place, double radius) {
  return std::none_of(discs.begin(), discs.begin() + static_cast<std::ptrdiff_t>(placed),
                      [&](const Disc& other) {
                        const double dx = other.place.x - place.x;
                        const double dy = other.place.y - place.y;
                        const double distance = other.radius + radius;
                        return dx * dx + dy * dy < distance * distance;
                      });
}

// Large ones first; a smaller one looks for its place where the one before it was found.
void place(std::vector<Disc>& discs) {
  Spiral spiral;
  for (std::size_t i = 0; i < discs.size(); ++i) {
    do discs[i].place = spiral.next();
    while (!is_free(discs, i, discs[i].place, discs[i].radius));
  }
}

}  // namespace

void pack_components(const Graph& graph, std::vector<Point>& points) {
  std::vector<Disc> discs = discs_of(graph, points);
  place(discs);
  const auto rounded = [](double value) { return std::round(value * 100) / 100 + 0.0; };
  for (const Disc& disc : discs)
    for (const std::size_t member : disc.members) {
      Point& point = points[member];
      point = {rounded(point.x - disc.middle.x + disc.place.x),
               rounded(point.y - disc.middle.y + disc.place.y)};
    }
}

}  // namespace newsgraph
