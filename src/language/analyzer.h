// The language stage as its callers see it, beside split.h. Splitting is cheap and runs over everything;
// parsing and naming run the neural encoder and are done only for the sentences that a caller hands in.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "language/sentence/sentence.h"

namespace newsgraph {

class Model;

// Runs the encoder. Keeps scratch memory, so one analyzer serves one thread at a time; any number
// of them share one Model, which is immutable. Results do not depend on the thread or the CPU; those of
// parse() depend on the sentence alone, not on what else is in the batch.
class Analyzer {
 public:
  explicit Analyzer(std::shared_ptr<const Model> model);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // Tags, lemmas, trees, and scores of names and claims. Sentences that are parsed already are left alone;
  // the sentences may be those of several documents.
  void parse(std::span<Sentence* const> sentences);
  // The same for those sentences that may state a claim of kClaimRelations, as the encoder's first layers see
  // it. The others stay as they are.
  void parse_stating(std::span<Sentence* const> sentences);
  // The logits that claims are right, claims[k] of sentences[k]. Reads each sentence with the claim's words
  // marked: after Baldini Soares et al. (2019), "Matching the Blanks".
  std::vector<float> verify(std::span<Sentence* const> sentences, std::span<const ProposedClaim> claims);
  // What the model sees in the claims before it judges: the layer behind that verdict, 256 numbers from 0 on.
  // Also for relations that it was not taught, under the marks of one of which it was.
  std::vector<std::vector<float>> impressions(std::span<Sentence* const> sentences,
                                              std::span<const ProposedClaim> claims);
  // Names, from the scores of parse() where there are any. The sentences of one call are those of one
  // document, or some of them: occurrences of a string agree on its type. Sentences that are named already
  // are left alone; DocumentNames adds to them.
  void name(std::span<Sentence* const> sentences);

 private:
  friend class DocumentNames;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsgraph
