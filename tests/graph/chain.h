// A small graph for tests of what is done with graphs.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "catch.h"
#include "graph/builder.h"
#include "graph/claims_for_tests.h"
#include "graph/view.h"

namespace newsgraph::test {

inline Graph build(const std::vector<Claim>& claims) {
  GraphBuilder builder;
  for (const Claim& each : claims) builder.add(each);
  return builder.build();
}

// a -> b -> c -> d, and a -> c twice; years 2021 to 2024.
inline std::vector<Claim> chain() {
  return {claim({.subject = "n_a",
                 .relation = "owns",
                 .object = "n_b",
                 .document = "d1",
                 .confidence = 0.9,
                 .date = "2021-05-01"}),
          claim({.subject = "n_b",
                 .relation = "owns",
                 .object = "n_c",
                 .document = "d2",
                 .confidence = 0.4,
                 .date = "2022-05-01"}),
          claim({.subject = "n_c",
                 .relation = "bans",
                 .object = "n_p_d",
                 .document = "d3",
                 .status = Status::planned,
                 .date = "2023-05-01"}),
          claim({.subject = "n_a",
                 .relation = "denounces",
                 .object = "n_c",
                 .document = "d4",
                 .date = "2023-12-31"}),
          claim({.subject = "n_a",
                 .relation = "denounces",
                 .object = "n_c",
                 .document = "d5",
                 .date = "2024-05-01"})};
}

// A number among a node's attributes; not a number where there is none.
inline double number(const Graph& graph, Vertex vertex, const std::string& name) {
  for (const Attribute& attribute : graph[vertex].attributes) {
    if (data(graph).strings->text(attribute.name) != name) continue;
    if (const auto* integer = std::get_if<std::int64_t>(&attribute.value))
      return static_cast<double>(*integer);
    return std::get<double>(attribute.value);
  }
  return std::nan("");
}

}  // namespace newsgraph::test
