#include "graph/rollup.h"

#include <algorithm>
#include <numeric>

namespace newsgraph {
namespace {

bool may_climb(std::string_view from, std::string_view to, Rollup rollup) {
  if (rollup == Rollup::organization) return to == "organization" || to == "group";
  return from != "place" || to == "place";
}

std::uint32_t climb(std::span<const LinkedActor> actors, std::uint32_t start, Rollup rollup) {
  std::vector<std::uint32_t> path{start};
  while (true) {
    const LinkedActor& here = actors[path.back()];
    const auto next = std::find_if(here.links.begin(), here.links.end(), [&](std::uint32_t link) {
      return may_climb(here.type, actors[link].type, rollup) &&
             std::find(path.begin(), path.end(), link) == path.end();
    });
    if (next == here.links.end()) return path.back();
    path.push_back(*next);
  }
}

}  // namespace

std::vector<std::uint32_t> representatives(std::span<const LinkedActor> actors, Rollup rollup) {
  std::vector<std::uint32_t> result(actors.size());
  std::iota(result.begin(), result.end(), 0U);
  if (rollup == Rollup::none) return result;
  for (const std::uint32_t actor : result) result[actor] = climb(actors, actor, rollup);
  return result;
}

}  // namespace newsgraph
