// Points in the plane, summed up by region (Barnes and Hut 1986).
#pragma once

#include <cstdint>
#include <vector>

namespace newsgraph {

struct Point {
  double x = 0;
  double y = 0;
};

class Quadtree {
 public:
  explicit Quadtree(const std::vector<Point>& points);

  // The force on `at` from all points that repel with `strength` / distance. A region counts as one
  // point where it looks smaller than `kOpening` times its distance.
  Point repulsion(const Point& at, double strength) const;

 private:
  static constexpr double kOpening = 0.9;
  static constexpr unsigned kDeepest = 24;  // points nearer than this share a leaf
  struct Cell {
    Point center;  // of mass
    double mass = 0;
    double size = 0;                // side of the square
    std::uint32_t first_child = 0;  // of four; 0: a leaf
  };

  void insert(const Point& point);
  void split(std::uint32_t cell, const Point& middle);
  static void add(Cell& cell, const Point& point, double mass);

  Point middle_;
  std::vector<Cell> cells_;
};

}  // namespace newsgraph
