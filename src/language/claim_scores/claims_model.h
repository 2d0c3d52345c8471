// The weights of the heads that read claims off the states of words: whether a word states one, with which
// status, and where its arguments are. tools/train/newsgraph_train/joint.py trains them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/network/biaffine.h"
#include "language/network/kernels.h"
#include "language/network/model_file.h"

namespace newsgraph {

struct ProposedClaim;
struct Sentence;

struct ClaimsModel {
  // Throws Error where a part is missing or does not fit the others.
  ClaimsModel(const ModelFile& file, std::size_t states, const std::vector<std::int16_t>& root);

  PackedMatrix trigger;
  PackedMatrix status;
  Biaffine subject;
  Biaffine object;

  // Whether a proposed claim is one: a hidden layer over the words' views of trigger, subject and object,
  // added up.
  PackedMatrix views;             // trigger's, subject's and object's, kClaimView outputs each
  std::vector<float> root_views;  // of an argument that is not in the sentence
  FloatMatrix relations;          // added, a row a relation
  FloatMatrix verdict;            // one row: the weights of the hidden layer
  float verdict_bias = 0;

  // The logit that a claim of the sentence is right; 0 where the sentence has no views.
  float verify(const Sentence& sentence, const ProposedClaim& claim) const;
};

}  // namespace newsgraph
