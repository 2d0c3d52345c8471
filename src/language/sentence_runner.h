// All that the model tells of sentences, in one pass of the encoder.
#pragma once

#include <span>

#include "language/claim_scores/claims_runner.h"
#include "language/model_impl.h"
#include "language/names/names_runner.h"
#include "language/network/word_encoder.h"
#include "language/parser/parser_runner.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

class SentenceRunner {
 public:
  explicit SentenceRunner(const Model::Impl& model);

  // Tags, lemmas, trees, and scores of names and claims. Each sentence has at least one token.
  void parse(std::span<Sentence* const> sentences);
  // The same for those that may state a claim; the others are left as they are.
  void parse_stating(std::span<Sentence* const> sentences);
  // The logits of claims, one a sentence.
  std::vector<float> verify(std::span<Sentence* const> sentences, std::span<const ProposedClaim> claims);
  // What the verifier sees in them (ClaimsModel::hidden), one a sentence.
  std::vector<std::vector<float>> impressions(std::span<Sentence* const> sentences,
                                              std::span<const ProposedClaim> claims);
  // Scores of names alone.
  void score_names(std::span<Sentence* const> sentences);

  // What the last batch of parse() went through: for tests.
  const ParserActivations& activations() const { return parser_.activations(); }
  const WordStates& states(std::span<const Segment> segments) { return encoder_.run(segments); }
  std::vector<Segment> cut(std::span<Sentence* const> sentences) { return encoder_.cut(sentences); }

 private:
  void read(const WordStates& states);
  // Calls visit(states, s, claim) for each claim, with the words of its sentence marked.
  template <typename Visit>
  void for_marked(std::span<Sentence* const> sentences, std::span<const ProposedClaim> claims,
                  const Visit& visit);

  WordEncoder encoder_;
  ParserRunner parser_;
  NamesRunner names_;
  ClaimsRunner claims_;
  const ClaimsModel* claims_model_;
};

}  // namespace newsgraph
