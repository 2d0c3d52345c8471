// The weights of the heads that read tags, lemma rules and trees off the states of words.
// tools/train/newsgraph_train/joint.py trains them and explains the parts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/network/biaffine.h"
#include "language/network/kernels.h"
#include "language/network/model_file.h"
#include "language/parser/lemma_rules.h"
#include "language/sentence/labels.h"

namespace newsgraph {

struct ParserModel {
  // `states` is the width of states, `root` the one that stands for the root. Throws Error where a part is
  // missing or does not fit the others.
  ParserModel(const ModelFile& file, std::size_t states, const std::vector<std::int16_t>& root);

  std::vector<Upos> upos_labels;
  std::vector<Xpos> xpos_labels;
  std::vector<Deprel> deprel_labels;
  std::size_t root_label = 0;  // the index of Deprel::root

  PackedMatrix upos;
  PackedMatrix xpos;
  PackedMatrix lemma_context;
  LemmaRules lemma_rules;
  PackedMatrix lemma_rule;

  Biaffine arc;
  PackedMatrix relation_dependent;
  PackedMatrix relation_head;
  FloatMatrix relation_distance;
  PackedMatrix relation;
  std::vector<float> root_relation_head;
};

}  // namespace newsgraph
