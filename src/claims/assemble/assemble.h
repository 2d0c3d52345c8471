// From the matches in a sentence's tree to claims: arguments resolved, types checked, status, scope and
// speaker set.
#pragma once

#include <vector>

#include "claims/assemble/stated_match.h"

namespace newsgraph {

// For one document, sentence after sentence in the order of the text.
class Assembler {
 public:
  Assembler(Discourse& discourse, const RelationSchema& schema)
      : quotations_(discourse, schema), context_{discourse, schema, {}, 0, &quotations_} {}
  Assembler(const Assembler&) = delete;  // the context points to the quotations
  Assembler& operator=(const Assembler&) = delete;

  // Appends what a sentence states; `found` holds what the document stated before it.
  void add_sentence(int sentence, std::vector<Finding>& found) const;

  // What that says of what was found before; for what of it is believed, as nothing is weighed again.
  void conclude(int sentence, std::vector<Finding>& found) const;

 private:
  Quotations quotations_;
  ResolutionContext context_;
};

}  // namespace newsgraph
