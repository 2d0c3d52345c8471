#include "graph/quadtree.h"

#include <algorithm>
#include <cmath>

namespace newsgraph {
namespace {

unsigned quadrant(const Point& point, const Point& middle) {
  return (point.x >= middle.x ? 1U : 0U) + (point.y >= middle.y ? 2U : 0U);
}

Point middle_of(const Point& middle, double size, unsigned quadrant) {
  const double step = size / 4;
  return {middle.x + (quadrant & 1 ? step : -step), middle.y + (quadrant & 2 ? step : -step)};
}

}  // namespace

Quadtree::Quadtree(const std::vector<Point>& points) {
  if (points.empty()) return;
  Point low = points.front();
  Point high = low;
  for (const Point& point : points) {
    low = {std::min(low.x, point.x), std::min(low.y, point.y)};
    high = {std::max(high.x, point.x), std::max(high.y, point.y)};
  }
  middle_ = {(low.x + high.x) / 2, (low.y + high.y) / 2};
  Cell root;
  root.size = std::max({high.x - low.x, high.y - low.y, 1e-9});
  cells_.reserve(points.size() * 3);
  cells_.push_back(root);
  for (const Point& point : points) insert(point);
}

void Quadtree::add(Cell& cell, const Point& point, double mass) {
  const double total = cell.mass + mass;
  cell.center = {(cell.center.x * cell.mass + point.x * mass) / total,
                 (cell.center.y * cell.mass + point.y * mass) / total};
  cell.mass = total;
}

void Quadtree::insert(const Point& point) {
  std::uint32_t at = 0;
  Point middle = middle_;
  for (unsigned depth = 0;; ++depth) {
    const bool leaf = cells_[at].first_child == 0;
    if (leaf && (cells_[at].mass == 0 || depth == kDeepest)) break;
    if (leaf) split(at, middle);
    add(cells_[at], point, 1);
    const unsigned child = quadrant(point, middle);
    middle = middle_of(middle, cells_[at].size, child);
    at = cells_[at].first_child + child;
  }
  add(cells_[at], point, 1);
}

// The leaf's point goes down into one of four new leaves.
void Quadtree::split(std::uint32_t cell, const Point& middle) {
  const auto first = static_cast<std::uint32_t>(cells_.size());
  Cell child;
  child.size = cells_[cell].size / 2;
  cells_.insert(cells_.end(), 4, child);
  cells_[cell].first_child = first;
  add(cells_[first + quadrant(cells_[cell].center, middle)], cells_[cell].center, cells_[cell].mass);
}

Point Quadtree::repulsion(const Point& at, double strength) const {
  Point force;
  if (cells_.empty()) return force;
  std::uint32_t open[3 * kDeepest + 4];
  std::size_t count = 0;
  open[count++] = 0;
  while (count != 0) {
    const Cell& cell = cells_[open[--count]];
    if (cell.mass == 0) continue;
    const double dx = at.x - cell.center.x;
    const double dy = at.y - cell.center.y;
    const double square = dx * dx + dy * dy;
    if (cell.first_child == 0 || cell.size * cell.size < kOpening * kOpening * square) {
      if (square < 1e-18) continue;  // itself
      const double scale = strength * cell.mass / square;
      force.x += dx * scale;
      force.y += dy * scale;
      continue;
    }
    for (std::uint32_t child = 0; child < 4; ++child) open[count++] = cell.first_child + child;
  }
  return force;
}

}  // namespace newsgraph
