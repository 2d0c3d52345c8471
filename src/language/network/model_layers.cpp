#include "language/network/model_layers.h"

namespace newsgraph {
namespace {

// 512 inputs of 16 bits times weights of 8 bits add up to less than 2^31.
constexpr std::size_t kMostInputs = 512;

// Null where the value has no such member.
const nlohmann::json& member(const nlohmann::json& object, const char* name) {
  static const nlohmann::json nothing;
  const auto found = object.is_object() ? object.find(name) : object.end();
  return found == object.end() ? nothing : *found;
}

}  // namespace

const nlohmann::json& model_field(const ModelFile& file, const char* model, const char* field) {
  const nlohmann::json& value = member(member(member(file.header(), "models"), model), field);
  if (value.is_null()) file.fail("its header lacks " + std::string(field) + " of the " + model);
  return value;
}

std::size_t model_number(const ModelFile& file, const char* model, const char* field) {
  const nlohmann::json& value = model_field(file, model, field);
  if (!value.is_number_unsigned() || value < 1 || value > 4096)
    file.fail("its header has a wrong " + std::string(field) + " of the " + model);
  return value.get<std::size_t>();
}

void check_labels(const ModelFile& file, const char* model, const char* field,
                  std::span<const std::string_view> labels) {
  const nlohmann::json& list = model_field(file, model, field);
  bool same = list.is_array() && list.size() == labels.size();
  for (std::size_t i = 0; same && i < labels.size(); ++i)
    same = list[i].is_string() && list[i].get_ref<const std::string&>() == labels[i];
  if (!same) file.fail("it has other " + std::string(field) + " than the program");
}

PackedMatrix read_layer(const ModelFile& file, const std::string& name, std::size_t outputs,
                        std::size_t inputs, float step) {
  const CodeMatrix weights = file.codes(name + ".weight", outputs, inputs);
  if (weights.columns > kMostInputs) file.fail("the layer " + name + " has too many inputs");
  if (!file.has_tensor(name + ".bias")) return {weights, step};
  return {weights, step, file.floats(name + ".bias", 1, weights.rows).values};
}

PackedMatrix read_hidden_layer(const ModelFile& file, const std::string& name, std::size_t outputs,
                               std::size_t inputs, float step) {
  PackedMatrix layer = read_layer(file, name, outputs, inputs, step);
  if (layer.outputs() % kPanel != 0 || layer.outputs() > kMostInputs)
    file.fail("the hidden layer " + name + " is no multiple of 32 up to 512");
  return layer;
}

std::vector<std::int16_t> read_root(const ModelFile& file, std::size_t width) {
  std::vector<std::int16_t> root(width);
  kernels::quantise(file.floats("root", 1, width).values, kStateStep, root.data());
  return root;
}

std::vector<float> of_root(const PackedMatrix& weights, const std::vector<std::int16_t>& root) {
  std::vector<float> result(weights.row_size());
  kernels::multiply(weights, root.data(), root.size(), 1, result.data(), result.size());
  return result;
}

}  // namespace newsgraph
