// Phrases that mean several: "the chains Coles and Woolworths", "both", "six channels, including RTR".
#pragma once

#include <vector>

#include "claims/discourse/discourse.h"
#include "claims/resolve/reference.h"
#include "claims/schema/schema.h"

namespace newsgraph {

using Group = std::vector<Reference>;

// Leaves the first of each name.
void keep_once(Group& group);

class Members {
 public:
  Members(Discourse& discourse, const RelationSchema& schema, References& references)
      : discourse_(discourse), schema_(schema), references_(references) {}

  // The phrases with those that mean several names in place of their nouns.
  std::vector<int> named(int sentence, const std::vector<int>& tokens);
  // Others whom a phrase stands for: empty where it means itself.
  Group of_subject(Place at);
  Group of_object(Place at, const Relation& relation);

 private:
  Group examples_of(Place at);
  Group among_them(Place at);
  Group citizens_of(Place at);
  Group press_of(Place at);
  Group leaders_of(Place at);
  Group members_of(Place at);
  Group joint_names(Place at);
  Group pair_before(Place at);
  Group joined_before(Place at);
  Group named_group(int sentence, const std::vector<int>& joined);
  Group named_together(Place at);

  Discourse& discourse_;
  const RelationSchema& schema_;
  References& references_;
};

}  // namespace newsgraph
