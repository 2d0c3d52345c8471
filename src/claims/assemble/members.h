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
  Group of_subject(int sentence, int token);
  Group of_object(int sentence, const Relation& relation, int token);

 private:
  Group examples_of(int sentence, int token);
  Group among_them(int sentence, int token);
  Group citizens_of(int sentence, int token);
  Group press_of(int sentence, int token);
  Group leaders_of(int sentence, int token);
  Group members_of(int sentence, int token);
  Group joint_names(int sentence, int token);
  Group pair_before(int sentence, int token);
  Group joined_before(int sentence, int token);
  Group named_group(int sentence, const std::vector<int>& joined);
  Group named_together(int sentence, int token);

  Discourse& discourse_;
  const RelationSchema& schema_;
  References& references_;
};

}  // namespace newsgraph
