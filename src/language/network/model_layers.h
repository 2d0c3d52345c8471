// What the heads of the model read from its file in the same way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/network/kernels.h"
#include "language/network/model_file.h"

namespace newsgraph {

// header["models"][model][field]; an Error where it is missing.
const nlohmann::json& model_field(const ModelFile& file, const char* model, const char* field);
// The same as a number from 1 to 4096.
std::size_t model_number(const ModelFile& file, const char* model, const char* field);

// An Error where the labels header["models"][model][field] are not the program's own, in its order.
void check_labels(const ModelFile& file, const char* model, const char* field,
                  std::span<const std::string_view> labels);

// The layer `name`, with a bias where there is one; `outputs` 0 for any number. The inputs are in steps of
// `step`.
PackedMatrix read_layer(const ModelFile& file, const std::string& name, std::size_t outputs,
                        std::size_t inputs, float step);
// The same, whose outputs are the inputs of another one: an Error where they are no multiple of kPanel, or
// too many for the sums of 32 bits.
PackedMatrix read_hidden_layer(const ModelFile& file, const std::string& name, std::size_t outputs,
                               std::size_t inputs, float step);

// The learnt state that stands for the root, in steps of kStateStep.
std::vector<std::int16_t> read_root(const ModelFile& file, std::size_t width);
// A layer's outputs for it.
std::vector<float> of_root(const PackedMatrix& weights, const std::vector<std::int16_t>& root);

}  // namespace newsgraph
