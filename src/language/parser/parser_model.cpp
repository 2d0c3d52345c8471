#include "language/parser/parser_model.h"

#include <algorithm>
#include <optional>
#include <string>

#include "language/network/model_layers.h"

namespace newsgraph {
namespace {

template <typename Label>
std::vector<Label> labels(const ModelFile& file, const char* name,
                          std::optional<Label> (*parse)(std::string_view) noexcept) {
  std::vector<Label> result;
  const nlohmann::json& list = model_field(file, "parser", name);
  if (!list.is_array() || list.empty()) file.fail(std::string("its parser lacks labels: ") + name);
  for (const nlohmann::json& entry : list) {
    const auto label = entry.is_string() ? parse(entry.get_ref<const std::string&>()) : std::nullopt;
    if (!label) file.fail(std::string("its parser has an unknown label in ") + name);
    result.push_back(*label);
  }
  return result;
}

}  // namespace

ParserModel::ParserModel(const ModelFile& file, std::size_t states, const std::vector<std::int16_t>& root)
    : upos_labels(labels(file, "upos", &parse_upos)),
      xpos_labels(labels(file, "xpos", &parse_xpos)),
      deprel_labels(labels(file, "deprel", &parse_deprel)),
      upos(read_layer(file, "parser.upos", upos_labels.size(), states, kStateStep)),
      xpos(read_layer(file, "parser.xpos", xpos_labels.size(), states, kStateStep)),
      lemma_context(read_hidden_layer(file, "parser.lemma_context", 0, states, kStateStep)),
      lemma_rules(file, model_field(file, "parser", "rules")),
      lemma_rule(
          read_layer(file, "parser.lemma_rule", lemma_rules.size(), lemma_context.outputs(), kHiddenStep)),
      arc(file, "parser.arc.", states, root),
      relation_dependent(read_hidden_layer(file, "parser.relation_dependent", 0, states, kStateStep)),
      relation_head(
          read_layer(file, "parser.relation_head", relation_dependent.outputs(), states, kStateStep)),
      relation_distance(
          file.floats("parser.relation_distance.weight", 2 * kMaxDistance + 1, relation_head.outputs())),
      relation(
          read_layer(file, "parser.relation", deprel_labels.size(), relation_head.outputs(), kHiddenStep)),
      root_relation_head(of_root(relation_head, root)) {
  const auto label = std::ranges::find(deprel_labels, Deprel::root);
  if (label == deprel_labels.end() || deprel_labels.size() < 2)
    file.fail("its parser lacks the relation root");
  root_label = static_cast<std::size_t>(label - deprel_labels.begin());
}

}  // namespace newsgraph
