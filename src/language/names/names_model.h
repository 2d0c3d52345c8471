// The weights of the recogniser of names: a hidden layer over the states of words and a linear-chain CRF.
// tools/train/newsgraph_train/joint.py trains it.
#pragma once

#include <cstddef>

#include "language/names/names_lattice.h"
#include "language/network/kernels.h"
#include "language/network/model_file.h"

namespace newsgraph {

struct NamesModel {
  // Throws Error where a part is missing or does not fit the others.
  NamesModel(const ModelFile& file, std::size_t states);

  PackedMatrix hidden;
  PackedMatrix emission;
  NameTransitions transitions;
};

}  // namespace newsgraph
