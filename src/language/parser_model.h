// The weights of the tagger, lemmatizer and parser: deep biaffine attention after Dozat and Manning
// (2017), "Deep Biaffine Attention for Neural Dependency Parsing". tools/train/newsgraph_train/parser.py
// trains it and explains the parts.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "language/embedder.h"
#include "language/encoder.h"
#include "language/kernels.h"
#include "language/labels.h"
#include "language/lemma_rules.h"
#include "language/model_file.h"

namespace newsgraph {

struct ParserModel {
  // Distances from a word to its head beyond this share a row.
  static constexpr std::ptrdiff_t kMaxDistance = 24;

  // Throws Error where a part is missing or does not fit the others.
  explicit ParserModel(const ModelFile& file);

  // Row of the distance tables; head 0 is the root, `dependent` counts from 1.
  static std::size_t distance_row(std::size_t head, std::size_t dependent);

  Embedder embedder;
  std::vector<float> treebank;  // added to each word: whose conventions to follow
  Encoder encoder;

  PackedMatrix upos;
  PackedMatrix xpos;
  std::vector<Upos> upos_labels;
  std::vector<Xpos> xpos_labels;

  PackedMatrix lemma_context;
  PackedMatrix lemma_word;
  PackedMatrix lemma_rule;
  LemmaRules lemma_rules;

  PackedMatrix arc_dependent;
  PackedMatrix arc_head;
  PackedMatrix arc_bilinear;
  PackedMatrix arc_distance;
  std::vector<float> arc_prior;
  std::vector<float> root_arc_head;  // arc_head of the learnt state that stands for the root, rectified

  PackedMatrix relation_dependent;
  PackedMatrix relation_head;
  FloatMatrix relation_distance;
  PackedMatrix relation;
  std::vector<float> root_relation_head;
  std::vector<Deprel> deprel_labels;
  std::size_t root_label = 0;  // the index of Deprel::root
};

}  // namespace newsgraph
