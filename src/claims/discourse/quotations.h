// Direct speech across sentences: which words stand in quotation marks, and who says them.
#pragma once

#include <optional>
#include <vector>

#include "claims/discourse/discourse.h"
#include "claims/schema/schema.h"

namespace newsgraph {

// Words between an opening and a closing mark. A mark that is never closed ends with its paragraph,
// unless the next paragraph opens with a mark again: the way newspapers quote over paragraphs.
struct Quotation {
  Place first, last;  // the first and last token inside, inclusive
};

// In text order; they do not overlap. Needs the tokens only.
std::vector<Quotation> find_quotations(const std::vector<Sentence>& sentences);

// Whether a quotation opens or closes between two tokens of a sentence: one is said, the other tells of it.
bool is_quotation_mark(std::string_view form);
bool mark_between(const Tree& tree, int first, int last);

// For each sentence whether a quotation touches it.
std::vector<bool> quoted_sentences(const std::vector<Sentence>& sentences);

class Quotations {
 public:
  Quotations(Discourse& discourse, const RelationSchema& schema);

  // The quotation that a token stands in; null for none.
  const Quotation* around(Place at) const;
  // The head of the noun phrase that says what a token is part of: the subject of a verb of saying
  // outside of the quotation, in a sentence that the quotation touches or right before it. A
  // quotation that fills its sentences and follows another is said by the same.
  std::optional<Place> speaker(Place at) const;

 private:
  std::optional<Place> speaker_of(const Quotation* said) const;
  std::optional<Place> announcer(Place first) const;
  std::optional<Place> speaker_in(int sentence, const Quotation& quotation) const;
  bool fills_its_sentences(const Quotation& quotation) const;

  Discourse* discourse_;
  const RelationSchema* schema_;
  std::vector<Quotation> found_;  // in text order
};

}  // namespace newsgraph
