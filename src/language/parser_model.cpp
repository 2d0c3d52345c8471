#include "language/parser_model.h"

#include <algorithm>
#include <optional>

namespace newsgraph {
namespace {

const nlohmann::json& description(const ModelFile& file) {
  const auto models = file.header().find("models");
  if (models == file.header().end() || !models->is_object() || !models->contains("parser") ||
      !(*models)["parser"].is_object()) {
    file.fail("it describes no parser");
  }
  return (*models)["parser"];
}

const nlohmann::json& field(const ModelFile& file, const char* name) {
  const nlohmann::json& all = description(file);
  const auto found = all.find(name);
  if (found == all.end()) file.fail(std::string("its parser lacks ") + name);
  return *found;
}

std::size_t number(const ModelFile& file, const char* name) {
  const nlohmann::json& value = field(file, name);
  if (!value.is_number_unsigned() || value > 4096) file.fail(std::string("its parser has a wrong ") + name);
  return value.get<std::size_t>();
}

template <typename Label>
std::vector<Label> labels(const ModelFile& file, const char* name,
                          std::optional<Label> (*parse)(std::string_view) noexcept) {
  std::vector<Label> result;
  const nlohmann::json& list = field(file, name);
  if (!list.is_array() || list.empty()) file.fail(std::string("its parser lacks labels: ") + name);
  for (const nlohmann::json& entry : list) {
    const auto label = entry.is_string() ? parse(entry.get_ref<const std::string&>()) : std::nullopt;
    if (!label) file.fail(std::string("its parser has an unknown label in ") + name);
    result.push_back(*label);
  }
  return result;
}

// The layer `name`; `outputs` 0 for any number.
PackedMatrix layer(const ModelFile& file, const std::string& name, std::size_t outputs, std::size_t inputs,
                   float step) {
  const CodeMatrix weights = file.codes("parser." + name + ".weight", outputs, inputs);
  const std::string bias = "parser." + name + ".bias";
  if (!file.has_tensor(bias)) return {weights, step};
  return {weights, step, file.floats(bias, 1, weights.rows).values};
}

std::vector<float> of_root(const ModelFile& file, const PackedMatrix& weights) {
  const std::vector<float> root = file.floats("parser.root", 1, weights.inputs()).values;
  std::vector<std::int16_t> fixed(root.size());
  kernels::quantise(root, kStateStep, fixed.data());
  std::vector<float> result(weights.row_size());
  kernels::multiply(weights, fixed.data(), fixed.size(), 1, result.data(), result.size());
  return result;
}

std::vector<float> treebank_row(const ModelFile& file, std::size_t width) {
  const FloatMatrix table = file.floats("parser.treebank.weight", 0, width);
  const std::size_t row = number(file, "treebank");
  if (row >= table.rows) file.fail("its parser has a wrong treebank");
  return {table.row(row).begin(), table.row(row).end()};
}

}  // namespace

std::size_t ParserModel::distance_row(std::size_t head, std::size_t dependent) {
  if (head == 0) return kMaxDistance;
  const auto distance = static_cast<std::ptrdiff_t>(head) - static_cast<std::ptrdiff_t>(dependent);
  return static_cast<std::size_t>(std::clamp(distance, -kMaxDistance, kMaxDistance) + kMaxDistance);
}

ParserModel::ParserModel(const ModelFile& file)
    : embedder(file, "parser.", field(file, "embedder")),
      treebank(treebank_row(file, embedder.width())),
      encoder(file, "parser.", embedder.width(), number(file, "width"), number(file, "layers")),
      upos_labels(labels(file, "upos", &parse_upos)),
      xpos_labels(labels(file, "xpos", &parse_xpos)),
      lemma_rules(file, field(file, "rules")),
      deprel_labels(labels(file, "deprel", &parse_deprel)) {
  const std::size_t states = encoder.outputs();
  upos = layer(file, "upos", upos_labels.size(), states, kStateStep);
  xpos = layer(file, "xpos", xpos_labels.size(), states, kStateStep);

  lemma_context = layer(file, "lemma_context", 0, states, kStateStep);
  lemma_word = layer(file, "lemma_word", lemma_context.outputs(), embedder.width(), kWordStep);
  lemma_rule = layer(file, "lemma_rule", lemma_rules.size(), lemma_context.outputs(), kHiddenStep);

  arc_dependent = layer(file, "arc_dependent", 0, states, kStateStep);
  const std::size_t arc_width = arc_dependent.outputs();
  arc_head = layer(file, "arc_head", arc_width, states, kStateStep);
  arc_bilinear = PackedMatrix(file.codes("parser.arc_bilinear", arc_width, arc_width), kHiddenStep);
  arc_distance = layer(file, "arc_distance", 2 * kMaxDistance + 1, arc_width, kHiddenStep);
  arc_prior = file.floats("parser.arc_prior.weight", 1, arc_width).values;
  root_arc_head = of_root(file, arc_head);
  for (float& value : root_arc_head) value = std::max(value, 0.0F);

  relation_dependent = layer(file, "relation_dependent", 0, states, kStateStep);
  relation_head = layer(file, "relation_head", relation_dependent.outputs(), states, kStateStep);
  relation_distance =
      file.floats("parser.relation_distance.weight", 2 * kMaxDistance + 1, relation_head.outputs());
  relation = layer(file, "relation", deprel_labels.size(), relation_head.outputs(), kHiddenStep);
  root_relation_head = of_root(file, relation_head);
  for (const PackedMatrix* hidden : {&lemma_context, &arc_dependent, &relation_dependent}) {
    // Hidden layers are handed on without padding.
    if (hidden->outputs() % kPanel != 0) file.fail("a hidden layer of its parser is no multiple of 32");
  }
  const auto root = std::find(deprel_labels.begin(), deprel_labels.end(), Deprel::root);
  if (root == deprel_labels.end() || deprel_labels.size() < 2)
    file.fail("its parser lacks the relation root");
  root_label = static_cast<std::size_t>(root - deprel_labels.begin());
}

}  // namespace newsgraph
