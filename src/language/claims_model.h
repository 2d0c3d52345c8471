// The weights of the heads that read claims off the states of words: whether a word states one, with which
// status, and where its arguments are. tools/train/newsgraph_train/joint.py trains them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/biaffine.h"
#include "language/kernels.h"
#include "language/model_file.h"

namespace newsgraph {

struct ClaimsModel {
  // Throws Error where a part is missing or does not fit the others.
  ClaimsModel(const ModelFile& file, std::size_t states, const std::vector<std::int16_t>& root);

  PackedMatrix trigger;
  PackedMatrix status;
  Biaffine subject;
  Biaffine object;
};

}  // namespace newsgraph
