// The weights of the recogniser of names: word vectors of its own, one bidirectional LSTM and a
// linear-chain CRF. tools/train/newsgraph_train/names_model.py trains it.
#pragma once

#include <vector>

#include "language/embedder.h"
#include "language/encoder.h"
#include "language/kernels.h"
#include "language/model_file.h"
#include "language/names_capitals.h"
#include "language/names_lattice.h"

namespace newsgraph {

struct NamesModel {
  // Throws Error where a part is missing or does not fit the others.
  explicit NamesModel(const ModelFile& file);

  Embedder embedder;
  FloatMatrix context;  // a row for each Capitals, added to every word of a sentence
  Encoder encoder;
  PackedMatrix emission;
  NameTransitions transitions;
};

}  // namespace newsgraph
