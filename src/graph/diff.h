// What changed between two graphs.
#pragma once

#include <string>
#include <vector>

#include "graph/graph.h"

namespace newsgraph {

// An edge is the same in both graphs where subject, relation and object are the same.
struct EdgeKey {
  std::string subject;  // id
  std::string subject_name;
  std::string relation;
  std::string object;  // id
  std::string object_name;
  std::string status;
  // Not part of what the edge is:
  std::string id{};   // in the graph that it comes from
  double weight = 0;  // of all such edges together
  std::string last_date{};
};

struct ClaimChange {
  EdgeKey edge;
  std::string document;
  std::string text;
};

struct EdgeChange {
  EdgeKey before;
  EdgeKey after;
  std::vector<std::string> fields;  // "status", "weight", "scope", "first_date", "last_date"
  double old_weight = 0;
  double new_weight = 0;
};

struct Difference {
  std::vector<EdgeKey> nodes_gained;  // subject and subject_name only
  std::vector<EdgeKey> nodes_lost;
  std::vector<EdgeKey> edges_gained;
  std::vector<EdgeKey> edges_lost;
  std::vector<EdgeChange> edges_changed;
  std::vector<ClaimChange> claims_gained;
  std::vector<ClaimChange> claims_lost;
  bool empty() const;
};

// All lists are sorted by subject, relation, object, status.
Difference difference(const Graph& older, const Graph& newer);

}  // namespace newsgraph
