// The weights of the heads that read claims off the states of words: whether a word states one, with which
// status, and where its arguments are. tools/train/newsgraph_train/joint.py trains them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/network/biaffine.h"
#include "language/network/kernels.h"
#include "language/network/model_file.h"

namespace newsgraph {

struct ProposedClaim;
struct WordStates;

struct ClaimsModel {
  // Throws Error where a part is missing or does not fit the others.
  ClaimsModel(const ModelFile& file, std::size_t states, const std::vector<std::int16_t>& root);

  PackedMatrix trigger;
  PackedMatrix status;
  Biaffine subject;
  Biaffine object;

  // Whether a proposed claim is one, from the states of a sentence in which it is marked: a hidden layer over
  // the means of its words (those of the name in front for an argument that is elsewhere, or the root's
  // state) and the state in front.
  std::array<PackedMatrix, 4> verifier;  // of trigger, subject, object and front
  std::vector<float> verdict;            // the weights of the hidden layer
  float verdict_bias = 0;
  std::vector<std::int16_t> root;

  // The hidden layer of the claim of segment `s`.
  std::vector<float> hidden(const WordStates& states, std::size_t s, const ProposedClaim& claim) const;
  // The logit that it is right.
  float verify(const WordStates& states, std::size_t s, const ProposedClaim& claim) const;
};

}  // namespace newsgraph
